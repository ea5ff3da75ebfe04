using System.Text.Json;
using CityLoom.City;
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

        if (request is { Act: ReviewAct.Join, With: { } with } && DirectiveBook.FindMeasure(writing, with) is var other && (other is null || other.DirectiveId == id))
        {
            return DirectiveRefusals.SameUnknown;
        }

        var measures = DirectiveBook.MeasuresOf(writing, id);
        return ReviewMeasure.Apply(directive, measures, request, city.Organizations)
            .Then<IReadOnlyList<ReviewedMeasure>>(change => Keep(writing, directive, measures, change, request.Act, by, city.Now));
    }

    /// <summary>Takes back the last step; the measures as they are again, or why not.</summary>
    public static Outcome<IReadOnlyList<ReviewedMeasure>> Undo(Writing writing, long id, SignedIn by, CityContext city)
    {
        if (DirectiveBook.Take(writing, id) is not { } directive)
        {
            return DirectiveRefusals.Unknown;
        }

        if (directive.Status == DirectiveStatus.Published)
        {
            return DirectiveRefusals.Published;
        }

        var step = writing.Rows<Step>("select id, before, after from review_steps where directive_id = @id order by id desc limit 1", new { id }).FirstOrDefault();
        if (step is null)
        {
            return DirectiveRefusals.NothingToUndo;
        }

        var before = Read(step.Before);
        foreach (var made in Read(step.After).Where(a => before.TrueForAll(b => b.Id != a.Id)))
        {
            DirectiveBook.Remove(writing, made.Id);
        }

        before.ForEach(m => DirectiveBook.Put(writing, m));
        writing.Execute("delete from review_steps where id = @Id", step);
        JournalBook.Append(writing, Directive.Subject, id, city.Now, by.Actor, "undone", new { measures = before.ConvertAll(m => m.Id) });
        return before;
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

        writing.Execute(
            "insert into review_steps (directive_id, act, before, after, at, account) values (@Id, @act, @before, @after, @at, @Account)",
            new { directive.Id, act = act.ToString(), before = Write(before), after = Write(after), at, by.Account });
        JournalBook.Append(writing, Directive.Subject, directive.Id, at, by.Actor, act.ToString(), after.ConvertAll(m => new
        {
            m.Id, m.StartAt, m.EndAt, kind = m.Kind.ToString(), status = m.Status.ToString(), m.Leads, m.Supports, m.DueDate, m.SameAs,
        }));
        return after;
    }

    private static string Write(List<ReviewedMeasure> measures) => JsonSerializer.Serialize(measures, JournalBook.Json);

    private static List<ReviewedMeasure> Read(string json) => JsonSerializer.Deserialize<List<ReviewedMeasure>>(json, JournalBook.Json)!;

    private sealed record Step
    {
        public long Id { get; init; }

        public string Before { get; init; } = "";

        public string After { get; init; } = "";
    }
}
