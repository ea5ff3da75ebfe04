namespace CityLoom.Reading.Grammar;

/// <summary>Recognises an indicator with the level it shall reach: 研发经费投入强度达到2.8%, 办结率100%.</summary>
internal static class Indicators
{
    private const int LongestIndicator = 4;

    /// <summary>True when an indicator's name comes right before a level and a number, or before a share in per cent.</summary>
    public static bool ReachLevel(ReadOnlySpan<char> words)
    {
        for (var at = 2; at < words.Length; at++)
        {
            if (!EndsIndicator(words[..at]))
            {
                continue;
            }
            var rest = SkipWords(words[at..]);
            var level = Lexicon.Words.TryLongest(rest, WordClass.Level, out var word) ? word.Length : 0;
            if (rest.Length > level && char.IsAsciiDigit(rest[level]) && (level > 0 || IsShare(rest)))
            {
                return true;
            }
        }
        return false;
    }

    private static bool EndsIndicator(ReadOnlySpan<char> words)
    {
        for (var length = 1; length <= LongestIndicator && length <= words.Length; length++)
        {
            if (Lexicon.Words.TryLongest(words[^length..], WordClass.Indicator, out var word) && word.Length == length)
            {
                return true;
            }
        }
        return false;
    }

    // 均, 年均, 同比 and the like come between the indicator and its level.
    private static ReadOnlySpan<char> SkipWords(ReadOnlySpan<char> rest) => rest.TrimStart("均同比都较全部别分力争年，");

    private static bool IsShare(ReadOnlySpan<char> rest)
    {
        var digits = rest.IndexOfAnyExcept("0123456789.");
        return digits > 0 && rest[digits] is '%' or '％';
    }
}
