using CityLoom.Reach.Geo;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;

namespace CityLoom.Reach.Cover;

/// <summary>How much of the demand is reached from the stations in time.</summary>
/// <param name="Nearest">For each point of demand the nearest station and the time in units; station -1 for none within the time.</param>
/// <param name="Second">The second nearest of each.</param>
/// <param name="Covered">Weight of the points with a station within the time.</param>
/// <param name="Twice">Weight of the points with two stations within the time.</param>
/// <param name="Total">Weight of all points.</param>
public sealed record CoverReport(IReadOnlyList<NearestOrigin> Nearest, IReadOnlyList<NearestOrigin> Second, double Covered, double Twice, double Total)
{
    /// <summary>The covered share of the weight, 0 to 1.</summary>
    public double Share => Total > 0 ? Covered / Total : 0;

    /// <summary>
    /// Drives from every station to every point: in a straight line to the nearest node with access, over the roads, and in a
    /// straight line from the node nearest to the point.
    /// </summary>
    /// <param name="city">The case.</param>
    /// <param name="time">Time on the way; a point at exactly this time is covered.</param>
    /// <param name="offRoadKmh">Speed of the straight lines.</param>
    public static CoverReport Of(CoverCase city, TimeSpan time, double offRoadKmh = 47)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(offRoadKmh);
        var limit = city.Times.Units(time);
        var search = new NearestSearch(city.Times, Heading.Outward, withSecond: true);
        search.Run(city.Stations.Select(place => Entry(city, place, offRoadKmh)).ToArray(), limit);
        var (nearest, second) = (new List<NearestOrigin>(), new List<NearestOrigin>());
        var (covered, twice, total) = (0.0, 0.0, 0.0);
        foreach (var demand in city.Demands)
        {
            var (node, access) = Entry(city, demand.Place, offRoadKmh);
            nearest.Add(Within(search.Nearest(node), access, limit));
            second.Add(Within(search.Second(node), access, limit));
            covered += nearest[^1].Origin >= 0 ? demand.Weight : 0;
            twice += second[^1].Origin >= 0 ? demand.Weight : 0;
            total += demand.Weight;
        }
        return new(nearest, second, covered, twice, total);
    }

    private static Start Entry(CoverCase city, Position place, double kmh)
    {
        var (node, metres) = city.Access.Nearest(place);
        return node < 0
            ? throw new RoadFileException("nodes: no node has off_road_access, so no vehicle can leave the road")
            : new(node, (int)Math.Min(TravelTimes.Closed - 1, Math.Round(metres * 3.6 / kmh * city.Times.UnitsPerSecond)));
    }

    private static NearestOrigin Within(NearestOrigin label, int access, int limit) =>
        label.Origin >= 0 && (long)label.Time + access <= limit ? new(label.Origin, label.Time + access) : NearestOrigin.None;
}
