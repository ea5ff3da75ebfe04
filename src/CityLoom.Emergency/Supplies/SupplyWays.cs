using System.Collections.Concurrent;
using CityLoom.Emergency.Incidents;
using CityLoom.Emergency.Roads;
using CityLoom.Reach.Roads;

namespace CityLoom.Emergency.Supplies;

/// <summary>
/// How long a lorry drives from a warehouse to where something is needed: over the city's roads as other traffic may drive on them, or,
/// where none are near, by <see cref="TravelGuess"/>. One search from each warehouse, kept until the roads change. Thread-safe.
/// </summary>
/// <param name="roads">The city's roads; null to guess.</param>
public sealed class SupplyWays(CityRoads? roads)
{
    private volatile Searches? _searches;

    /// <summary>Ways that are guessed.</summary>
    public static SupplyWays Guessed { get; } = new(null);

    /// <summary>True when ways go over roads, false when they are guessed.</summary>
    public bool ByRoad => roads?.Present is not null;

    /// <summary>Seconds of driving; null when there is no way within three hours.</summary>
    /// <param name="from">The warehouse, in WGS-84 degrees.</param>
    /// <param name="to">Where it is needed.</param>
    public int? Seconds((double Longitude, double Latitude) from, (double Longitude, double Latitude) to)
    {
        var (start, end) = (Position.OfDegrees(from.Longitude, from.Latitude), Position.OfDegrees(to.Longitude, to.Latitude));
        if (roads?.Present?.Lorries is not { } open || open.Find(start) is null || open.Find(end) is null)
        {
            return TravelGuess.Seconds(from, to);
        }

        var searches = _searches;
        if (searches?.Roads != open)
        {
            _searches = searches = new Searches(open, new());
        }

        return searches.From.GetOrAdd(start, place => new DriveTimes(open, place, Heading.Outward)).Seconds(end);
    }

    private sealed record Searches(OpenRoads Roads, ConcurrentDictionary<Position, DriveTimes> From);
}
