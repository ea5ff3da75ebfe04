using System.Runtime.CompilerServices;

namespace CityLoom.Reading.Grammar;

/// <summary>
/// A text in which the words of the lexicon have been found at every place, once, so that no stage of the reading looks for them
/// again. A place keeps the longest word that begins there; the shorter ones follow from it. Immutable.
/// </summary>
internal sealed class LexedText
{
    private readonly ushort[] _longest;

    public LexedText(string text)
    {
        Text = text;
        _longest = GC.AllocateUninitializedArray<ushort>(text.Length);
        Words.LongestAtEach(text, _longest);
    }

    public string Text { get; }

    /// <summary>The whole text.</summary>
    public Phrase All => new(this, 0, Text.Length);

    /// <summary>The text from <paramref name="start"/> on, before <paramref name="end"/>.</summary>
    public Phrase Between(int start, int end) => new(this, start, end - start);

    private static WordTrie Words { get; } = Lexicon.Words;

    /// <summary>A quick look: false only where no word that begins between two places belongs to one of the wanted classes.</summary>
    public bool MayHold(int start, int end, WordClass wanted)
    {
        for (var at = start; at < end; at++)
        {
            if (Words.Reaches(_longest[at], wanted))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Where between two places the first word begins that belongs to one of the wanted classes; -1 where there is none.</summary>
    public int IndexOf(int start, int end, WordClass wanted)
    {
        for (var at = start; at < end; at++)
        {
            if (Words.Reaches(_longest[at], wanted) && Words.TryLongest(_longest[at], end - at, wanted, out _))
            {
                return at;
            }
        }
        return -1;
    }

    /// <summary>The longest word at <paramref name="at"/> that belongs to one of the wanted classes and ends before <paramref name="end"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryLongest(int at, int end, WordClass wanted, out Word word)
    {
        if (at < end && _longest[at] is var longest && Words.Reaches(longest, wanted))
        {
            return Words.TryLongest(longest, end - at, wanted, out word);
        }
        word = default;
        return false;
    }
}
