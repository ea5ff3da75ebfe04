using CityLoom.City.Matters;
using CityLoom.Kernel.Storage;

namespace CityLoom.Directives;

/// <summary>A measure of the ledger and what has become of it.</summary>
/// <param name="Measure">The measure, with the exact words.</param>
/// <param name="Theme">The chain of headings over it, outermost first.</param>
/// <param name="Matter">Its matter; null when it was rejected or isn't published.</param>
/// <param name="Parts">How far the parts of the matter have come; null when it has none.</param>
public sealed record MeasureProgress(ReviewedMeasure Measure, IReadOnlyList<string> Theme, Matter? Matter, MatterCount? Parts);

/// <summary>How far a directive has come, measure by measure.</summary>
/// <param name="Directive">The directive.</param>
/// <param name="Measures">Its actions and targets in the order of the text.</param>
public sealed record DirectiveProgress(Directive Directive, IReadOnlyList<MeasureProgress> Measures)
{
    /// <summary>The measures that became matters, own or joined.</summary>
    public IEnumerable<MeasureProgress> Promised => Measures.Where(m => m.Matter is not null);

    /// <summary>The progress of a directive at an instant, or null when there is no such directive.</summary>
    public static DirectiveProgress? Find(Session session, long id, DateTimeOffset now)
    {
        if (DirectiveBook.Find(session, id) is not { } directive)
        {
            return null;
        }

        var measures = DirectiveBook.MeasuresOf(session, id).FindAll(m => m.InLedger);
        var matters = MatterBook.FindAll(session, [.. measures.Select(m => m.MatterId).OfType<long>().Distinct()]);
        var parts = MatterCounts.ByParent(session, matters.Keys, now);
        return new DirectiveProgress(directive, measures.ConvertAll(m => Of(m, matters, parts)));
    }

    private static MeasureProgress Of(ReviewedMeasure measure, Dictionary<long, Matter> matters, Dictionary<long, MatterCount> parts)
    {
        var matter = measure.MatterId is { } id ? matters.GetValueOrDefault(id) : null;
        return new MeasureProgress(measure, measure.Found().Theme, matter, matter is null ? null : parts.GetValueOrDefault(matter.Id));
    }
}
