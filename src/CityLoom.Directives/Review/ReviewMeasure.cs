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
        if (Span(directive, measures, request.Start, request.End, null) is not { } span)
        {
            return DirectiveRefusals.BadSpan;
        }

        var added = Measure(directive, span.Start, span.End, request.Kind ?? MeasureKind.Action) with { Origin = "person" };
        return new Change([added], []);
    }

    private static Outcome<Change> Edit(Directive directive, IReadOnlyList<ReviewedMeasure> measures, ReviewedMeasure measure, ReviewRequest request)
    {
        if (Span(directive, measures, request.Start ?? measure.StartAt, request.End ?? measure.EndAt, measure) is not { } span)
        {
            return DirectiveRefusals.BadSpan;
        }

        return Keep(measure with
        {
            StartAt = span.Start,
            EndAt = span.End,
            Words = directive.CleanText[span.Start..span.End],
            Kind = request.Kind ?? measure.Kind,
            Status = MeasureStatus.Pending,
        });
    }

    /// <summary>Both halves keep what the reader found of the whole: its theme, its owners, its deadline.</summary>
    private static Outcome<Change> Split(Directive directive, ReviewedMeasure measure, ReviewRequest request)
    {
        if (request.At is not { } at || at <= measure.StartAt || at >= measure.EndAt
            || Trim(directive.CleanText, measure.StartAt, at) is not { } first || Trim(directive.CleanText, at, measure.EndAt) is not { } second)
        {
            return DirectiveRefusals.BadSpan;
        }

        var left = measure with { StartAt = first.Start, EndAt = first.End, Words = directive.CleanText[first.Start..first.End], Status = MeasureStatus.Pending };
        var right = left with { Id = 0, StartAt = second.Start, EndAt = second.End, Words = directive.CleanText[second.Start..second.End] };
        return new Change([left, right], []);
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

    private static (int Start, int End)? Span(Directive directive, IReadOnlyList<ReviewedMeasure> measures, int? start, int? end, ReviewedMeasure? own) =>
        start is { } from && end is { } to && from >= 0 && to <= directive.CleanText.Length && from < to
        && Trim(directive.CleanText, from, to) is { } span
        && !directive.CleanText.AsSpan(span.Start, span.End - span.Start).Contains('\n')
        && !measures.Any(m => m.Id != own?.Id && m.StartAt < span.End && span.Start < m.EndAt)
            ? span
            : null;

    /// <summary>The span without white space and stops at its ends; null when nothing is left.</summary>
    private static (int Start, int End)? Trim(string text, int start, int end)
    {
        const string Outside = " 　\t\r\n，。；：、！？,.;:!?";
        while (start < end && Outside.Contains(text[start]))
        {
            start++;
        }

        while (end > start && Outside.Contains(text[end - 1]))
        {
            end--;
        }

        return start < end ? (start, end) : null;
    }
}
