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

    /// <summary>Half the side of a cell in ten-millionths of a degree, by latitude.</summary>
    private const int QuarterUnits = 20_000;

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
        var area = ReachArea.Of(roads.Times.Network, Thinned(roads.Times.Network, parts), CellMetres);
        return new StationReach(people.Seconds(reach.Nodes, from, limit), [.. area.SelectMany(polygon => polygon)]);
    }

    /// <summary>
    /// What is worth drawing of the parts: the area is made of cells and those beside them, so that of short roads reached whole that end
    /// in the same quarter of a cell one is enough. In a city's streets that leaves one in fifty.
    /// </summary>
    private static List<RoadPart> Thinned(RoadNetwork network, IReadOnlyList<RoadPart> parts)
    {
        var (drawn, kept) = (new HashSet<(int, int)>(), new List<RoadPart>());
        foreach (var part in parts)
        {
            var place = network.Positions[network.Heads[part.Arc]];
            if (part is not { From: 0, To: 1 } || network.Metres(part.Arc) > CellMetres || drawn.Add((place.E7Longitude / QuarterUnits, place.E7Latitude / QuarterUnits)))
            {
                kept.Add(part);
            }
        }

        return kept;
    }
}
