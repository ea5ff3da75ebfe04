using CityLoom.Reach.Geo;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;

namespace CityLoom.Reach.Cover;

/// <summary>
/// The nearest and second nearest station of places beside roads: by way of either end of the place's road, or straight along the
/// road where a station stands on it too.
/// </summary>
public sealed class PlaceLabels
{
    private readonly TravelTimes _times;
    private readonly RoadIndex _index;
    private readonly NearestSearch _search;
    private readonly ILookup<int, (int Station, RoadPlace Place, int Access)> _onRoad;
    private readonly int _limit;
    private readonly double _accessKmh;

    /// <summary>Finds the stations on the roads and labels all junctions.</summary>
    public PlaceLabels(TravelTimes times, IReadOnlyList<Position> stations, int limit, double accessKmh)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(accessKmh);
        (_times, _limit, _accessKmh) = (times, limit, accessKmh);
        _index = new(times.Network);
        _search = new(times, Heading.Outward, withSecond: true);
        var found = stations.Select((place, station) => (Station: station, Road: _index.Nearest(place, times))).Where(s => s.Road is not null)
            .Select(s => (s.Station, Place: s.Road!.Value, Access: Access(s.Road.Value))).ToList();
        _onRoad = found.ToLookup(s => s.Place.Arc);
        _search.Run(found.SelectMany(s => s.Place.Starts(times, Heading.Outward, s.Access).Select(start => (s.Station, start))).ToList(), limit);
    }

    /// <summary>The nearest station and the nearest other one within the limit.</summary>
    public (NearestOrigin First, NearestOrigin Second) Of(Position place)
    {
        if (_index.Nearest(place, _times) is not { } road)
        {
            return (NearestOrigin.None, NearestOrigin.None);
        }
        var access = Access(road);
        var candidates = road.Starts(_times, Heading.Inward, access)
            .SelectMany(end => new[] { Later(_search.Nearest(end.Node), end.Time), Later(_search.Second(end.Node), end.Time) })
            .Concat(_onRoad[road.Arc].Select(s => Along(s.Station, s.Place, road, s.Access + access)))
            .Where(label => label.Origin >= 0 && label.Time <= _limit)
            .OrderBy(label => label.Time).ThenBy(label => label.Origin).ToList();
        var first = candidates.FirstOrDefault(NearestOrigin.None);
        return (first, candidates.FirstOrDefault(label => label.Origin != first.Origin, NearestOrigin.None));
    }

    private int Access(RoadPlace place) => (int)Math.Min(TravelTimes.Closed - 1, Math.Round(place.MetresOff * 3.6 / _accessKmh * _times.UnitsPerSecond));

    private NearestOrigin Later(NearestOrigin label, int time) =>
        label.Origin >= 0 && (long)label.Time + time <= _limit ? new(label.Origin, label.Time + time) : NearestOrigin.None;

    /// <summary>From a station on the same road without passing a junction, in the direction in which that is allowed.</summary>
    private NearestOrigin Along(int station, RoadPlace from, RoadPlace to, int access)
    {
        var arc = from.Share <= to.Share ? to.Arc : _times.Network.Opposite(to.Arc);
        if (arc < 0 || _times.OfArc[arc] == TravelTimes.Closed)
        {
            return NearestOrigin.None;
        }
        var time = access + Math.Round(Math.Abs(to.Share - from.Share) * _times.OfArc[arc]);
        return time <= _limit ? new(station, (int)time) : NearestOrigin.None;
    }
}
