using System.Globalization;
using CityLoom.City;
using CityLoom.City.Indicators;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Reading;

namespace CityLoom.Directives.Publish;

/// <summary>The target with a figure that a measure sets, to be followed against observations.</summary>
internal static class FollowedTarget
{
    /// <summary>The first figure of a target that can be compared with an observation; null when it states none, or no day by which.</summary>
    public static Quantity? Quantity(ReviewedMeasure measure) => measure.Kind != MeasureKind.Target || Due(measure) is null
        ? null
        : measure.Found().Quantities.FirstOrDefault(q => q.Comparator is not (Comparator.Range or Comparator.Rank) && q.Value.Number is not null);

    /// <summary>
    /// Makes the target, and its indicator when none is called so; its code, or null when there is none to follow. Made again it is the same one,
    /// a measure that joins another shares its target, and so does one that says what the directive is known to have set.
    /// </summary>
    public static string? Make(Writing writing, Directive directive, ReviewedMeasure measure, CityContext city)
    {
        if (measure.SameAs is { } same)
        {
            return DirectiveBook.FindMeasure(writing, same)?.TargetCode;
        }

        if (Quantity(measure) is not { } quantity || city.Organizations.Find(directive.Organization)?.TerritoryCode is not { } territory)
        {
            return null;
        }

        var indicator = IndicatorFor(writing, measure, quantity, city);
        var target = TargetFor(writing, directive, measure, quantity, indicator, territory);
        if (TargetBook.Of(writing, Directive.Subject, directive.Id).Find(t => SaysTheSame(t, target)) is { } known)
        {
            return known.Code;
        }

        TargetBook.Put(writing, target, city.Now, Actor.System);
        return target.Code;
    }

    private static Indicator IndicatorFor(Writing writing, ReviewedMeasure measure, Quantity quantity, CityContext city)
    {
        var name = quantity.Indicator.Length > 0 ? quantity.Indicator : measure.Words;
        name = name.Length <= 200 ? name : name[..200];
        return IndicatorBook.FindByName(writing, name) ?? IndicatorBook.Put(
            writing,
            new Indicator
            {
                Code = Code(measure),
                Name = name,
                Unit = quantity.Unit,
                Direction = DirectionOf(quantity),
                Aggregation = IsShare(quantity) ? Aggregation.Weighted : Aggregation.Sum,
                Category = city.Trees.Advice.CategoryOf(measure.Words),
                Decimals = IsShare(quantity) ? 1 : 0,
                Description = measure.Words,
            },
            city.Now,
            Actor.System);
    }

    private static StoredTarget TargetFor(Writing writing, Directive directive, ReviewedMeasure measure, Quantity quantity, Indicator indicator, string territory)
    {
        var due = Due(measure)!.Value;
        var start = Start(directive) is { } day && day < due ? day : due;
        var value = quantity.Value.Number!.Value;
        return new StoredTarget
        {
            Code = Code(measure),
            Indicator = indicator.Code,
            Territory = territory,
            Direction = DirectionOf(quantity),
            Value = value,
            Start = start,
            Due = due,
            Baseline = Baseline(writing, indicator, territory, start) ?? (IsShare(quantity) || DirectionOf(quantity) == Direction.LowerIsBetter ? value : 0),
            Source = Directive.Subject,
            SourceId = directive.Id,
            Reference = directive.Title,
        };
    }

    /// <summary>What stood before the path began. Where nobody knows, a count begins at nothing; a share or a ceiling has no way to go and is held flat.</summary>
    private static decimal? Baseline(Writing writing, Indicator indicator, string territory, DateOnly start) => indicator.Accumulation == Accumulation.Flow
        ? 0
        : ObservationBook.Of(writing, indicator.Id, territory)
            .Where(o => o.Observed.Period.Last < start)
            .OrderBy(o => o.Observed.Period).ThenBy(o => o.Observed.Revision)
            .LastOrDefault()?.Observed.Value;

    private static bool SaysTheSame(StoredTarget a, StoredTarget b) =>
        (a.Indicator, a.Territory, a.Direction, a.Value, a.Due) == (b.Indicator, b.Territory, b.Direction, b.Value, b.Due);

    private static Direction DirectionOf(Quantity quantity) =>
        quantity.Comparator is Comparator.AtMost or Comparator.Below ? Direction.LowerIsBetter : Direction.HigherIsBetter;

    private static bool IsShare(Quantity quantity) => quantity.Unit.Contains('%', StringComparison.Ordinal) || quantity.Unit.Contains('‰', StringComparison.Ordinal);

    private static DateOnly? Due(ReviewedMeasure measure) => measure.DueDate ?? measure.Found().Deadline?.End;

    /// <summary>The day of the document, the first of its month or year where it says no more.</summary>
    private static DateOnly? Start(Directive directive) => directive.Date is { Length: >= 4 } date
        && DateOnly.TryParseExact(
            date.Length switch { 4 => date + "-01-01", 7 => date + "-01", _ => date }, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : null;

    private static string Code(ReviewedMeasure measure) => string.Create(CultureInfo.InvariantCulture, $"measure-{measure.Id}");
}
