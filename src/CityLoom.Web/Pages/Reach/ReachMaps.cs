using System.Runtime.CompilerServices;
using CityLoom.Emergency.Coverage;
using CityLoom.Emergency.Roads;

namespace CityLoom.Web.Pages.Reach;

/// <summary>Keeps the drawn map of the present net and the drawn areas of its reaches. Thread-safe.</summary>
internal sealed class ReachMaps
{
    private readonly ConditionalWeakTable<StationReach, string> _areas = [];
    private volatile Kept? _kept;

    /// <summary>The map under the reach.</summary>
    public ReachMap Of(CoverageBook.Base net)
    {
        var kept = _kept;
        if (kept is null || kept.Roads != net.Roads || kept.People != net.People)
        {
            _areas.Clear();
            _kept = kept = new Kept(net.Roads, net.People, ReachMap.Of(net));
        }

        return kept.Map;
    }

    /// <summary>The area of a reach as a path, drawn once.</summary>
    public string Area(ReachMap map, StationReach reach) => _areas.GetValue(reach, map.Area);

    private sealed record Kept(OpenRoads Roads, PeopleOnRoads People, ReachMap Map);
}
