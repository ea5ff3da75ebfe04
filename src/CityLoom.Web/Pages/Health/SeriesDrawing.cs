using CityLoom.Detection.Nowcast;
using CityLoom.Health.Counts;
using CityLoom.Health.Streams;
using CityLoom.Health.Sweeps;
using CityLoom.Web.Charts;

namespace CityLoom.Web.Pages.Health;

/// <summary>Makes of a judged series what a chart draws; small counts are hidden before anything is drawn.</summary>
internal static class SeriesDrawing
{
    /// <summary>The chart of a series over an axis that may be shared with others.</summary>
    public static SeriesView Of(SeriesChart chart, string title, string unit, DateOnly from, DateOnly until, SmallCounts small) => new(
        title, unit,
        [.. chart.Points.Where(p => CountPeriod.Last(p.Period, chart.Stream.Rhythm) >= from).Select(p => Period(chart.Stream, p, small))],
        from, until);

    /// <summary>Where a series has its page.</summary>
    public static string AddressOf(HealthStream stream, string? territory) =>
        $"/health/streams/{Uri.EscapeDataString(stream.Code)}" + (territory is null ? "" : $"?territory={Uri.EscapeDataString(territory)}");

    private static SeriesPeriod Period(HealthStream stream, SeriesPoint p, SmallCounts small)
    {
        var hidden = small.Hides(p.Count, stream);
        double? low = p is { Expected: { } expected, Threshold: { } high } ? Math.Max(0, expected - Math.Max(0, high - expected)) : null;
        return new(CountPeriod.Last(p.Period, stream.Rhythm), hidden ? null : p.Count, hidden, low, p.Expected, p.Threshold is { } t ? Math.Max(t, p.Expected ?? 0) : null, p.Alarm)
        {
            Estimate = hidden || p.Late is not { KnownShare: >= ReportDelays.LeastShare } late ? null : EstimateOf(late),
        };
    }

    /// <summary>Four of five counts come to lie within 1.28 standard deviations, and none below what is reported already.</summary>
    private static SeriesEstimate EstimateOf(NowcastDay late)
    {
        var reach = 1.28 * Math.Sqrt(late.Variance);
        return new(late.Estimate, Math.Max(late.Reported, late.Estimate - reach), late.Estimate + reach);
    }
}
