using CityLoom.Reach.Inputs;
using CityLoom.Reach.Locate;

namespace CityLoom.Reach.Simulate;

/// <summary>A place with units.</summary>
/// <param name="Place">As in the table of road times.</param>
/// <param name="Units">How many units stand there.</param>
public sealed record Station(string Place, int Units)
{
    /// <summary>Reads <c>place[,units]</c> as CSV, or says what is wrong in which line.</summary>
    public static Checked<IReadOnlyList<Station>> Read(string name, TextReader text) => InputFaultException.Catch<IReadOnlyList<Station>>(() =>
        [.. Sheet.Read(name, text, "place").Rows.Select(row => new Station(row.Needed("place"), (int)row.Whole("units", 0, 10_000, 1)))]);
}

/// <summary>The city as a simulation sees it: places by index, road times between them.</summary>
internal sealed class SimulatedCity
{
    private readonly int[] _times;
    private readonly int _places;

    private SimulatedCity(int[] times, int places, int zones, int hospitals) => (_times, _places, Zones, Hospitals) = (times, places, zones, hospitals);

    /// <summary>Places 0 to this are zones, then come hospitals, then stations.</summary>
    public int Zones { get; }

    public int Hospitals { get; }

    public int FirstStation => Zones + Hospitals;

    public static SimulatedCity Of(IReadOnlyList<Zone> zones, IReadOnlyList<string> hospitals, IReadOnlyList<Station> stations, PlaceTimes times)
    {
        string[] places = [.. zones.Select(zone => zone.Place), .. hospitals, .. stations.Select(station => station.Place)];
        return new SimulatedCity([.. places.SelectMany(from => places.Select(to => times.Seconds(from, to)))], places.Length, zones.Count, hospitals.Count);
    }

    public int Seconds(int from, int to) => _times[from * _places + to];

    /// <summary>The nearest hospital of a place by road; null when none can be reached.</summary>
    public int? NearestHospital(int from)
    {
        int? nearest = null;
        for (var place = Zones; place < Zones + Hospitals; place++)
        {
            nearest = Seconds(from, place) < (nearest is { } so ? Seconds(from, so) : TravelMatrix.Unreachable) ? place : nearest;
        }

        return nearest;
    }
}
