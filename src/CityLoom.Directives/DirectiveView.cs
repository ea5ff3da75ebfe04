using CityLoom.City;
using CityLoom.Directives.Import;
using CityLoom.Directives.Review;
using CityLoom.Kernel.Storage;
using CityLoom.Reading;

namespace CityLoom.Directives;

/// <summary>A measure as reviewers see it: what was found, what is suggested, what has been decided.</summary>
/// <param name="Measure">The measure and the decision.</param>
/// <param name="Found">What the reader found in its words.</param>
/// <param name="Suggestion">What to choose; null when it is not of the ledger or decided already.</param>
/// <param name="Alike">Measures of other directives that say the same.</param>
public sealed record MeasureView(ReviewedMeasure Measure, Measure Found, Suggestion? Suggestion, IReadOnlyList<Likeness> Alike);

/// <summary>A directive with all its measures.</summary>
/// <param name="Directive">The directive.</param>
/// <param name="Measures">Its measures in the order of the text.</param>
public sealed record DirectiveView(Directive Directive, IReadOnlyList<MeasureView> Measures)
{
    /// <summary>The directive with its measures and suggestions, or null.</summary>
    public static DirectiveView? Find(Session session, long id, CityContext city)
    {
        if (DirectiveBook.Find(session, id) is not { } directive)
        {
            return null;
        }

        var alike = Likenesses.Of(session, id).ToLookup(l => l.MeasureId);
        return new DirectiveView(directive, DirectiveBook.MeasuresOf(session, id).ConvertAll(m => ViewOf(directive, m, alike, city)));
    }

    private static MeasureView ViewOf(Directive directive, ReviewedMeasure measure, ILookup<long, Likeness> alike, CityContext city)
    {
        var found = measure.Found();
        var open = directive.Status == DirectiveStatus.Reviewing && measure is { InLedger: true, Status: MeasureStatus.Pending };
        return new MeasureView(
            measure, found, open ? Suggestion.For(directive, measure, found, city.Trees, city.Clock.Today) : null, [.. alike[measure.Id]]);
    }
}
