using System.CommandLine;
using System.Globalization;
using CityLoom.Reach.Cover;

namespace CityLoom.Verbs;

/// <summary><c>cityloom reach cover</c>: how much of the demand the stations of a case reach in time.</summary>
internal static class ReachCover
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Option<DirectoryInfo>("--case")
        {
            Description = "文件夹：nodes.csv、arcs.csv、stations.csv、demand-points.csv / folder of these files, .gz allowed",
            HelpName = "DIR",
            Required = true,
        };
        var minutes = new Option<double>("--minutes") { Description = "时限（分钟），含等于 / longest time in minutes, inclusive", HelpName = "M", Required = true };
        var before = new Option<double>("--before") { Description = "出车前所用秒数，从时限中扣除 / seconds spent before driving, taken off the time", HelpName = "S" };
        var mode = new Option<string>("--mode") { Description = "arcs.csv 中的秒数列 / the column of seconds in arcs.csv", DefaultValueFactory = _ => "lights_and_sirens_s" };
        var offRoad = new Option<double>("--off-road-kmh") { Description = "路外直线速度 / speed of the straight lines to and from the road", DefaultValueFactory = _ => 47 };
        var cover = new Command("cover", About) { folder, minutes, before, mode, offRoad };
        cover.SetAction(parsed => RoadInput.Guarded(terminal, () =>
        {
            var driving = (parsed.GetValue(minutes) * 60) - parsed.GetValue(before);
            return driving is >= 0 and <= 86_400 && parsed.GetValue(offRoad) > 0
                ? Print(terminal, CoverReport.Of(CoverCase.Read(parsed.GetRequiredValue(folder).FullName, parsed.GetValue(mode)!), TimeSpan.FromSeconds(driving), parsed.GetValue(offRoad)))
                : terminal.Refuse("时限为 0 至一天，速度大于 0 / the time is 0 to a day, the speed above 0", ExitCodes.WrongUsage);
        }));
        return cover;
    }

    private static int Print(Terminal terminal, CoverReport report)
    {
        terminal.Table(["figure", "value"],
        [
            ["points", Number(report.Nearest.Count)],
            ["points_covered", Number(report.Nearest.Count(nearest => nearest.Origin >= 0))],
            ["weight", Number(report.Total)],
            ["weight_covered", Number(report.Covered)],
            ["share", report.Share.ToString("F6", CultureInfo.InvariantCulture)],
            ["share_covered_twice", (report.Total > 0 ? report.Twice / report.Total : 0).ToString("F6", CultureInfo.InvariantCulture)],
        ]);
        return ExitCodes.Done;
    }

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private const string About = """
        站点在时限内覆盖多少需求
          How much of the demand the stations of a case reach in time: in a straight line to the nearest node with access,
          over the roads, and in a straight line to the point.

        示例 / Example:
          cityloom reach cover --case auckland-ems --minutes 8 --before 50
        """;
}
