namespace CityLoom.Reading.Cleaning;

/// <summary>
/// OpenCC's Traditional-to-Simplified dictionaries and our residue table as arrays: one entry for each UTF-16 unit, and for the
/// units that begin a phrase the phrases, longest first. Built on first use; safe to share.
/// </summary>
internal sealed class ScriptTable
{
    private static readonly Lazy<ScriptTable> Shared = new(() => new ScriptTable());

    private readonly char[] _single = new char[char.MaxValue + 1];
    private readonly ushort[] _phraseList = new ushort[char.MaxValue + 1];
    private readonly List<Phrase[]> _phrases = [[]];

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
        }
    }

    public static ScriptTable Instance => Shared.Value;

    /// <summary>The Simplified form of a single unit; zero where there is none.</summary>
    public char Single(char unit) => _single[unit];

    /// <summary>The longest phrase at the beginning of <paramref name="text"/>, or null.</summary>
    public Phrase? PhraseAt(ReadOnlySpan<char> text)
    {
        foreach (var phrase in _phrases[_phraseList[text[0]]])
        {
            if (text.StartsWith(phrase.From))
            {
                return phrase;
            }
        }
        return null;
    }

    /// <summary>True where neither a character nor a phrase of the table begins with this unit.</summary>
    public bool Passes(char unit) => _single[unit] == 0 && _phraseList[unit] == 0;

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
