using System.Buffers;

namespace CityLoom.Reading.Cleaning;

/// <summary>
/// OpenCC's Traditional-to-Simplified dictionaries and our residue table as arrays: one entry for each UTF-16 unit, and for the
/// units that begin a phrase the phrases, longest first. Built on first use; safe to share.
/// </summary>
internal sealed class ScriptTable
{
    /// <summary>In the place of a second unit for a character of one unit that becomes two.</summary>
    private const char NoSecond = '\0';

    private static readonly Lazy<ScriptTable> Shared = new(() => new ScriptTable());

    private readonly char[] _single = new char[char.MaxValue + 1];
    private readonly ushort[] _phraseList = new ushort[char.MaxValue + 1];
    private readonly bool[] _acts = new bool[char.MaxValue + 1];
    private readonly List<Phrase[]> _phrases = [[]];

    // For each list the second units of its phrases, which tell most places apart before any phrase is compared.
    private readonly List<string> _seconds = [""];

    private ScriptTable()
    {
        var byStart = new Dictionary<char, List<Phrase>>();
        string[] resources = ["opencc/TSCharacters.txt", "opencc/TSPhrases.txt", "data/residue.txt"];
        foreach (var line in resources.SelectMany(DataFile.ResourceLines))
        {
            Add(line, byStart);
        }
        foreach (var (start, list) in byStart)
        {
            _phraseList[start] = (ushort)_phrases.Count;
            _phrases.Add([.. list.OrderByDescending(phrase => phrase.From.Length)]);
            _seconds.Add(string.Concat(list.Select(phrase => phrase.From.Length > 1 ? phrase.From[1] : NoSecond).Distinct()));
        }
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            _acts[unit] = _single[unit] != 0 || _phraseList[unit] != 0 || IsInvisible((char)unit);
        }
        Signs = SearchValues.Create([.. SignsOf(byStart.Values.SelectMany(list => list))]);
    }

    public static ScriptTable Instance => Shared.Value;

    /// <summary>A text without any of these is Simplified already and stays as it is.</summary>
    public SearchValues<char> Signs { get; }

    /// <summary>The Simplified form of a single unit; zero where there is none.</summary>
    public char Single(char unit) => _single[unit];

    /// <summary>The longest phrase at the beginning of <paramref name="text"/>, or null.</summary>
    public Phrase? PhraseAt(ReadOnlySpan<char> text)
    {
        var list = _phraseList[text[0]];
        if (list == 0 || (text.Length > 1 && !_seconds[list].Contains(text[1], StringComparison.Ordinal) && !_seconds[list].Contains(NoSecond, StringComparison.Ordinal)))
        {
            return null;
        }
        foreach (var phrase in _phrases[list])
        {
            if (text.StartsWith(phrase.From))
            {
                return phrase;
            }
        }
        return null;
    }

    /// <summary>True for a unit that any reader sees and that neither a character nor a phrase of the table begins with.</summary>
    public bool Passes(char unit) => !_acts[unit];

    /// <summary>Control characters and marks without width.</summary>
    public static bool IsInvisible(char c) =>
        c is (< ' ' and not ('\t' or '\n' or '\r' or '\v' or '\f')) or '\x7F' or '\u00AD' or (>= '\u200B' and <= '\u200F')
            or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or '\uFEFF';

    /// <summary>Units that change, units that go, and for a phrase without such a unit those that it changes.</summary>
    private IEnumerable<char> SignsOf(IEnumerable<Phrase> phrases)
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            if (_single[unit] != 0 || IsInvisible((char)unit))
            {
                yield return (char)unit;
            }
        }
        foreach (var (from, to) in phrases)
        {
            for (var at = 0; at < from.Length; at++)
            {
                if (from.Length != to.Length || from[at] != to[at])
                {
                    yield return from[at];
                }
            }
        }
    }

    /// <summary>A line is Traditional, a tab, and the Simplified forms by preference; the first is taken.</summary>
    private void Add(string line, Dictionary<char, List<Phrase>> byStart)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        var from = line[..tab];
        var to = line[(tab + 1)..].Split(' ')[0];
        if (from.Length == 1 && to.Length == 1)
        {
            _single[from[0]] = from == to ? '\0' : to[0];
            return;
        }
        if (!byStart.TryGetValue(from[0], out var list))
        {
            byStart.Add(from[0], list = []);
        }
        list.Add(new Phrase(from, to));
    }

    /// <summary>A phrase, or a character outside the basic plane, with its Simplified form.</summary>
    internal sealed record Phrase(string From, string To);
}
