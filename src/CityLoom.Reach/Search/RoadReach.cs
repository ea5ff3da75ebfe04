using CityLoom.Reach.Geo;
using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Search;

/// <summary>
/// Reach exact to the part of a road: where on each arc the time runs out. Only arcs at the rim are cut
/// (Baum, Buchhold, Dibbelt and Wagner 2016, Fast exact computation of isochrones in road networks). One object per thread.
/// </summary>
public sealed class RoadReach(TravelTimes times, Heading heading = Heading.Outward)
{
    private readonly ReachSearch _search = new(times, heading);
    private readonly List<RoadPart> _parts = [];

    /// <summary>The search beneath, with the time of each node in the last run.</summary>
    public ReachSearch Nodes => _search;

    /// <summary>All parts of arcs within the limit of any of the places; valid until the next run.</summary>
    /// <param name="places">Where to begin, each with the time between it and its road.</param>
    /// <param name="limit">The longest time, in units.</param>
    public IReadOnlyList<RoadPart> Run(IReadOnlyList<(RoadPlace Place, int Access)> places, int limit)
    {
        _search.Run(places.SelectMany(p => p.Place.Starts(times, heading, p.Access)).ToArray(), limit);
        _parts.Clear();
        foreach (var (place, access) in places)
        {
            AddFirst(place.Arc, place.Share, limit - access);
            AddFirst(times.Network.Opposite(place.Arc), 1 - place.Share, limit - access);
        }
        AddBeyondNodes(limit);
        return _parts;
    }

    /// <summary>The parts reached from nodes, without places on roads; valid until the next run.</summary>
    public IReadOnlyList<RoadPart> Run(ReadOnlySpan<Start> starts, int limit)
    {
        _search.Run(starts, limit);
        _parts.Clear();
        AddBeyondNodes(limit);
        return _parts;
    }

    private void AddFirst(int arc, double share, int left)
    {
        if (arc < 0 || times.OfArc[arc] == TravelTimes.Closed || left < 0)
        {
            return;
        }
        var passed = Share(left, times.OfArc[arc]);
        _parts.Add(heading == Heading.Outward ? new(arc, share, Math.Min(1, share + passed)) : new(arc, Math.Max(0, share - passed), share));
    }

    private void AddBeyondNodes(int limit)
    {
        var arrays = times.Network.Arrays;
        var outward = heading == Heading.Outward;
        var first = (outward ? arrays.FirstArc : arrays.FirstIncoming).Span;
        var incoming = arrays.Incoming.Span;
        foreach (var node in _search.Reached)
        {
            for (var at = first[node]; at < first[node + 1]; at++)
            {
                var arc = outward ? at : incoming[at];
                if (times.OfArc[arc] != TravelTimes.Closed && Share(limit - _search[node], times.OfArc[arc]) is var share and > 0)
                {
                    _parts.Add(outward ? new(arc, 0, share) : new(arc, 1 - share, 1));
                }
            }
        }
    }

    private static double Share(int left, int time) => time <= left ? 1 : (double)left / time;
}
