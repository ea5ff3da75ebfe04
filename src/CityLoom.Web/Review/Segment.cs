namespace CityLoom.Web.Review;

/// <summary>
/// A run of characters covered by the same spans. A text with spans in or across each other is drawn as such runs, each
/// underlined by its innermost span.
/// </summary>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last.</param>
/// <param name="Covering">The spans over it, the longest first; empty for plain text.</param>
/// <param name="Starting">Of these, the spans that begin here.</param>
/// <param name="Ending">Of these, the spans that end here.</param>
public sealed record Segment(
    int Start, int End, IReadOnlyList<SpanView> Covering, IReadOnlyList<SpanView> Starting, IReadOnlyList<SpanView> Ending)
{
    /// <summary>The shortest span over it, or null.</summary>
    public SpanView? Inner => Covering.Count == 0 ? null : Covering[^1];

    /// <summary>Cuts the characters from <paramref name="start"/> to <paramref name="end"/> where any span begins or ends.</summary>
    public static IReadOnlyList<Segment> Cut(int start, int end, IReadOnlyList<SpanView> spans)
    {
        List<SpanView> here = [.. spans.Where(s => s.Start < end && s.End > start && s.End > s.Start).OrderByDescending(s => s.End - s.Start)];
        var cuts = new SortedSet<int> { start, end };
        foreach (var span in here)
        {
            cuts.Add(Math.Max(start, span.Start));
            cuts.Add(Math.Min(end, span.End));
        }

        return [.. cuts.Zip(cuts.Skip(1), (from, to) => Of(from, to, here))];
    }

    private static Segment Of(int from, int to, List<SpanView> spans)
    {
        List<SpanView> over = [.. spans.Where(s => s.Start <= from && s.End >= to)];
        return new Segment(from, to, over, over.FindAll(s => s.Start == from), over.FindAll(s => s.End == to));
    }
}
