namespace CityLoom.Reading.Grammar;

/// <summary>
/// The lexicon as a double array: the child of a state by a letter is the cell at the state's base plus the letter's code, if that
/// cell names the state as its parent. Aoe, "An Efficient Digital Search Algorithm by Using a Double-Array Structure", 1989.
/// </summary>
internal sealed class WordTrie
{
    private const int Root = 0;

    // Zero for a letter that is in no word.
    private readonly ushort[] _codes = new ushort[char.MaxValue + 1];
    private readonly Cell[] _cells;
    private readonly Entry[] _entries;

    private WordTrie(string[] sorted, Func<string, (WordClass Classes, float Lean)> meaning)
    {
        foreach (var letter in sorted.SelectMany(word => word).GroupBy(letter => letter).OrderByDescending(letter => letter.Count()))
        {
            _codes[letter.Key] = ++Codes;
        }
        (_cells, _entries) = new DoubleArray(sorted, word => _codes[word], Codes).Build(meaning);
    }

    private ushort Codes { get; }

    public static WordTrie Of(Dictionary<string, (WordClass Classes, float Lean)> words)
    {
        string[] sorted = [.. words.Keys];
        Array.Sort(sorted, string.CompareOrdinal);
        return new WordTrie(sorted, word => words[word]);
    }

    /// <summary>The number of the longest word at the start of <paramref name="text"/>, whatever its classes; 0 where none begins.</summary>
    public ushort Longest(ReadOnlySpan<char> text)
    {
        ushort longest = 0;
        var state = Root;
        foreach (var letter in text)
        {
            var code = _codes[letter];
            var next = _cells[state].Base + code;
            if (code == 0 || _cells[next].Parent != state)
            {
                break;
            }
            state = next;
            longest = _cells[state].Word == 0 ? longest : _cells[state].Word;
        }
        return longest;
    }

    /// <summary>
    /// Of the words at one place the longest that belongs to one of the wanted classes and has at most <paramref name="room"/> letters.
    /// </summary>
    /// <param name="number">The longest word at the place, see <see cref="Longest"/>.</param>
    /// <param name="room">Letters up to where the reader looks.</param>
    /// <param name="wanted">The classes.</param>
    /// <param name="word">The word found.</param>
    public bool TryLongest(ushort number, int room, WordClass wanted, out Word word)
    {
        while (true)
        {
            ref readonly var entry = ref _entries[number];
            if ((entry.Reachable & wanted) == 0)
            {
                word = default;
                return false;
            }
            if ((entry.Classes & wanted) != 0 && entry.Length <= room)
            {
                word = new Word(entry.Length, entry.Classes, entry.Lean);
                return true;
            }
            number = entry.Shorter;
        }
    }

    /// <summary>The longest word at the start of <paramref name="text"/> that belongs to one of the wanted classes.</summary>
    public bool TryLongest(ReadOnlySpan<char> text, WordClass wanted, out Word word) => TryLongest(Longest(text), text.Length, wanted, out word);

    /// <param name="Base">Where the cells of the children lie, less their codes.</param>
    /// <param name="Parent">The state that this one is a child of; -1 where the cell is free.</param>
    /// <param name="Word">Number of the word that ends here, 0 where none does.</param>
    internal readonly record struct Cell(int Base, int Parent, ushort Word);

    /// <param name="Classes">All that the word can be.</param>
    /// <param name="Reachable">Those of the shorter words that it begins with too.</param>
    /// <param name="Lean">For verbs, see <see cref="Grammar.Word.Lean"/>.</param>
    /// <param name="Length">In letters.</param>
    /// <param name="Shorter">Number of the next shorter word that it begins with, 0 where there is none.</param>
    internal readonly record struct Entry(WordClass Classes, WordClass Reachable, float Lean, ushort Length, ushort Shorter);
}
