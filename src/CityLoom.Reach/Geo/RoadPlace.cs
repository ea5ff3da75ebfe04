using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;

namespace CityLoom.Reach.Geo;

/// <summary>A place on a road, as found for a place beside it.</summary>
/// <param name="Arc">An arc of the road.</param>
/// <param name="Share">How far along the arc, from 0 at its tail to 1 at its head.</param>
/// <param name="MetresOff">Distance between the road and the place it was found for.</param>
public readonly record struct RoadPlace(int Arc, double Share, double MetresOff)
{
    /// <summary>The ends of the road that a search from (or, against the traffic, to) this place begins at.</summary>
    /// <param name="times">Times of the arcs.</param>
    /// <param name="heading">With or against the traffic.</param>
    /// <param name="access">Time between the place and the road, in units.</param>
    public Start[] Starts(TravelTimes times, Heading heading, int access = 0)
    {
        var opposite = times.Network.Opposite(Arc);
        Start?[] ends = [End(times, Arc, Share, heading, access), opposite < 0 ? null : End(times, opposite, 1 - Share, heading, access)];
        return ends.OfType<Start>().ToArray();
    }

    private static Start? End(TravelTimes times, int arc, double share, Heading heading, int access)
    {
        var (time, outward) = (times.OfArc[arc], heading == Heading.Outward);
        var whole = access + (long)Math.Round(time * (outward ? 1 - share : share));
        return time == TravelTimes.Closed || whole >= TravelTimes.Closed
            ? null
            : new Start(outward ? times.Network.Heads[arc] : times.Network.Tails[arc], (int)whole);
    }
}
