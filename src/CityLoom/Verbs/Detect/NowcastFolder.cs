using CityLoom.Detection.Nowcast;

namespace CityLoom.Verbs.Detect;

/// <summary>
/// Nowcasts over a folder of line lists <c>linelist_SERIES.csv</c> (event, report). The settings are the columns series, now and D of
/// <c>cases.csv</c>, or of <c>nowcast.csv</c> where there is none, each combination once; writes <c>nowcast.csv</c>.
/// </summary>
internal static class NowcastFolder
{
    public static int Run(string input, string output, Terminal terminal) => FolderRun.Guarded(terminal, bad =>
    {
        var settings = File.Exists(Path.Combine(input, "cases.csv")) ? "cases.csv" : "nowcast.csv";
        var cases = InputTable.Open(input, settings, bad).Read(["series", "now", "D"], row => (Series: row[0], Now: InputTable.Day(row[1]), MaxDelay: Delay(row[2])));
        var table = new OutputTable("series", "now", "D", "event_date", "reported_so_far", "delay_cdf", "nowcast", "var_paper", "var_binomial_only", "eventually");
        foreach (var (series, now, maxDelay) in cases.Distinct())
        {
            var events = InputTable.Open(input, $"linelist_{series}.csv", bad).Read(["event", "report"], Event);
            var eventually = events.CountBy(one => one.Event).ToDictionary();
            foreach (var day in LawlessNowcast.Run(events, now, new(maxDelay)))
            {
                table.Row(series, now, maxDelay, day.Day, day.Reported, day.KnownShare, day.Estimate, day.Variance, day.OwnVariance, eventually.GetValueOrDefault(day.Day));
            }
        }
        table.Save(output, "nowcast.csv");
    });

    private static ReportedEvent Event(string[] row)
    {
        var one = new ReportedEvent(InputTable.Day(row[0]), InputTable.Day(row[1]));
        return one.Report >= one.Event ? one : throw new FormatException($"reported on {row[1]}, before the event on {row[0]}");
    }

    private static int Delay(string text) =>
        InputTable.Whole(text) is var days and >= 0 ? days : throw new FormatException($"D is a number of days, not '{text}'");
}
