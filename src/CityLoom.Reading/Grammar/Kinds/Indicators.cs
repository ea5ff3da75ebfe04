using System.Buffers;

namespace CityLoom.Reading.Grammar;

/// <summary>Recognises an indicator with the level it shall reach: 研发经费投入强度达到2.8%, 办结率100%.</summary>
internal static class Indicators
{
    private const int LongestIndicator = 4;

    private static readonly SearchValues<char> LastLetters = SearchValues.Create([.. Lexicon.Of(WordClass.Indicator).Select(word => word[^1]).Distinct()]);

    /// <summary>True when an indicator's name comes right before a level and a number, or before a share in per cent.</summary>
    public static bool ReachLevel(Phrase words)
    {
        if (words.Span.IndexOfAnyInRange('0', '9') < 0)
        {
            return false;
        }
        for (var at = 2; at < words.Length; at++)
        {
            if (!LastLetters.Contains(words[at - 1]) || !EndsIndicator(words[..at]))
            {
                continue;
            }
            var rest = SkipWords(words[at..]);
            var level = rest.TryLongest(WordClass.Level, out var word) ? word.Length : 0;
            if (rest.Length > level && char.IsAsciiDigit(rest[level]) && (level > 0 || IsShare(rest)))
            {
                return true;
            }
        }
        return false;
    }

    private static bool EndsIndicator(Phrase words)
    {
        for (var length = 1; length <= LongestIndicator && length <= words.Length; length++)
        {
            if (words[^length..].TryLongest(WordClass.Indicator, out var word) && word.Length == length)
            {
                return true;
            }
        }
        return false;
    }

    // 均, 年均, 同比 and the like come between the indicator and its level.
    private static Phrase SkipWords(Phrase rest) => rest.TrimStart("均同比都较全部别分力争年，");

    private static bool IsShare(Phrase rest)
    {
        var digits = rest.Span.IndexOfAnyExcept("0123456789.");
        return digits > 0 && rest[digits] is '%' or '％';
    }
}
