namespace CityLoom.Reading;

/// <summary>A text and the way from each of its characters back to an earlier form of it, kept as runs.</summary>
internal sealed class TracedText(string text, TextRun[] runs)
{
    public string Text { get; } = text;

    public static TracedText Unchanged(string text) => new(text, [new TextRun(0, 0)]);

    /// <summary>True where nothing was removed or moved, so that an offset is its own source.</summary>
    public bool IsUnchanged => runs is [{ Clean: 0, Source: 0 }];

    public int SourceOffset(int offset)
    {
        var run = runs[RunOf(offset)];
        return run.Source + offset - run.Clean;
    }

    /// <summary>The slice in pieces that are continuous in the source, in order.</summary>
    public IEnumerable<(int Start, int Source, int Length)> Pieces(int start, int end)
    {
        for (var run = RunOf(start); start < end; run++)
        {
            var stop = run + 1 < runs.Length ? Math.Min(end, runs[run + 1].Clean) : end;
            yield return (start, runs[run].Source + start - runs[run].Clean, stop - start);
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
