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
