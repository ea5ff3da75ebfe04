using CityLoom.Emergency.Roads;
using CityLoom.Reach.Geo;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;

namespace CityLoom.Emergency.Coverage;

/// <summary>What is reached from one place within the longest drive of the standard.</summary>
/// <param name="Seconds">Seconds of driving to each point where people live; -1 beyond the limit.</param>
/// <param name="Area">Outline of the roads reached, for maps only: rings in WGS-84.</param>
public sealed record StationReach(int[] Seconds, IReadOnlyList<Position[]> Area)
{
    private const double CellMetres = 450;

    /// <summary>Nothing is reached: no road is near.</summary>
    internal static StationReach Nothing(int points) => new([.. Enumerable.Repeat(-1, points)], []);

    /// <summary>Searches from a place.</summary>
    internal static StationReach Of(OpenRoads roads, RoadReach reach, Position place, PeopleOnRoads people)
    {
        if (roads.Find(place) is not { } from)
        {
            return Nothing(people.People.Count);
        }

        var limit = roads.Times.Units(TimeSpan.FromSeconds(people.Standard.LongestDrive));
        var parts = reach.Run([from], limit);
        var area = ReachArea.Of(roads.Times.Network, RoadPart.ByRoad(roads.Times.Network, parts), CellMetres);
        return new StationReach(people.Seconds(reach.Nodes, from, limit), [.. area.SelectMany(polygon => polygon)]);
    }
}
