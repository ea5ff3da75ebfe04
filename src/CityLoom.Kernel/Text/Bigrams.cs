using System.Text;

namespace CityLoom.Kernel.Text;

/// <summary>
/// Words for a full-text index without a dictionary: runs of Han characters become overlapping pairs, other letters and digits
/// become whole lower-case words. Works the same on both databases and for any Chinese.
/// </summary>
public static class Bigrams
{
    /// <summary>Longer words count by their beginning, in texts and queries alike; PostgreSQL takes none of more than 2 KB.</summary>
    private const int LongestWord = 64;

    /// <summary>The distinct index words of a text.</summary>
    public static HashSet<string> Of(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        var before = '\0';
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (IsHan(c))
            {
                Flush(word, words);
                words.Add(c.ToString());
                if (before != '\0')
                {
                    words.Add($"{before}{c}");
                }

                before = c;
                continue;
            }

            before = '\0';
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else
            {
                Flush(word, words);
            }
        }

        Flush(word, words);
        return words;
    }

    /// <summary>
    /// The words of a text as an index takes them, parted by blanks: of the single Han characters only the last of each run, for any
    /// other is found as the beginning of a pair. So an index is half as large as with all of <see cref="Of"/>.
    /// </summary>
    public static string ToIndex(string text)
    {
        var plain = text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC);
        var known = new HashSet<int>();
        var words = new StringBuilder(plain.Length * 3);
        for (var i = 0; i < plain.Length; i++)
        {
            if (IsHan(plain[i]))
            {
                var last = i + 1 == plain.Length || !IsHan(plain[i + 1]);
                if (known.Add(last ? plain[i] : (plain[i] << 16) | plain[i + 1]))
                {
                    words.Append(plain, i, last ? 1 : 2).Append(' ');
                }
            }
            else if (char.IsLetterOrDigit(plain[i]))
            {
                var from = i;
                for (; i + 1 < plain.Length && char.IsLetterOrDigit(plain[i + 1]) && !IsHan(plain[i + 1]); i++)
                {
                }

                words.Append(plain.AsSpan(from, Math.Min(i + 1 - from, LongestWord)).ToString().ToLowerInvariant()).Append(' ');
            }
        }

        return words.ToString(0, Math.Max(0, words.Length - 1));
    }

    /// <summary>True for a single Han character, which an index holds only as the beginning of longer words.</summary>
    public static bool IsBeginning(string word) => word is [var only] && IsHan(only);

    /// <summary>The words that a text must hold to match a query: its pairs, or the single character when it is only one.</summary>
    public static IReadOnlyList<string> Query(string query)
    {
        var words = Of(query);
        var pairs = words.Where(w => w.Length > 1).ToList();
        return pairs.Count > 0 ? [.. pairs, .. words.Where(w => w.Length == 1 && !pairs.Exists(p => p.Contains(w[0])))] : [.. words];
    }

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';

    private static void Flush(StringBuilder word, HashSet<string> words)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString(0, Math.Min(word.Length, LongestWord)));
            word.Clear();
        }
    }
}
