using CityLoom.City.Territories;
using CityLoom.Emergency.Roads;
using CityLoom.Emergency.Stations;
using CityLoom.Reach.Geo;
using CityLoom.Reach.Inputs;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;

namespace CityLoom.Emergency.Coverage;

/// <summary>Where people live, each point found on its road once, so that a search needs only to look at the ends of those roads. Immutable.</summary>
public sealed class PeopleOnRoads
{
    private readonly OpenRoads _roads;
    private readonly Start[][] _ends;
    private readonly (RoadPlace Place, int Access)?[] _found;

    /// <summary>Finds all points on the roads.</summary>
    /// <param name="roads">The roads.</param>
    /// <param name="people">Where people live.</param>
    /// <param name="tree">The division tree that they are counted in.</param>
    /// <param name="standard">The standard that holds in each of its districts.</param>
    public PeopleOnRoads(OpenRoads roads, IReadOnlyList<Settlement> people, TerritoryTree tree, ReachStandard standard)
    {
        (_roads, People, Standard) = (roads, people, standard);
        _found = [.. people.Select(p => roads.Find(Position.OfDegrees(p.Longitude, p.Latitude)))];
        _ends = [.. _found.Select(f => f is { } on ? on.Place.Starts(roads.Times, Heading.Inward, on.Access) : [])];
        District = [.. people.Select(p => tree.AtLevel(p.Territory, TerritoryLevel.District))];
        Street = [.. people.Select(p => tree.AtLevel(p.Territory, TerritoryLevel.Street) ?? tree.Find(p.Territory))];
        Limit = [.. District.Select(standard.Drive)];
        (Zones, ZonePoints) = Streets();
    }

    /// <summary>The points.</summary>
    public IReadOnlyList<Settlement> People { get; }

    /// <summary>The standard that applies.</summary>
    public ReachStandard Standard { get; }

    /// <summary>The district of each point.</summary>
    public IReadOnlyList<Territory?> District { get; }

    /// <summary>The street of each point.</summary>
    public IReadOnlyList<Territory?> Street { get; }

    /// <summary>Seconds of driving that count at each point.</summary>
    public IReadOnlyList<int> Limit { get; }

    /// <summary>The streets as zones of demand, weighed by their people.</summary>
    public IReadOnlyList<Zone> Zones { get; }

    /// <summary>The point that stands for each zone: the one nearest to the middle of its people.</summary>
    public IReadOnlyList<int> ZonePoints { get; }

    /// <summary>Seconds from the place of the last run of a search to each point; -1 beyond the limit of the run.</summary>
    internal int[] Seconds(ReachSearch search, (RoadPlace Place, int Access) from, int limit)
    {
        var seconds = new int[_ends.Length];
        for (var point = 0; point < seconds.Length; point++)
        {
            var best = Along(from, point);
            foreach (var end in _ends[point])
            {
                if (search[end.Node] is >= 0 and var time && (long)time + end.Time < best)
                {
                    best = (long)time + end.Time;
                }
            }

            seconds[point] = best <= limit ? (int)Math.Ceiling(best / _roads.Times.UnitsPerSecond) : -1;
        }

        return seconds;
    }

    private (List<Zone> Zones, List<int> Points) Streets()
    {
        var (zones, points) = (new List<Zone>(), new List<int>());
        foreach (var street in Enumerable.Range(0, People.Count).Where(p => People[p].People > 0).GroupBy(p => Street[p]?.Code ?? ""))
        {
            var people = street.Sum(p => People[p].People);
            var (x, y) = (street.Sum(p => People[p].Longitude * People[p].People) / people, street.Sum(p => People[p].Latitude * People[p].People) / people);
            points.Add(street.MinBy(p => new GeoPoint(People[p].Longitude, People[p].Latitude).MetresTo(new GeoPoint(x, y))));
            zones.Add(new Zone(street.Key, people, District[street.First()]?.Code ?? ""));
        }

        return (zones, points);
    }

    /// <summary>Straight along the road on which both stand, in units; never when they stand on different ones.</summary>
    private long Along((RoadPlace Place, int Access) from, int point)
    {
        if (_found[point] is not { } to || to.Place.Arc != from.Place.Arc)
        {
            return long.MaxValue;
        }

        var arc = from.Place.Share <= to.Place.Share ? to.Place.Arc : _roads.Times.Network.Opposite(to.Place.Arc);
        return arc < 0 || _roads.Times.OfArc[arc] == TravelTimes.Closed
            ? long.MaxValue
            : from.Access + to.Access + (long)Math.Round(Math.Abs(to.Place.Share - from.Place.Share) * _roads.Times.OfArc[arc]);
    }
}
