using CityLoom.City.Territories;
using CityLoom.City.Trees;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Indicators;

/// <summary>A value of one indicator as a program or a form sends it.</summary>
public sealed record ReportedValue
{
    /// <summary>Code of the territory.</summary>
    public required string Territory { get; init; }

    /// <summary>The period, such as <c>2026-03</c>, <c>2026-Q1</c> or <c>2026</c>, of the indicator's own rhythm.</summary>
    public required string Period { get; init; }

    /// <summary>The value in the indicator's unit.</summary>
    public decimal Value { get; init; }

    /// <summary>Where it comes from.</summary>
    public string? Source { get; init; }
}

/// <summary>Enters values that people or programs report for the territory they answer for, all or none.</summary>
public static class ReportObservations
{
    /// <summary>The most values of one report.</summary>
    public const int Most = 50_000;

    /// <summary>The posts that may report values.</summary>
    public static IReadOnlyList<Role> May { get; } = [Role.Handler, Role.Dispatcher, Role.Supervisor, Role.Epidemiologist, Role.Administrator];

    /// <summary>The same value again changes nothing; another one becomes the next revision. Only periods that are over are taken.</summary>
    public static Outcome<ObservationCounts> Run(Writing writing, string code, IReadOnlyList<NewObservation> values, SignedIn by, CityContext city)
    {
        if (IndicatorBook.Find(writing, code) is null)
        {
            return IndicatorRefusals.Unknown;
        }

        var today = city.Clock.Today;
        return values.Count == 0 ? IndicatorRefusals.NoValues
            : values.Count > Most ? IndicatorRefusals.TooMany
            : values.Any(v => !MayReport(by, v.Territory, city)) ? IndicatorRefusals.NotYours
            : values.Any(v => v.Period.Last > today) ? IndicatorRefusals.NotOver
            : ObservationBook.Record(writing, values, city.Now, by.Actor);
    }

    /// <summary>Checks values sent as data, each with its place in the list for a line.</summary>
    public static Outcome<IReadOnlyList<NewObservation>> Check(
        Indicator indicator, IReadOnlyList<ReportedValue> values, TerritoryTree territories)
    {
        var known = new Dictionary<string, Indicator>(StringComparer.Ordinal) { [indicator.Code] = indicator };
        var faults = new List<ImportFault>();
        var seen = new HashSet<(string, string)>();
        foreach (var (value, place) in values.Select((v, i) => (v, i + 1)))
        {
            var number = value.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var fault = ObservationImport.Fault(indicator.Code, value.Territory, value.Period, number, known, territories, indicator.Code)
                ?? (seen.Add((value.Territory, value.Period)) ? null : new ImportFault("", null, "observation.duplicate", "同一区划和期间出现两次。", "The same territory and period twice."));
            if (fault is not null)
            {
                faults.Add(fault with { Source = "values", Line = place });
            }
        }

        return (faults.Count > 0
            ? Import.Refused<IReadOnlyList<NewObservation>>(faults)
            : Import.Taken<IReadOnlyList<NewObservation>>([.. values.Select(v => Made(indicator, v))])).AsOutcome();
    }

    /// <summary>True when the person answers for the territory: it lies within that of an organization, or of a grant, of theirs.</summary>
    public static bool MayReport(SignedIn who, string territory, CityContext city) => who.Grants.Any(g => May.Contains(g.Role)
        && city.Territories.Within(territory, g.Territory ?? city.Organizations.Find(g.Organization)?.TerritoryCode));

    private static NewObservation Made(Indicator indicator, ReportedValue value) => new(
        indicator.Code, value.Territory, Period.TryParse(value.Period, out var period) ? period : default, value.Value, value.Source?.Trim() ?? "");
}
