using System.CommandLine;
using System.Globalization;
using CityLoom.Reach.Geo;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;

namespace CityLoom.Verbs;

/// <summary><c>cityloom reach point</c>: what is reached from places named by coordinates.</summary>
internal static class ReachPoint
{
    public static Command Create(Terminal terminal)
    {
        var at = new Option<string[]>("--at")
        {
            Description = "地点，经度,纬度；可多个 / a place as longitude,latitude; may be given several times",
            HelpName = "LON,LAT",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var minutes = new Option<double>("--minutes") { Description = "时限（分钟）/ longest time in minutes", DefaultValueFactory = _ => 10, HelpName = "M" };
        var inward = new Option<bool>("--inward") { Description = "谁能及时赶到这里 / who can be here in time, instead of whom this place reaches" };
        var access = new Option<double>("--access-kmh") { Description = "地点与道路之间的速度 / speed between the place and the road", DefaultValueFactory = _ => 5 };
        var format = new Option<string>("--format") { Description = "geojson 到达的道路，精确到路段一部分；area 仅供显示的面；csv 结点；json 数字 / roads, an area for display only, nodes or figures", DefaultValueFactory = _ => "geojson" };
        format.AcceptOnlyFromAmong("geojson", "area", "csv", "json");
        var output = new Option<string>("--out") { Description = "结果文件；- 表示标准输出 / the file to write; - for standard output", DefaultValueFactory = _ => "-" };
        var point = new Command("point", About) { at, minutes, inward, access, format, output };
        RoadInput.AddTo(point);
        point.SetAction(parsed => RoadInput.Guarded(terminal, () =>
        {
            if (parsed.GetValue(minutes) is not (> 0 and <= 1440) || parsed.GetValue(access) is not > 0)
            {
                return terminal.Refuse("--minutes 大于 0 且不超过 1440，--access-kmh 大于 0 / above 0 and at most 1440; above 0", ExitCodes.WrongUsage);
            }
            var (times, datum) = (RoadInput.OpenForPlaces(parsed), RoadInput.DatumOf(parsed));
            var report = PointReach.Of(times, Places(parsed.GetValue(at)!, datum), new(TimeSpan.FromMinutes(parsed.GetValue(minutes)), Way(parsed.GetValue(inward)), parsed.GetValue(access)));
            RoadInput.Write(terminal, parsed.GetValue(output)!, writer => ReachPrint.Write(writer, report, datum, parsed.GetValue(format)!));
            return ExitCodes.Done;
        }));
        return point;
    }

    private static Heading Way(bool inward) => inward ? Heading.Inward : Heading.Outward;

    private static Position[] Places(string[] texts, Datum datum) => Array.ConvertAll(texts, text =>
        text.Split(',') is [var x, var y] && Degrees(x) is { } longitude && Degrees(y) is { } latitude && Position.OnEarth(longitude, latitude)
            ? Gcj02.Read(longitude, latitude, datum)
            : throw new RoadFileException($"--at {text}: 应为 经度,纬度，如 114.305,30.593 / write longitude,latitude in degrees"));

    private static double? Degrees(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees) ? degrees : null;

    private const string About = """
        从某地几分钟能到哪些道路，或谁能及时赶到
          The roads reached from a place within some minutes, cut where the time runs out; or who can be there in time.

        示例 / Examples:
          cityloom reach point --graph porto.graph --at -8.611,41.149 --minutes 10 --out reach.geojson
          cityloom reach point --graph city.graph --datum gcj02 --at 114.311,30.590 --minutes 12 --hour 18 --inward --format json
        """;
}
