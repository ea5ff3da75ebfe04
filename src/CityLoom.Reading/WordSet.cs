using System.Buffers;

namespace CityLoom.Reading;

/// <summary>
/// Some words that a text may begin with, end with or hold. First and last letters are compared before the words, since most texts
/// hold none; <see cref="SearchValues{T}"/> of strings is several times slower for words that are not ASCII.
/// </summary>
internal sealed class WordSet
{
    private readonly string[] _words;
    private readonly SearchValues<char> _first;
    private readonly SearchValues<char> _last;
    private readonly bool _ignoresCase;

    /// <param name="words">None of them empty; compared as they are.</param>
    public WordSet(params IEnumerable<string> words)
        : this(ignoresCase: false, words)
    {
    }

    /// <param name="ignoresCase">Whether <see cref="Opens"/> takes Latin capitals and small letters for the same.</param>
    /// <param name="words">None of them empty.</param>
    public WordSet(bool ignoresCase, IEnumerable<string> words)
    {
        _ignoresCase = ignoresCase;
        _words = [.. words];
        _first = SearchValues.Create([.. _words.SelectMany(word => (char[])[char.ToLowerInvariant(word[0]), char.ToUpperInvariant(word[0])]).Distinct()]);
        _last = SearchValues.Create([.. _words.Select(word => word[^1]).Distinct()]);
    }

    /// <summary>True when one of the words is the whole text.</summary>
    public bool Contains(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !_first.Contains(text[0]))
        {
            return false;
        }
        foreach (var word in _words)
        {
            if (text.SequenceEqual(word))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>True when the text begins with one of the words.</summary>
    public bool Opens(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !_first.Contains(text[0]))
        {
            return false;
        }
        foreach (var word in _words)
        {
            if (_ignoresCase ? text.StartsWith(word, StringComparison.OrdinalIgnoreCase) : text.StartsWith(word))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>True when the text ends with one of the words.</summary>
    public bool Ends(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !_last.Contains(text[^1]))
        {
            return false;
        }
        foreach (var word in _words)
        {
            if (text.EndsWith(word))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>True when one of the words stands anywhere in the text.</summary>
    public bool IsIn(ReadOnlySpan<char> text)
    {
        for (var next = text.IndexOfAny(_first); next >= 0; next = text.IndexOfAny(_first))
        {
            text = text[next..];
            if (Opens(text))
            {
                return true;
            }
            text = text[1..];
        }
        return false;
    }
}
