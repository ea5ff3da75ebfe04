using CityLoom.Emergency.Roads;
using CityLoom.Reach.Geo;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;

namespace CityLoom.Emergency.Incidents;

/// <summary>Seconds by road between one place and many others: one search, with the traffic from it or against the traffic to it.</summary>
public sealed class DriveTimes
{
    private static readonly TimeSpan Farthest = TimeSpan.FromHours(3);

    private readonly OpenRoads _roads;
    private readonly ReachSearch _search;
    private readonly Heading _heading;
    private readonly (RoadPlace Place, int Access)? _here;

    /// <summary>Searches around a place.</summary>
    /// <param name="roads">The roads.</param>
    /// <param name="place">The one place.</param>
    /// <param name="heading">Outward for driving from it, inward for driving to it.</param>
    public DriveTimes(OpenRoads roads, Position place, Heading heading)
    {
        (_roads, _heading, _search, _here) = (roads, heading, new ReachSearch(roads.Times, heading), roads.Find(place));
        if (_here is { } here)
        {
            _search.Run(here.Place.Starts(roads.Times, heading, here.Access), roads.Times.Units(Farthest));
        }
    }

    /// <summary>Seconds between the place and another; null when there is no way within three hours.</summary>
    public int? Seconds(Position other)
    {
        if (_here is not { } here || _roads.Find(other) is not { } there)
        {
            return null;
        }

        var best = Along(here, there);
        foreach (var end in there.Place.Starts(_roads.Times, _heading == Heading.Outward ? Heading.Inward : Heading.Outward, there.Access))
        {
            best = _search[end.Node] is >= 0 and var time ? Math.Min(best, (long)time + end.Time) : best;
        }

        return best == long.MaxValue ? null : (int)Math.Ceiling(best / _roads.Times.UnitsPerSecond);
    }

    /// <summary>Straight along the road on which both stand; never when they stand on different ones.</summary>
    private long Along((RoadPlace Place, int Access) here, (RoadPlace Place, int Access) there)
    {
        var (from, to) = _heading == Heading.Outward ? (here, there) : (there, here);
        if (from.Place.Arc != to.Place.Arc)
        {
            return long.MaxValue;
        }

        var arc = from.Place.Share <= to.Place.Share ? to.Place.Arc : _roads.Times.Network.Opposite(to.Place.Arc);
        return arc < 0 || _roads.Times.OfArc[arc] == TravelTimes.Closed
            ? long.MaxValue
            : from.Access + to.Access + (long)Math.Round(Math.Abs(to.Place.Share - from.Place.Share) * _roads.Times.OfArc[arc]);
    }
}
