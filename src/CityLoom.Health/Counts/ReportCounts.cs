using CityLoom.City;
using CityLoom.City.Indicators;
using CityLoom.Health.Streams;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Health.Counts;

/// <summary>Enters counts that people or programs report for the places they answer for, all or none.</summary>
public static class ReportCounts
{
    /// <summary>The most counts of one report.</summary>
    public const int Most = 50_000;

    /// <summary>The posts that may report counts.</summary>
    public static IReadOnlyList<Role> May { get; } = [Role.Handler, Role.Epidemiologist, Role.Administrator];

    /// <summary>The same counts again change nothing; others become the next revisions.</summary>
    public static Outcome<ObservationCounts> Run(Writing writing, IReadOnlyList<NewCount> values, SignedIn by, CityContext city) =>
        values.Count == 0 ? HealthRefusals.NoCounts
        : values.Count > Most ? HealthRefusals.TooManyCounts
        : values.Select(v => v.Territory).Distinct().Any(t => !MayReport(by, t, city)) ? HealthRefusals.NotYours
        : Record(writing, values, city.Now, by.Actor);

    /// <summary>Enters counts whose streams exist, whoever brings them; for verbs and the demo.</summary>
    public static ObservationCounts Record(Writing writing, IReadOnlyList<NewCount> values, DateTimeOffset at, Actor by)
    {
        var streams = StreamBook.All(writing).ToDictionary(s => s.Code, StringComparer.Ordinal);
        return values.GroupBy(v => v.Stream, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => CountBook.Record(writing, streams[g.Key], [.. g], at, by))
            .Aggregate(new ObservationCounts(0, 0, 0), (all, one) => all + one);
    }

    /// <summary>True when the person answers for the place: it lies within that of an organization, or of a grant, of theirs.</summary>
    public static bool MayReport(SignedIn who, string territory, CityContext city) => who.Grants.Any(g => May.Contains(g.Role)
        && city.Territories.Within(territory, g.Territory ?? city.Organizations.Find(g.Organization)?.TerritoryCode));
}
