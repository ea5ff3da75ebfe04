using CityLoom.City.Organizations;
using CityLoom.Kernel;
using CityLoom.Reading;

namespace CityLoom.Directives.Review;

/// <summary>The rules of a review step. Pure: from the measures at hand to those it leaves.</summary>
public static class ReviewMeasure
{
    /// <summary>The measures that the step changes or makes (identity 0 for new ones) and those it takes away.</summary>
    public sealed record Change(IReadOnlyList<ReviewedMeasure> Kept, IReadOnlyList<ReviewedMeasure> Removed);

    /// <summary>Applies a step to a directive's measures, or says why not.</summary>
    public static Outcome<Change> Apply(Directive directive, IReadOnlyList<ReviewedMeasure> measures, ReviewRequest request, OrganizationTree tree)
    {
        if (directive.Status == DirectiveStatus.Published)
        {
            return DirectiveRefusals.Published;
        }

        if (request.Act == ReviewAct.Add)
        {
            return Add(directive, measures, request);
        }

        return measures.FirstOrDefault(m => m.Id == request.Measure) is not { } measure
            ? DirectiveRefusals.MeasureUnknown
            : request.Act switch
            {
                ReviewAct.Accept => Accept(measure, request, tree),
                ReviewAct.Reject => Keep(measure with { Status = MeasureStatus.Rejected, SameAs = null }),
                ReviewAct.Edit => Edit(directive, measures, measure, request),
                ReviewAct.Split => Split(directive, measure, request),
                ReviewAct.Merge => Merge(directive, measures, measure),
                ReviewAct.Join => Join(measure, request),
                _ => DirectiveRefusals.MeasureUnknown,
            };
    }

    private static Outcome<Change> Accept(ReviewedMeasure measure, ReviewRequest request, OrganizationTree tree) =>
        !measure.InLedger ? DirectiveRefusals.NotInLedger
        : request.Leads.Count == 0 ? DirectiveRefusals.NoOwner
        : request.Leads.Concat(request.Supports).Any(code => tree.Find(code) is null) ? DirectiveRefusals.OwnerUnknown
        : Keep(measure with
        {
            Status = MeasureStatus.Accepted,
            Leads = [.. request.Leads.Distinct()],
            Supports = [.. request.Supports.Except(request.Leads).Distinct()],
            DueDate = request.DueDate,
            SameAs = null,
        });

    private static Outcome<Change> Join(ReviewedMeasure measure, ReviewRequest request) =>
        !measure.InLedger ? DirectiveRefusals.NotInLedger
        : request.With is null ? DirectiveRefusals.SameUnknown
        : Keep(measure with { Status = MeasureStatus.Accepted, SameAs = request.With });

    private static Outcome<Change> Add(Directive directive, IReadOnlyList<ReviewedMeasure> measures, ReviewRequest request)
    {
        if (Span(directive, measures, request, null) is not { } span)
        {
            return DirectiveRefusals.BadSpan;
        }

        var added = Measure(directive, span.Start, span.End, request.Kind ?? MeasureKind.Action) with { Origin = "person" };
        return new Change([added], []);
    }

    private static Outcome<Change> Edit(Directive directive, IReadOnlyList<ReviewedMeasure> measures, ReviewedMeasure measure, ReviewRequest request)
    {
        if (Span(directive, measures, request, measure) is not { } span)
        {
            return DirectiveRefusals.BadSpan;
        }

        return Keep(At(directive, measure, span) with { Kind = request.Kind ?? measure.Kind });
    }

    /// <summary>All parts keep what the reader found of the whole: its theme, its owners, its deadline.</summary>
    private static Outcome<Change> Split(Directive directive, ReviewedMeasure measure, ReviewRequest request)
    {
        var spans = new List<TextSpan>();
        foreach (var words in request.Parts.Select(p => p.Trim()).Where(p => p.Length > 0))
        {
            var from = spans.Count == 0 ? measure.StartAt : spans[^1].End;
            var at = directive.CleanText.IndexOf(words, from, measure.EndAt - from, StringComparison.Ordinal);
            if (at < 0 || TextSpan.Trimmed(directive.CleanText, at, at + words.Length) is not { } span)
            {
                return DirectiveRefusals.NoSuchPart(words);
            }

            spans.Add(span);
        }

        return spans.Count < 2
            ? DirectiveRefusals.OnePart
            : new Change([.. spans.Select((span, i) => At(directive, i == 0 ? measure : measure with { Id = 0 }, span))], []);
    }

    private static Outcome<Change> Merge(Directive directive, IReadOnlyList<ReviewedMeasure> measures, ReviewedMeasure measure)
    {
        var next = measures.Where(m => m.StartAt >= measure.EndAt).MinBy(m => m.StartAt);
        if (next is null || directive.CleanText.AsSpan(measure.StartAt, next.EndAt - measure.StartAt).Contains('\n'))
        {
            return DirectiveRefusals.NoNext;
        }

        var merged = measure with
        {
            EndAt = next.EndAt,
            Words = directive.CleanText[measure.StartAt..next.EndAt],
            Kind = measure.InLedger ? measure.Kind : next.Kind,
            Status = MeasureStatus.Pending,
            SameAs = null,
        };
        return new Change([merged], [next]);
    }

    private static Change Keep(ReviewedMeasure measure) => new([measure], []);

    private static ReviewedMeasure Measure(Directive directive, int start, int end, MeasureKind kind) => new()
    {
        DirectiveId = directive.Id,
        StartAt = start,
        EndAt = end,
        Words = directive.CleanText[start..end],
        Kind = kind,
    };

    private static ReviewedMeasure At(Directive directive, ReviewedMeasure measure, TextSpan span) => measure with
    {
        StartAt = span.Start,
        EndAt = span.End,
        Words = directive.CleanText[span.Start..span.End],
        Status = MeasureStatus.Pending,
        SameAs = null,
    };

    private static TextSpan? Span(Directive directive, IReadOnlyList<ReviewedMeasure> measures, ReviewRequest request, ReviewedMeasure? own) =>
        TextSpan.Of(directive.CleanText, request.Start ?? own?.StartAt, request.End ?? own?.EndAt, request.Quote) is { } span
        && !directive.CleanText.AsSpan(span.Start, span.End - span.Start).Contains('\n')
        && !measures.Any(m => m.Id != own?.Id && m.StartAt < span.End && span.Start < m.EndAt)
            ? span
            : null;
}
