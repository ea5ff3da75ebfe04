using CityLoom.Detection.Space;

namespace CityLoom.Verbs.Detect;

/// <summary>
/// The space-time watch over a folder with <c>events.csv</c> (k, x, y, t) and its settings <c>cases.csv</c> (case_id, radius, epsilon, cusum,
/// threshold); writes <c>statistic.csv</c> and <c>cases.csv</c>. <c>cusum</c> 1 is the R-compatible maximum; <c>rule</c> may name another.
/// </summary>
internal static class StcdFolder
{
    private static readonly string[] Settings = ["case_id", "radius", "epsilon", "cusum", "threshold"];

    public static int Run(string input, string output, Terminal terminal) => FolderRun.Guarded(terminal, bad =>
    {
        var events = InputTable.Open(input, "events.csv", bad).Read(["k", "x", "y", "t"], row =>
            (K: row[0], Event: new SpaceTimeEvent(InputTable.Number(row[1]), InputTable.Number(row[2]), InputTable.Number(row[3]))));
        var statistic = new OutputTable("case_id", "k", "R");
        var summary = new OutputTable([.. Settings, "first_alarm", "cluster_centre"]);
        foreach (var (fields, options) in Cases(InputTable.Open(input, "cases.csv", bad)))
        {
            var (values, alarm, centre) = SpaceTimeWatch.Run(events.Select(one => one.Event), options);
            for (var i = 0; i < values.Length; i++)
            {
                statistic.Row(fields[0], events[i].K, values[i]);
            }
            summary.Row([.. fields.Take(Settings.Length), K(alarm), K(centre)]);
        }
        statistic.Save(output, "statistic.csv");
        summary.Save(output, "cases.csv");

        string K(int? index) => index is { } i ? events[i].K : "-1";
    });

    private static List<(string[] Fields, WatchOptions Options)> Cases(InputTable cases) => cases.Has("rule")
        ? cases.Read([.. Settings, "rule"], row => (row, Options(row, Rule(row[5], row[3]))))
        : cases.Read(Settings, row => (row, Options(row, Rule("", row[3]))));

    private static WatchOptions Options(string[] row, WatchRule rule)
    {
        var options = new WatchOptions(InputTable.Number(row[1]), InputTable.Number(row[2]), InputTable.Number(row[4]), rule);
        return options is { Radius: > 0, Epsilon: > 0 } ? options : throw new FormatException("radius and epsilon must be above 0");
    }

    private static WatchRule Rule(string rule, string cusum) => (rule, cusum) switch
    {
        ("", "0") or ("shiryaev-roberts", _) => WatchRule.ShiryaevRoberts,
        ("", "1") or ("r-compatible", _) => WatchRule.CusumAsInR,
        ("cusum", _) => WatchRule.Cusum,
        _ => throw new FormatException($"cusum is 0 or 1, rule shiryaev-roberts, cusum or r-compatible; not '{cusum}' and '{rule}'"),
    };
}
