using System.Text.Json.Serialization;

namespace CityLoom.Reading;

/// <summary>
/// A cleaned text that remembers where each of its characters stood in the decoded source.
/// The map is kept as runs, not as one number per character. Immutable and safe to share between threads.
/// </summary>
[JsonConverter(typeof(CleanTextJson))]
public sealed class CleanText
{
    private readonly TracedText _traced;

    internal CleanText(TracedText traced) => _traced = traced;

    /// <summary>The text: Simplified script, one paragraph a line, no line break at its end.</summary>
    public string Text => _traced.Text;

    /// <summary>Takes a text as clean already: each character stands where it stood.</summary>
    public static CleanText Unchanged(string text) => new(TracedText.Unchanged(text));

    /// <summary>Offset in the decoded source of the character at <paramref name="offset"/> (0 to the length of the text, both allowed).</summary>
    public int SourceOffset(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Text.Length);
        return _traced.SourceOffset(offset);
    }

    /// <summary>The part of the decoded source that the span came from, end exclusive; an empty span stays empty.</summary>
    public (int Start, int End) SourceSpan(int start, int end)
    {
        var first = SourceOffset(start);
        return end <= start ? (first, first) : (first, SourceOffset(end - 1) + 1);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
