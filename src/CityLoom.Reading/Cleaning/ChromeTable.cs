using System.Buffers;

namespace CityLoom.Reading.Cleaning;

/// <summary>The words of page chrome, from <c>Data/chrome.txt</c>; read on first use.</summary>
internal sealed class ChromeTable
{
    private static readonly Lazy<ChromeTable> Shared = new(() => new ChromeTable());

    private ChromeTable()
    {
        var sections = DataFile.Sections("chrome.txt");
        Publication = Lookup.Of(sections["publication"]);
        Edge = Lookup.Of(sections["edge"]);
        Buttons = Lookup.Of(sections["button"]);
        Tails = Lookup.Of(sections["tail"]);
        Begins = new(ignoresCase: true, sections["begins"]);
        Footer = new(sections["footer"]);
        Staff = [.. sections["staff"]];
        Credits = [.. sections["credit"], .. Staff];
        Surnames = SearchValues.Create(string.Concat(DataFile.Lines("surnames.txt")));
    }

    public static ChromeTable Instance => Shared.Value;

    public Lookup Publication { get; }

    public Lookup Edge { get; }

    public Lookup Buttons { get; }

    public Lookup Tails { get; }

    public WordSet Begins { get; }

    public WordSet Footer { get; }

    public string[] Staff { get; }

    public string[] Credits { get; }

    public SearchValues<char> Surnames { get; }

    /// <summary>A set of words that is asked with slices.</summary>
    internal sealed class Lookup
    {
        private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
        private readonly int _longest;

        private Lookup(List<string> words)
        {
            _words = new HashSet<string>(words, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
            _longest = words.Max(word => word.Length);
        }

        public static Lookup Of(List<string> words) => new(words);

        public bool Contains(ReadOnlySpan<char> word) => word.Length <= _longest && _words.Contains(word);
    }
}
