using System.Runtime.CompilerServices;

namespace CityLoom.Reading.Grammar;

/// <summary>A part of a text whose words are known: a span of characters that can also be asked for the words at its places.</summary>
internal readonly struct Phrase(LexedText text, int start, int length)
{
    public int Length => length;

    public bool IsEmpty => length == 0;

    public ReadOnlySpan<char> Span => text.Text.AsSpan(start, length);

    public char this[int at] => text.Text[start + at];

    public static implicit operator ReadOnlySpan<char>(Phrase phrase) => phrase.Span;

    /// <summary>The longest word at the start that belongs to one of the wanted classes.</summary>
    public bool TryLongest(WordClass wanted, out Word word) => text.TryLongest(start, start + length, wanted, out word);

    /// <summary>True when such a word stands at the start.</summary>
    public bool Opens(WordClass wanted) => TryLongest(wanted, out _);

    /// <summary>Where the first word begins that belongs to one of the wanted classes; -1 where there is none.</summary>
    public int IndexOf(WordClass wanted) => text.IndexOf(start, start + length, wanted) is var found and >= 0 ? found - start : -1;

    /// <summary>The part that the range operator asks for.</summary>
    public Phrase Slice(int from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)from + (uint)count, (uint)length);
        return new Phrase(text, start + from, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool StartsWith(string words) => Span.StartsWith(words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool EndsWith(string words) => Span.EndsWith(words);

    public bool Contains(char letter) => Span.Contains(letter);

    public bool Contains(ReadOnlySpan<char> words) => Span.IndexOf(words) >= 0;

    public int IndexOf(char letter) => Span.IndexOf(letter);

    public int IndexOf(ReadOnlySpan<char> words) => Span.IndexOf(words);

    public int IndexOfAny(ReadOnlySpan<char> letters) => Span.IndexOfAny(letters);

    public int LastIndexOf(char letter) => Span.LastIndexOf(letter);

    public int LastIndexOfAny(ReadOnlySpan<char> letters) => Span.LastIndexOfAny(letters);

    /// <summary>Without white space at its ends.</summary>
    public Phrase Trim()
    {
        var rest = this[(length - Span.TrimStart().Length)..];
        return rest[..rest.Span.TrimEnd().Length];
    }

    public Phrase TrimStart(ReadOnlySpan<char> letters) => this[(length - Span.TrimStart(letters).Length)..];

    public Phrase TrimEnd(ReadOnlySpan<char> letters) => this[..Span.TrimEnd(letters).Length];

    public override string ToString() => Span.ToString();
}
