using CityLoom.City;
using CityLoom.Directives.Import;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Directives.Review;

/// <summary>Does a step of a review on the stored directive, and undoes the last one.</summary>
public static class ReviewDirective
{
    /// <summary>The measures changed or made by the step, or why not.</summary>
    public static Outcome<IReadOnlyList<ReviewedMeasure>> Run(Writing writing, long id, ReviewRequest request, SignedIn by, CityContext city)
    {
        if (DirectiveBook.Take(writing, id) is not { } directive)
        {
            return DirectiveRefusals.Unknown;
        }

        if (!Reviewers.May(by, directive.Organization, city.Organizations))
        {
            return DirectiveRefusals.NotYours;
        }

        if (request is { Act: ReviewAct.Join, With: { } with } && DirectiveBook.FindMeasure(writing, with) is var other && (other is null || other.DirectiveId == id))
        {
            return DirectiveRefusals.SameUnknown;
        }

        var measures = DirectiveBook.MeasuresOf(writing, id);
        return ReviewMeasure.Apply(directive, measures, request, city.Organizations)
            .Then<IReadOnlyList<ReviewedMeasure>>(change => Keep(writing, directive, measures, change, request.Act, by, city.Now));
    }

    /// <summary>
    /// Takes back the last step, or the last one on a measure together with later ones on what that step touched; the measures as
    /// they are again, or why not.
    /// </summary>
    public static Outcome<IReadOnlyList<ReviewedMeasure>> Undo(Writing writing, long id, SignedIn by, CityContext city, long? measure = null)
    {
        if (DirectiveBook.Take(writing, id) is not { } directive)
        {
            return DirectiveRefusals.Unknown;
        }

        if (!Reviewers.May(by, directive.Organization, city.Organizations))
        {
            return DirectiveRefusals.NotYours;
        }

        if (directive.Status == DirectiveStatus.Published)
        {
            return DirectiveRefusals.Published;
        }

        var steps = ReviewSteps.ToUndo(ReviewSteps.Newest(writing, id, measure is null ? 1 : int.MaxValue), measure);
        if (steps.Count == 0)
        {
            return DirectiveRefusals.NothingToUndo;
        }

        foreach (var step in steps)
        {
            ReviewSteps.TakeBack(writing, step);
        }

        // A measure that a step had taken away comes back without what it was like: that is found again.
        var gone = steps.SelectMany(s => s.Before.Where(b => s.After.All(a => a.Id != b.Id))).Select(m => m.Id).ToHashSet();
        Likenesses.Find(writing, id, DirectiveBook.MeasuresOf(writing, id).FindAll(m => gone.Contains(m.Id)));

        var touched = steps.SelectMany(s => s.Before).Select(m => m.Id).ToHashSet();
        DirectiveBook.Kept.Append(writing, id, city.Now, by.Actor, "undone", new { measures = touched.Order() });
        return DirectiveBook.MeasuresOf(writing, id).FindAll(m => touched.Contains(m.Id));
    }

    private static List<ReviewedMeasure> Keep(
        Writing writing, Directive directive, List<ReviewedMeasure> measures, ReviewMeasure.Change change, ReviewAct act, SignedIn by, DateTimeOffset at)
    {
        var touched = change.Kept.Concat(change.Removed).Select(m => m.Id).ToHashSet();
        var before = measures.FindAll(m => touched.Contains(m.Id));
        foreach (var removed in change.Removed)
        {
            DirectiveBook.Remove(writing, removed.Id);
        }

        var after = new List<ReviewedMeasure>();
        foreach (var kept in change.Kept)
        {
            after.Add(kept.Id == 0 ? DirectiveBook.InsertMeasure(writing, kept) : kept);
            DirectiveBook.Put(writing, after[^1]);
        }

        ReviewSteps.Add(writing, directive.Id, act, before, after, at, by);
        DirectiveBook.Kept.Append(writing, directive.Id, at, by.Actor, act.ToString(), after.ConvertAll(m => new
        {
            m.Id, m.StartAt, m.EndAt, kind = m.Kind.ToString(), status = m.Status.ToString(), m.Leads, m.Supports, m.DueDate, m.SameAs,
        }));
        return after;
    }
}
