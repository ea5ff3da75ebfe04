using System.CommandLine;

namespace CityLoom.Verbs;

/// <summary><c>cityloom reach</c>: who is reached from where in how many minutes over the roads.</summary>
internal static class ReachVerb
{
    private static readonly Option<FileInfo?> Sources = new("--sources") { Description = "起点，CSV 列 node / starts: CSV with a column node", HelpName = "FILE" };

    private static readonly Option<FileInfo?> Targets = new("--targets")
    {
        Description = "目标，CSV 列 node；另加到全部目标的时间之和 / adds the sum of times to these nodes, without a limit",
        HelpName = "FILE",
    };

    private static readonly Option<long?> Limit = new("--limit") { Description = "时限，图中单位，含等于 / longest time in the graph's own unit, inclusive", HelpName = "N" };

    private static readonly Option<string?> Out = new("--out") { Description = "结果文件；- 表示标准输出 / the file to write; - for standard output", HelpName = "FILE" };

    public static Command Create(Terminal terminal)
    {
        var reach = new Command("reach", About)
        {
            RoadInput.Graph, RoadInput.Coordinates, RoadInput.UnitsPerSecond, RoadInput.ProfileName, RoadInput.Profiles, RoadInput.Hour, Sources, Targets, Limit, Out,
        };
        reach.SetAction(parsed => RoadInput.Guarded(terminal, () =>
            (parsed.GetValue(Sources), parsed.GetValue(Targets), parsed.GetValue(Limit), parsed.GetValue(Out)) switch
            {
                (null, _, _, _) => Wrong("--sources FILE 缺少 / is missing"),
                (_, _, _, null) => Wrong("--out FILE 缺少 / is missing"),
                (_, null, null, _) => Wrong("--limit N 或 --targets FILE 至少要有一个 / give --limit N or --targets FILE"),
                (_, _, < 0, _) => Wrong("--limit 不能为负 / must not be negative"),
                var (sources, targets, limit, path) => new ReachSums(terminal, RoadInput.Open(parsed)).Run(sources, targets, limit is { } most ? (int)Math.Min(most, int.MaxValue) : null, path),
            }));
        reach.Add(ReachPoint.Create(terminal));
        reach.Add(ReachMatrix.Create(terminal));
        reach.Add(ReachCover.Create(terminal));
        reach.Add(ReachTerritories.Create(terminal));
        return reach;

        int Wrong(string why) => terminal.Refuse($"{why}；用法见 / for usage see: cityloom reach --help", ExitCodes.WrongUsage);
    }

    private const string About = """
        可达圈：沿实际道路几分钟能到哪里
          Reach: who is reached from where in how many minutes over the roads.

        直接使用时，对每个起点写出时限内的结点数 count 与时间之和 sum，可另加到目标的时间之和 sum_to_targets
          Used directly it writes for each start the count and the sum of times of all nodes within the limit
          and, with --targets, the sum of times to the targets (out-of-reach ones are left out and told).

        示例 / Examples:
          cityloom reach --graph NY.gr.gz --sources sources.csv --limit 166667 --out reached.csv
          cityloom reach --graph NY.gr.gz --sources sources.csv --limit 166667 --targets targets.csv --out reached.csv
          cityloom reach point --graph city.graph --at 114.305,30.593 --minutes 10 --out reach.geojson
          cityloom reach matrix --graph city.graph --origins stations.csv --destinations places.csv --out times.csv
          cityloom reach cover --case auckland-ems --minutes 7.1667
          cityloom reach territories --graph city.graph --stations stations.csv --people people.csv --minutes 10

        退出码 / Exit codes: 0 完成 done, 1 输入有误 some input refused, 2 用法有误 wrong usage
        """;
}
