using System.Text.Json.Serialization;

namespace CityLoom.Reading;

/// <summary>
/// A cleaned text that remembers where each of its characters stood in the decoded source.
/// The map is kept as runs, not as one number per character. Immutable and safe to share between threads.
/// </summary>
[JsonConverter(typeof(CleanTextJson))]
public sealed class CleanText
{
    private readonly TextRun[] _runs;

    internal CleanText(string text, TextRun[] runs) => (Text, _runs) = (text, runs);

    /// <summary>The text: Simplified script, one paragraph a line, no line break at its end.</summary>
    public string Text { get; }

    /// <summary>Takes a text as clean already: each character stands where it stood.</summary>
    public static CleanText Unchanged(string text) => new(text, [new TextRun(0, 0)]);

    /// <summary>Offset in the decoded source of the character at <paramref name="offset"/> (0 to the length of the text, both allowed).</summary>
    public int SourceOffset(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Text.Length);
        var run = _runs[RunOf(offset)];
        return run.Source + offset - run.Clean;
    }

    /// <summary>The part of the decoded source that the span came from, end exclusive; an empty span stays empty.</summary>
    public (int Start, int End) SourceSpan(int start, int end)
    {
        var first = SourceOffset(start);
        return end <= start ? (first, first) : (first, SourceOffset(end - 1) + 1);
    }

    private int RunOf(int offset)
    {
        int low = 0, high = _runs.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            (low, high) = _runs[middle].Clean <= offset ? (middle, high) : (low, middle - 1);
        }
        return low;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>From clean offset <paramref name="Clean"/> on, characters follow each other as in the source from <paramref name="Source"/>.</summary>
internal readonly record struct TextRun(int Clean, int Source);
