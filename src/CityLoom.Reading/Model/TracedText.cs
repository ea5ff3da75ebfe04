namespace CityLoom.Reading;

/// <summary>A text and the way from each of its characters back to an earlier form of it, kept as runs.</summary>
internal sealed class TracedText(string text, TextRun[] runs)
{
    public string Text { get; } = text;

    public static TracedText Unchanged(string text) => new(text, [new TextRun(0, 0)]);

    public int SourceOffset(int offset)
    {
        var run = runs[RunOf(offset)];
        return run.Source + offset - run.Clean;
    }

    /// <summary>The same places with other units on them.</summary>
    /// <param name="units">As many as the text has.</param>
    public TracedText WithUnits(string units) => new(units, runs);

    /// <summary>Adds a slice to <paramref name="built"/> in pieces that are continuous in the source.</summary>
    public void CopyTo(TracedTextBuilder built, int start, int end)
    {
        for (var run = RunOf(start); start < end; run++)
        {
            var stop = run + 1 < runs.Length ? Math.Min(end, runs[run + 1].Clean) : end;
            built.Append(Text.AsSpan(start, stop - start), runs[run].Source + start - runs[run].Clean);
            start = stop;
        }
    }

    private int RunOf(int offset)
    {
        int low = 0, high = runs.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            (low, high) = runs[middle].Clean <= offset ? (middle, high) : (low, middle - 1);
        }
        return low;
    }
}

/// <summary>From offset <paramref name="Clean"/> on, characters follow each other as in the source from <paramref name="Source"/>.</summary>
internal readonly record struct TextRun(int Clean, int Source);
