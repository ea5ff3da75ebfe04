using System.CommandLine;
using System.Globalization;
using CityLoom.Reach.Geo;
using CityLoom.Reach.Hierarchies;
using CityLoom.Reach.Inputs;
using CityLoom.Reach.Locate;

namespace CityLoom.Verbs;

/// <summary><c>cityloom locate</c>: where stations should stand.</summary>
internal static class LocateVerb
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("locate", About);
        foreach (var option in LocateOptions.All)
        {
            command.Add(option);
        }

        command.SetAction((call, cancel) => Task.Run(() => RoadInput.Guarded(terminal, () => Run(terminal, call, cancel)), CancellationToken.None));
        return command;
    }

    private static int Run(Terminal terminal, ParseResult call, CancellationToken cancel)
    {
        if (LocateOptions.Question(call, out var wrong) is not { } question)
        {
            return terminal.Refuse($"目标写作 分区=0.9 / write a target as AREA=0.9, not {wrong}", ExitCodes.WrongUsage);
        }

        if (call.GetValue(LocateOptions.Seconds) is <= 0 or > 1e6 || call.GetValue(LocateOptions.Gap) is not (>= 0 and <= 1))
        {
            return terminal.Refuse("--seconds 须为正数，--gap 在 0 与 1 之间 / --seconds must be positive, --gap from 0 to 1", ExitCodes.WrongUsage);
        }

        var files = new ReachFiles(terminal);
        if (Input(terminal, call, files) is not { } input)
        {
            return files.AnyRefused ? ExitCodes.SomeRefused : ExitCodes.WrongUsage;
        }

        return files.Taken(question.Ask(input, Limits(terminal, call, cancel))) is { } answer ? Write(terminal, call, input, answer) : ExitCodes.SomeRefused;
    }

    /// <summary>The instance or the tables of a city, with what the command line fixes and forbids.</summary>
    private static LocateInput? Input(Terminal terminal, ParseResult call, ReachFiles files)
    {
        var tables = (Times: call.GetValue(LocateOptions.Times), Demands: call.GetValue(LocateOptions.Demands), Sites: call.GetValue(LocateOptions.Sites));
        var instance = call.GetValue(LocateOptions.Instance);
        var byRoad = call.GetValue(RoadInput.Graph) is not null;
        if (instance is null == ((tables.Times is null) != byRoad || tables.Demands is null || tables.Sites is null))
        {
            terminal.Error("请给 --instance，或 --demands、--sites 和 --times、--graph 之一 / give --instance, or --demands, --sites and either --times or --graph");
            return null;
        }

        if (instance is not null)
        {
            return Ruled(terminal, call, files.Read(instance, (name, text) => LocateInput.Read(name, text.ReadToEnd())));
        }

        var (zones, sites) = (files.Read(tables.Demands, Zone.Read), files.Read(tables.Sites, CandidateSite.Read));
        if (byRoad)
        {
            return zones is null || sites is null ? null : Ruled(terminal, call, LocateInput.Of(zones, sites, OverRoads(call, tables.Demands!, tables.Sites!)));
        }

        var times = files.Read(tables.Times, PlaceTimes.Read);
        return times is null || zones is null || sites is null ? null : Ruled(terminal, call, LocateInput.Of(zones, sites, times));
    }

    /// <summary>Seconds over the roads from every site to every demand, parts of one counted whole.</summary>
    private static TravelMatrix OverRoads(ParseResult call, FileInfo demands, FileInfo sites)
    {
        var (times, datum) = (RoadInput.OpenForPlaces(call), RoadInput.DatumOf(call));
        var index = times.Network.Positions.IsEmpty ? null : new NodeIndex(times.Network, times.HasWay);
        var (to, from) = (ReachMatrix.Read(demands, times, index, datum).Nodes, ReachMatrix.Read(sites, times, index, datum).Nodes);
        var matrix = HierarchyMatrix.Quickest(times, from, to);
        return new TravelMatrix(to.Length, from.Length, [.. Enumerable.Range(0, to.Length).SelectMany(demand => Enumerable.Range(0, from.Length).Select(site =>
            matrix[site, demand] is var units and >= 0 ? (int)Math.Ceiling(units / times.UnitsPerSecond) : TravelMatrix.Unreachable))]);
    }

    private static LocateInput? Ruled(Terminal terminal, ParseResult call, LocateInput? input)
    {
        if (input is null)
        {
            return null;
        }

        var index = input.Sites.Select((site, at) => (site, at)).ToLookup(pair => pair.site, pair => pair.at);
        var (fixedSites, forbidden) = (call.GetValue(LocateOptions.Fixed) ?? [], call.GetValue(LocateOptions.Forbidden) ?? []);
        if (fixedSites.Concat(forbidden).FirstOrDefault(site => !index.Contains(site)) is { } stray)
        {
            terminal.Error($"没有站址 {stray} / there is no site {stray}");
            return null;
        }

        return input with { Rules = input.Rules.Fixing(fixedSites.SelectMany(site => index[site])).Forbidding(forbidden.SelectMany(site => index[site])) };
    }

    private static SearchLimits Limits(Terminal terminal, ParseResult call, CancellationToken cancel)
    {
        var (counting, seen) = (terminal.Counting("节点 / nodes"), 0L);
        return new SearchLimits
        {
            Time = call.GetValue(LocateOptions.Seconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Gap = call.GetValue(LocateOptions.Gap),
            Cancel = cancel,
            Progress = counting is null ? null : (_, _) => counting(++seen),
        };
    }

    private static int Write(Terminal terminal, ParseResult call, LocateInput input, LocateAnswer answer)
    {
        var numbered = call.GetValue(LocateOptions.Instance) is not null;
        object Name(string name) => numbered && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : name;
        var written = ReachJson.Write(terminal, call.GetValue(LocateOptions.Output)!, new
        {
            Model = $"{call.GetValue(LocateOptions.Model)}".ToLowerInvariant(),
            answer.Objective,
            Bound = answer.Bound + 0.0,
            answer.Gap,
            answer.Proved,
            Chosen = answer.Chosen.Select(site => Name(input.Sites[site])),
            Units = answer.Chosen.ToDictionary(site => input.Sites[site], site => answer.Units[site]),
            Uncovered = answer.Uncovered.Select(new UncoveredPlaces(input, answer, Name).Told),
            answer.Nodes,
        });
        terminal.Error($"目标值 {answer.Objective:0.###}，界 {answer.Bound:0.###}，差距 {answer.Gap:P3}{(answer.Proved ? "（已证明最优）" : "")}，未覆盖 {answer.Uncovered.Count} / "
            + $"objective {answer.Objective:0.###}, bound {answer.Bound:0.###}, gap {answer.Gap:P3}{(answer.Proved ? " (proved)" : "")}, {answer.Uncovered.Count} uncovered");
        return written;
    }

    private const string About = """
        站点选址 / where stations should stand: an answer at once, then a bound, then the proof

        模型 / models:
          mclp    时限内覆盖最多 / most weight within the limit        lscp   覆盖全部用最少 / fewest units for everybody
          pmedian 加权时间最短 / least weighted time                 pcenter 最远者最近 / least longest time
          dsm     10 与 12 分钟双标准 / two limits, covered twice     mexclp  单元会忙 / units that are busy

        未覆盖者 uncovered: 每处说明缘由（why）与最近的所选站址及时间（nearest_site、nearest_time，时间未知为 null）
          each with why, and the nearest chosen site with its time; null where the file tells no times

        示例 / Examples:
          cityloom locate --model mclp --instance mclp-ny-2000x200.txt --p 20 --out -
          cityloom locate --model pmedian --instance pmed1.txt --out answer.json
          cityloom locate --model dsm --times times.csv --demands zones.csv --sites sites.csv --p 12 --limit 600 --wide-limit 720 --out -
          cityloom locate --model mclp --graph city.graph --hour 17 --demands zones.csv --sites sites.csv --p 12 --limit 540 --out -
          cityloom locate --model mclp … --target 江岸=0.9 --fix 老站 --forbid 公园 --seconds 30 --out -
        """;
}
