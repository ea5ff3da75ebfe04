using CityLoom.Reach.Geo;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;

namespace CityLoom.Reach.Cover;

/// <summary>A point where people live, with the territory it belongs to.</summary>
/// <param name="Territory">Code or name of the territory.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Weight">How many people; 0 or more.</param>
public readonly record struct Populated(string Territory, Position Place, double Weight);

/// <summary>How many people of a territory have a station within the time.</summary>
/// <param name="Territory">The territory.</param>
/// <param name="Total">Its people.</param>
/// <param name="Covered">Those with a station within the time.</param>
/// <param name="Twice">Those with two.</param>
/// <param name="MeanSeconds">Mean time of the covered, by weight; NaN where nobody is.</param>
public sealed record TerritoryCover(string Territory, double Total, double Covered, double Twice, double MeanSeconds)
{
    /// <summary>The covered share, 0 to 1.</summary>
    public double Share => Total > 0 ? Covered / Total : 0;

    /// <summary>Drives from each station to each point, both found on their nearest roads, the largest uncovered number of people first.</summary>
    /// <param name="times">The roads.</param>
    /// <param name="stations">Where the stations are; those too far from every road cover nobody.</param>
    /// <param name="people">Where people live; those too far from every road are not covered.</param>
    /// <param name="limit">The longest time, with the ways between place and road.</param>
    /// <param name="accessKmh">Speed between place and road.</param>
    public static IReadOnlyList<TerritoryCover> Of(TravelTimes times, IReadOnlyList<Position> stations, IReadOnlyList<Populated> people, TimeSpan limit, double accessKmh = 30)
    {
        var finder = new PlaceLabels(times, stations, times.Units(limit), accessKmh);
        return people.GroupBy(point => point.Territory, point => (point.Weight, Labels: finder.Of(point.Place)))
            .Select(group => Line(group.Key, group.ToList(), times.UnitsPerSecond))
            .OrderByDescending(line => line.Total - line.Covered).ThenBy(line => line.Territory, StringComparer.Ordinal)
            .ToList();
    }

    private static TerritoryCover Line(string territory, List<(double Weight, (NearestOrigin First, NearestOrigin Second) Labels)> points, double unitsPerSecond)
    {
        var covered = points.Where(point => point.Labels.First.Origin >= 0).ToList();
        var weight = covered.Sum(point => point.Weight);
        return new(
            territory,
            points.Sum(point => point.Weight),
            weight,
            points.Where(point => point.Labels.Second.Origin >= 0).Sum(point => point.Weight),
            weight > 0 ? covered.Sum(point => point.Weight * point.Labels.First.Time) / weight / unitsPerSecond : double.NaN);
    }
}
