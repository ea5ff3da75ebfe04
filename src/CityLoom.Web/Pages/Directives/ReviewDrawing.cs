using System.Globalization;
using CityLoom.City.Organizations;
using CityLoom.Directives;
using CityLoom.Directives.Review;
using CityLoom.Reading;
using CityLoom.Web.Parts;
using CityLoom.Web.Review;
using CityLoom.Web.Words;

namespace CityLoom.Web.Pages.Directives;

/// <summary>Puts a directive under review into the words of its page.</summary>
internal sealed class ReviewDrawing(DirectiveView view, OrganizationTree tree, Say say)
{
    private readonly List<MeasureView> _ledger = [.. view.Measures.Where(m => m.Measure.InLedger)];

    /// <summary>The review as its page shows it.</summary>
    /// <param name="mayReview">False for those who may only look on.</param>
    public ReviewView Draw(bool mayReview)
    {
        var spans = Spans().ToList();
        var ledger = spans.FindAll(s => s.Kind.InLedger());
        var tally = new TallyView(
            ledger.Count, ledger.Count(s => s.Status is SpanStatus.Accepted or SpanStatus.Merged), ledger.Count(s => s.Status == SpanStatus.Rejected),
            ledger.Count(s => s.Owner.Gap is not null), ledger.Count(s => s.Due.Gap is not null), ledger.Count(s => s.Alike is not null || s.AlsoSaid.Count > 0));
        return new ReviewView(BaseOf(view.Directive.Id), view.Directive.CleanText, TextHeadings.Of(view), spans, tally)
        {
            Closed = !mayReview || view.Directive.Status == DirectiveStatus.Published,
            Stated = view.Measures.Count(m => m.Suggestion is { OwnersStated: true, DueStated: true }),
            Owners = mayReview ? [.. tree.All.Select(o => new ChoiceView(o.ShortName, say.Language == Language.English ? o.EnglishName : o.Name))] : [],
        };
    }

    /// <summary>The address of a directive.</summary>
    public static string BaseOf(long id) => "/directives/" + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The key of a measure.</summary>
    public static string KeyOf(long measure) => measure.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<SpanView> Spans()
    {
        var number = 0;
        foreach (var m in view.Measures)
        {
            yield return Span(m, m.Measure.InLedger ? ++number : 0);
        }
    }

    private SpanView Span(MeasureView m, int number)
    {
        var measure = m.Measure;
        var gaps = new GapDrawing(view.Directive, m, tree, say);
        var supports = measure.Status == MeasureStatus.Pending ? m.Suggestion?.Supports ?? [] : measure.Supports;
        return new SpanView(KeyOf(measure.Id), number, measure.StartAt, measure.EndAt, KindOf(measure.Kind), StatusOf(measure), measure.Words, measure.Words)
        {
            Theme = m.Found.Theme.Count > 0 ? m.Found.Theme[^1] : null,
            Owner = gaps.Owner,
            Due = gaps.Due,
            Supports = string.Join(';', supports),
            SupportNames = supports.Count == 0 ? null : tree.Names(supports, say),
            Quantity = m.Found.Quantities.Count == 0 ? null : string.Join("；", m.Found.Quantities.Select(q => q.Raw)),
            Programmes = m.Found.Programmes.Count == 0 ? null : say.List(m.Found.Programmes),
            Makes = m.Suggestion is { Leads.Count: > 1 } s ? say["review.makes", ("n", s.Leads.Count)] : null,
            Why = [.. KindWords.Of(m.Found.Explanation ?? [], say)],
            AlsoSaid = measure.SameAs is null ? [] : [.. m.Alike.Where(a => a.OtherId == measure.SameAs).Select(a => new QuoteView(a.Words, $"《{a.Title}》", BaseOf(a.DirectiveId)))],
            Candidates = measure.Status == MeasureStatus.Pending && measure.InLedger ? [.. Candidates(m)] : [],
        };
    }

    private IEnumerable<MergeView> Candidates(MeasureView m)
    {
        var at = _ledger.IndexOf(m);
        foreach (var (other, words) in new[] { (at + 1, "review.next-here"), (at - 1, "review.previous-here") })
        {
            if (other >= 0 && other < _ledger.Count && Neighbours(m.Measure, _ledger[other].Measure))
            {
                yield return new MergeView(KeyOf(_ledger[other].Measure.Id), _ledger[other].Measure.Words, say[words]);
            }
        }

        foreach (var alike in m.Alike)
        {
            yield return new MergeView(KeyOf(alike.OtherId), alike.Words, alike.Title, alike.Value);
        }
    }

    /// <summary>True when nothing but text of one paragraph lies between the two, no third span.</summary>
    private bool Neighbours(ReviewedMeasure a, ReviewedMeasure b)
    {
        var (first, second) = a.StartAt < b.StartAt ? (a, b) : (b, a);
        return !view.Directive.CleanText.AsSpan(first.StartAt, second.EndAt - first.StartAt).Contains('\n')
            && view.Measures.All(m => m.Measure.StartAt <= first.StartAt || m.Measure.StartAt >= second.StartAt);
    }

    private static SpanKind KindOf(MeasureKind kind) => kind switch
    {
        MeasureKind.Action => SpanKind.Action,
        MeasureKind.Target => SpanKind.Target,
        MeasureKind.Principle => SpanKind.Principle,
        _ => SpanKind.Past,
    };

    private static SpanStatus StatusOf(ReviewedMeasure measure) => measure switch
    {
        { InLedger: false } or { Status: MeasureStatus.Pending } => SpanStatus.Pending,
        { Status: MeasureStatus.Rejected } => SpanStatus.Rejected,
        { SameAs: not null } => SpanStatus.Merged,
        _ => SpanStatus.Accepted,
    };
}
