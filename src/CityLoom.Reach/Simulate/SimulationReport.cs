namespace CityLoom.Reach.Simulate;

/// <summary>How one call was answered.</summary>
/// <param name="Call">Its index.</param>
/// <param name="Zone">Its zone.</param>
/// <param name="Seconds">From call to arrival; null when no unit could ever get there.</param>
/// <param name="Waited">Seconds for which nobody was free.</param>
/// <param name="TurnOut">Seconds of turn-out; 0 when the unit was on the road.</param>
/// <param name="Drive">Seconds of driving.</param>
public sealed record Response(int Call, int Zone, double? Seconds, double Waited, double TurnOut, double Drive);

/// <summary>The work of one unit.</summary>
/// <param name="Station">Index of its station.</param>
/// <param name="Tasks">Calls that it served.</param>
/// <param name="Busy">Share of the time on tasks.</param>
public sealed record UnitWork(int Station, int Tasks, double Busy);

/// <summary>The distribution of response times over some calls.</summary>
/// <param name="Calls">How many calls.</param>
/// <param name="Unserved">Those that nobody could get to; they count as late.</param>
/// <param name="Mean">Mean seconds; not a number without any call.</param>
/// <param name="Median">Half are at most this.</param>
/// <param name="Ninety">90 % are at most this.</param>
/// <param name="NinetyFive">95 % are at most this.</param>
/// <param name="InTime">Share within the target.</param>
public sealed record ResponseTimes(int Calls, int Unserved, double Mean, double Median, double Ninety, double NinetyFive, double InTime)
{
    /// <summary>The distribution of some responses, quantiles by the nearest rank.</summary>
    public static ResponseTimes Of(IEnumerable<Response> responses, int target)
    {
        var all = responses.ToList();
        var seconds = all.Where(response => response.Seconds is not null).Select(response => response.Seconds!.Value).Order().ToArray();
        double At(double share) => seconds.Length == 0 ? double.NaN : seconds[Math.Max(0, (int)Math.Ceiling(share * seconds.Length) - 1)];
        return new ResponseTimes(all.Count, all.Count - seconds.Length, seconds.Length == 0 ? double.NaN : seconds.Average(),
            At(0.5), At(0.9), At(0.95), all.Count == 0 ? double.NaN : (double)seconds.Count(s => s <= target) / all.Count);
    }
}

/// <summary>What a simulation showed.</summary>
/// <param name="All">All calls together.</param>
/// <param name="ByZone">The calls of each zone.</param>
/// <param name="Waited">Calls that found nobody free.</param>
/// <param name="Units">The work of each unit.</param>
/// <param name="Responses">Each call.</param>
public sealed record SimulationReport(
    ResponseTimes All, IReadOnlyList<ResponseTimes> ByZone, int Waited, IReadOnlyList<UnitWork> Units, IReadOnlyList<Response> Responses)
{
    internal static SimulationReport Of(SimulationPlan plan, IReadOnlyList<Call> calls, Response[] responses, IReadOnlyList<UnitWork> units)
    {
        var byZone = responses.ToLookup(response => response.Zone);
        return new SimulationReport(
            ResponseTimes.Of(responses, plan.Target),
            [.. Enumerable.Range(0, plan.Zones.Count).Select(zone => ResponseTimes.Of(byZone[zone], plan.Target))],
            responses.Count(response => response.Waited > 0 || response.Seconds is null), units, responses);
    }
}

/// <summary>Two plans on the same calls.</summary>
/// <param name="MeanChange">Mean seconds by which the second plan is slower (negative: faster), call by call.</param>
/// <param name="Error">Standard error of it, from the means of the single days.</param>
/// <param name="InTimeChange">Change of the share in time.</param>
/// <param name="Faster">Calls that the second plan serves sooner.</param>
/// <param name="Slower">Calls that it serves later.</param>
public sealed record PlanComparison(double MeanChange, double Error, double InTimeChange, int Faster, int Slower)
{
    private const double Day = 86_400_000;

    /// <summary>Compares two reports on the same calls.</summary>
    public static PlanComparison Of(IReadOnlyList<Call> calls, SimulationReport first, SimulationReport second)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Responses.Count, first.Responses.Count);
        var changes = first.Responses.Zip(second.Responses)
            .Where(pair => pair.First.Seconds is not null && pair.Second.Seconds is not null)
            .Select(pair => (Day: (int)(calls[pair.First.Call].At / Day), Change: pair.Second.Seconds!.Value - pair.First.Seconds!.Value)).ToList();
        var days = changes.GroupBy(change => change.Day).Select(day => day.Average(change => change.Change)).ToArray();
        var mean = days.Length == 0 ? 0 : days.Average();
        var error = days.Length < 2 ? double.NaN : Math.Sqrt(days.Sum(day => (day - mean) * (day - mean)) / (days.Length - 1) / days.Length);
        return new PlanComparison(changes.Count == 0 ? double.NaN : changes.Average(change => change.Change), error,
            second.All.InTime - first.All.InTime, changes.Count(change => change.Change < 0), changes.Count(change => change.Change > 0));
    }
}
