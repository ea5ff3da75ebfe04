namespace CityLoom.Requests.Understanding;

/// <summary>One letter of a text as the learner sees it: a Han character, or a whole run of Latin letters or digits.</summary>
/// <param name="Code">What it is; 0 is a break (punctuation) that no gram spans.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">Characters it takes up there.</param>
internal readonly record struct Letter(uint Code, int Start, int Length);

/// <summary>
/// Cuts a text into letters without a dictionary. Width and case are made equal, white space is skipped (a line may break
/// within a word). For a category every number is the same letter, since which it is says nothing; for telling one place from
/// another it is the number itself.
/// </summary>
internal static class Letters
{
    private const uint Seed = 2166136261;
    private const uint Prime = 16777619;
    private const uint AnyNumber = 1;

    public static void Read(ReadOnlySpan<char> text, List<Letter> into, bool tellNumbers = false, int most = int.MaxValue)
    {
        into.Clear();
        for (var at = 0; at < text.Length && into.Count < most;)
        {
            var letter = Next(text, at, tellNumbers);
            at += letter.Length;
            if (letter.Code != 0 || (!char.IsWhiteSpace(text[letter.Start]) && into.Count > 0 && into[^1].Code != 0))
            {
                into.Add(letter);
            }
        }
    }

    private static Letter Next(ReadOnlySpan<char> text, int start, bool tellNumbers)
    {
        if (text[start] is >= '\u4E00' and <= '\u9FFF' and var han)
        {
            return new(han, start, 1);
        }

        var first = Plain(text[start]);
        if (!char.IsLetterOrDigit(first))
        {
            return new(0, start, 1);
        }

        if (first >= 0x2E80)
        {
            return new(first, start, 1);
        }

        var end = start;
        var code = Seed;
        var digits = true;
        for (; end < text.Length && Plain(text[end]) is var c && c < 0x2E80 && char.IsLetterOrDigit(c); end++)
        {
            digits &= char.IsAsciiDigit(c);
            code = (code ^ c) * Prime;
        }

        return new(digits && !tellNumbers ? AnyNumber : code | 0x80000000, start, end - start);
    }

    /// <summary>Full-width forms as ASCII, capitals as small letters.</summary>
    private static char Plain(char c) => char.ToLowerInvariant(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c);
}
