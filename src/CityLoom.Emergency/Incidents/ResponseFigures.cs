using CityLoom.City.Territories;
using CityLoom.Emergency.Coverage;

namespace CityLoom.Emergency.Incidents;

/// <summary>One stage of the clock over some runs, in seconds.</summary>
/// <param name="N">How many runs it was measured in.</param>
/// <param name="Median">Half took at most this; null when none was measured.</param>
/// <param name="Ninety">Nine of ten took at most this.</param>
public sealed record StageFigure(int N, double? Median, double? Ninety)
{
    /// <summary>The figure of some durations, quantiles by the nearest rank.</summary>
    public static StageFigure Of(IEnumerable<double?> seconds)
    {
        var sorted = seconds.OfType<double>().Where(s => s >= 0).Order().ToArray();
        double? At(double share) => sorted.Length == 0 ? null : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
        return new StageFigure(sorted.Length, At(0.5), At(0.9));
    }
}

/// <summary>How quickly help came in a district.</summary>
/// <param name="District">Code of the district; empty for the whole city.</param>
/// <param name="Name">Its name; empty for the whole city and for what lay in no known district.</param>
/// <param name="Minutes">Minutes that count there; 0 for the whole city, where each district's own count.</param>
/// <param name="Answer">From the call to its answer.</param>
/// <param name="Dispatch">From the answer to the sending of the first unit that arrived.</param>
/// <param name="TurnOut">From its sending until it rolled.</param>
/// <param name="Drive">From then until it arrived.</param>
/// <param name="Response">From the sending to the arrival, by which the standard is judged.</param>
/// <param name="Whole">From the call to the arrival.</param>
/// <param name="InTime">Share of responses within the standard; null when there was none.</param>
public sealed record ResponseRow(
    string District, string Name, int Minutes, StageFigure Answer, StageFigure Dispatch, StageFigure TurnOut, StageFigure Drive, StageFigure Response, StageFigure Whole, double? InTime);

/// <summary>The split clock by district: of each incident the run that arrived first.</summary>
public static class ResponseFigures
{
    /// <summary>Stands for the code of a district where the incident lay in none that is known.</summary>
    public const string Elsewhere = "elsewhere";

    /// <summary>The whole city first, then the districts by code; those without an arrival are left out.</summary>
    public static IReadOnlyList<ResponseRow> Of(IEnumerable<UnitRun> runs, TerritoryTree tree, ReachStandard standard)
    {
        var first = runs.Where(r => r.ArrivedAt is not null).GroupBy(r => r.IncidentId).Select(g => g.OrderBy(r => r.ArrivedAt).ThenBy(r => r.Id).First())
            .Select(run => (Run: run, District: tree.AtLevel(run.Territory ?? "", TerritoryLevel.District))).ToList();
        return
        [
            Row("", "", 0, first, standard),
            .. first.GroupBy(f => f.District?.Code ?? Elsewhere).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Row(g.Key, g.First().District?.Name ?? "", standard.Minutes(g.First().District), g.ToList(), standard)),
        ];
    }

    private static ResponseRow Row(string code, string name, int minutes, List<(UnitRun Run, Territory? District)> runs, ReachStandard standard)
    {
        StageFigure Stage(Func<UnitRun, TimeSpan?> span) => StageFigure.Of(runs.Select(r => span(r.Run)?.TotalSeconds));
        return new ResponseRow(
            code, name, minutes,
            Stage(r => r.AnsweredAt - r.ReceivedAt), Stage(r => r.DispatchedAt - r.AnsweredAt), Stage(r => r.RolledAt - r.DispatchedAt), Stage(r => r.ArrivedAt - r.RolledAt),
            Stage(r => r.ArrivedAt - r.DispatchedAt), Stage(r => r.ArrivedAt - r.ReceivedAt),
            runs.Count == 0 ? null : (double)runs.Count(r => r.Run.ArrivedAt - r.Run.DispatchedAt <= TimeSpan.FromMinutes(standard.Minutes(r.District))) / runs.Count);
    }
}
