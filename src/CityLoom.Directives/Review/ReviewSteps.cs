using System.Text.Json;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Directives.Review;

/// <summary>The steps of reviews with the measures before and after each, so that any can be taken back.</summary>
internal static class ReviewSteps
{
    /// <summary>One step: the measures that it changed or took away, and what it left of them.</summary>
    internal sealed record Step(long Id, IReadOnlyList<ReviewedMeasure> Before, IReadOnlyList<ReviewedMeasure> After)
    {
        public IEnumerable<long> Touched => Before.Concat(After).Select(m => m.Id);
    }

    /// <summary>Notes a step.</summary>
    public static void Add(
        Writing writing, long directive, ReviewAct act, List<ReviewedMeasure> before, List<ReviewedMeasure> after, DateTimeOffset at, SignedIn by) =>
        writing.Execute(
            "insert into review_steps (directive_id, act, before, after, at, account) values (@directive, @act, @before, @after, @at, @Account)",
            new { directive, act = act.ToString(), before = Write(before), after = Write(after), at, by.Account });

    /// <summary>A directive's steps, the newest first.</summary>
    public static List<Step> Newest(Session session, long directive, int most) =>
        session.Rows<Row>("select id, before, after from review_steps where directive_id = @directive order by id desc limit @most", new { directive, most })
            .ConvertAll(r => new Step(r.Id, Read(r.Before), Read(r.After)));

    /// <summary>The steps to take back, the newest first: the last one on the measure, and each later one on anything that goes with it.</summary>
    /// <param name="newest">The directive's steps, the newest first.</param>
    /// <param name="measure">The measure; null for the last step of all.</param>
    public static IReadOnlyList<Step> ToUndo(IReadOnlyList<Step> newest, long? measure)
    {
        var steps = newest.TakeWhile(s => measure is { } sought && !s.Touched.Contains(sought)).ToList();
        if (steps.Count == newest.Count)
        {
            return [];
        }

        var last = newest[steps.Count];
        var touched = last.Touched.ToHashSet();
        var count = 0;
        while (count < touched.Count)
        {
            count = touched.Count;
            touched.UnionWith(steps.Where(s => s.Touched.Any(touched.Contains)).SelectMany(s => s.Touched));
        }

        return [.. steps.Where(s => s.Touched.Any(touched.Contains)), last];
    }

    /// <summary>Puts back what was there before a step.</summary>
    public static void TakeBack(Writing writing, Step step)
    {
        foreach (var made in step.After.Where(a => step.Before.All(b => b.Id != a.Id)))
        {
            DirectiveBook.Remove(writing, made.Id);
        }

        foreach (var before in step.Before)
        {
            DirectiveBook.Put(writing, before);
        }

        writing.Execute("delete from review_steps where id = @Id", step);
    }

    private static string Write(List<ReviewedMeasure> measures) => JsonSerializer.Serialize(measures, JournalBook.Json);

    private static List<ReviewedMeasure> Read(string json) => JsonSerializer.Deserialize<List<ReviewedMeasure>>(json, JournalBook.Json)!;

    private sealed record Row
    {
        public long Id { get; init; }

        public string Before { get; init; } = "";

        public string After { get; init; } = "";
    }
}
