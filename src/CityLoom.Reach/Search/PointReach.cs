using CityLoom.Reach.Geo;
using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Search;

/// <summary>What is asked of a reach from places.</summary>
/// <param name="Limit">The longest time, with the way between the place and its road.</param>
/// <param name="Heading">Whom the places reach, or who can be there in time.</param>
/// <param name="AccessKmh">Speed between a place and its road.</param>
public readonly record struct PointReachOptions(TimeSpan Limit, Heading Heading, double AccessKmh);

/// <summary>What is reached from places given by coordinates.</summary>
/// <param name="Times">The roads and their times.</param>
/// <param name="Places">The places on roads from which it began.</param>
/// <param name="Roads">The parts of roads reached, each road once.</param>
/// <param name="Search">Times of the junctions.</param>
public sealed record PointReach(TravelTimes Times, IReadOnlyList<RoadPlace> Places, IReadOnlyList<RoadPart> Roads, ReachSearch Search)
{
    private const double FarthestMetres = 5000;

    /// <summary>Length of the roads reached, in metres.</summary>
    public double Metres => Roads.Sum(part => (part.To - part.From) * Times.Network.Metres(part.Arc));

    /// <summary>Reckons the reach.</summary>
    /// <exception cref="RoadFileException">A place is too far from every road, or the network has no coordinates.</exception>
    public static PointReach Of(TravelTimes times, IReadOnlyList<Position> places, PointReachOptions options)
    {
        if (times.Network.Positions.IsEmpty)
        {
            throw new RoadFileException("the network has no coordinates, so no place can be found on it; give --coordinates");
        }
        var index = new RoadIndex(times.Network);
        var snapped = places.Select(place => index.Nearest(place, times, FarthestMetres)
            ?? throw new RoadFileException($"{place.Longitude}, {place.Latitude}: no road lies within {FarthestMetres / 1000} km; is the place in the city, and is the datum right?")).ToArray();
        var reach = new RoadReach(times, options.Heading);
        var starts = snapped.Select(place => (place, (int)Math.Round(place.MetresOff * 3.6 / options.AccessKmh * times.UnitsPerSecond))).ToArray();
        var parts = reach.Run(starts, times.Units(options.Limit));
        return new(times, snapped, RoadPart.ByRoad(times.Network, parts), reach.Nodes);
    }
}
