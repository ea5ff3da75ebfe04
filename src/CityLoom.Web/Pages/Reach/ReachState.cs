using CityLoom.Emergency.Coverage;
using CityLoom.Emergency.Stations;
using CityLoom.Kernel;
using CityLoom.Reach.Roads;
using CityLoom.Web.Words;
using Station = CityLoom.Emergency.Stations.Station;

namespace CityLoom.Web.Pages.Reach;

/// <summary>The plan that the page shows, with what it reaches. Everything about it stands in the address.</summary>
/// <param name="Net">Roads, registers, people.</param>
/// <param name="Plan">Changes to the stations in force.</param>
/// <param name="Stations">The stations of the plan.</param>
/// <param name="Figures">What they cover.</param>
/// <param name="Before">What the stations in force cover.</param>
/// <param name="Selected">The station that is open for moving; null for none.</param>
public sealed record ReachState(CoverageBook.Base Net, StationPlan Plan, IReadOnlyList<Station> Stations, CoverageFigures Figures, CoverageFigures Before, Station? Selected)
{
    /// <summary>Reckons a plan; a plan that does not fit the stations is refused.</summary>
    public static Outcome<ReachState> Of(CoverageBook.Base net, Outcome<StationPlan> plan, string? selected) => plan.Then(changes => changes.Apply(net.Register.Stations).Then<ReachState>(stations =>
    {
        var before = net.Figures(net.Register.Stations);
        return new ReachState(net, changes, stations, changes.IsEmpty ? before : net.Figures(stations), before, stations.FirstOrDefault(s => s.Code == selected));
    }));

    /// <summary>What one station reaches.</summary>
    public StationReach ReachOf(Station station) => Net.ReachOf(Position.OfDegrees(station.Longitude, station.Latitude));

    /// <summary>The stations that do not stand where they stand in force.</summary>
    public IEnumerable<Station> Changed => Stations.Where(s => s.Code.StartsWith(StationPlan.NewPrefix, StringComparison.Ordinal) || Plan.Move.Any(m => m.Code == s.Code));

    /// <summary>The finding: how many are reached, and how many districts fall short.</summary>
    public string Finding(Say say) => say["reach.finding", ("share", Say.Percent(Figures.City.Share)), ("n", Figures.Districts.Count(d => d.Gap > 0))];

    /// <summary>The address of this plan with something more in it.</summary>
    public string Address(params (string Name, string? Value)[] more) => AddressOf(Plan, more);

    /// <summary>The address of a plan with something more in it.</summary>
    public static string AddressOf(StationPlan plan, params (string Name, string? Value)[] more)
    {
        var query = string.Join('&', more.Where(m => m.Value is not null).Select(m => $"{m.Name}={Uri.EscapeDataString(m.Value!)}").Prepend(plan.ToString()).Where(q => q.Length > 0));
        return query.Length == 0 ? "/reach" : "/reach?" + query;
    }
}
