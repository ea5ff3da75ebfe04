using CityLoom.City.Territories;

namespace CityLoom.Emergency.Coverage;

/// <summary>How many people of a territory live within the standard.</summary>
/// <param name="Territory">Code of the territory.</param>
/// <param name="Name">Its name.</param>
/// <param name="District">Code of the district it belongs to; its own for a district.</param>
/// <param name="Minutes">Minutes that count there.</param>
/// <param name="People">Its people.</param>
/// <param name="Covered">Those within the minutes of a station.</param>
/// <param name="Twice">Those within the minutes of two.</param>
/// <param name="Target">Share that must be covered, 0 to 1.</param>
public sealed record CoverageRow(string Territory, string Name, string District, int Minutes, double People, double Covered, double Twice, double Target)
{
    /// <summary>The covered share, 0 to 1; 1 where nobody lives.</summary>
    public double Share => People > 0 ? Covered / People : 1;

    /// <summary>People who would have to be covered in addition for the target to be met; 0 when it is met.</summary>
    public double Gap => Math.Max(0, (Target * People) - Covered);
}

/// <summary>Coverage by district and street, the largest gaps first.</summary>
/// <param name="City">All together; its minutes are 0, since they differ.</param>
/// <param name="Districts">By district.</param>
/// <param name="Streets">By street.</param>
/// <param name="Uncovered">Numbers of the points beyond the standard.</param>
public sealed record CoverageFigures(CoverageRow City, IReadOnlyList<CoverageRow> Districts, IReadOnlyList<CoverageRow> Streets, IReadOnlyList<int> Uncovered)
{
    /// <summary>Reckons the figures from the reaches of all stations.</summary>
    public static CoverageFigures Of(PeopleOnRoads people, IReadOnlyCollection<StationReach> reaches)
    {
        var times = Count(people, reaches);
        var districts = Rows(people, times, people.District);
        return new CoverageFigures(
            new CoverageRow(
                "", "", "", 0, districts.Sum(d => d.People), districts.Sum(d => d.Covered), districts.Sum(d => d.Twice),
                districts.Sum(d => d.People) is > 0 and var all ? districts.Sum(d => d.Target * d.People) / all : 1),
            districts,
            Rows(people, times, people.Street),
            [.. Enumerable.Range(0, times.Length).Where(point => times[point] == 0)]);
    }

    /// <summary>How many stations reach each point in time.</summary>
    private static int[] Count(PeopleOnRoads people, IReadOnlyCollection<StationReach> reaches)
    {
        var times = new int[people.People.Count];
        foreach (var reach in reaches)
        {
            for (var point = 0; point < times.Length; point++)
            {
                times[point] += reach.Seconds[point] >= 0 && reach.Seconds[point] <= people.Limit[point] ? 1 : 0;
            }
        }

        return times;
    }

    private static List<CoverageRow> Rows(PeopleOnRoads people, int[] times, IReadOnlyList<Territory?> territory) =>
    [
        .. Enumerable.Range(0, times.Length).GroupBy(point => territory[point]?.Code ?? "").Select(group =>
        {
            var (first, district) = (territory[group.First()], people.District[group.First()]);
            double Sum(int least) => group.Where(point => times[point] >= least).Sum(point => people.People[point].People);
            return new CoverageRow(
                group.Key, first?.Name ?? "", district?.Code ?? "", people.Standard.Minutes(district), Sum(0), Sum(1), Sum(2), people.Standard.Share(district));
        }).OrderByDescending(row => row.Gap).ThenBy(row => row.Share).ThenBy(row => row.Territory, StringComparer.Ordinal),
    ];
}
