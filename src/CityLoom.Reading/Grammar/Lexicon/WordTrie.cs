using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CityLoom.Reading.Grammar;

/// <summary>
/// The lexicon as a double array: the child of a state by a letter is the cell at the state's base plus the letter's code, if that
/// cell names the state as its parent. Aoe, "An Efficient Digital Search Algorithm by Using a Double-Array Structure", 1989.
/// </summary>
internal sealed class WordTrie
{
    private const int Root = 0;
    private const int LongestWord = 32;

    // Zero for a letter that is in no word.
    private readonly ushort[] _codes = new ushort[char.MaxValue + 1];
    private readonly Cell[] _cells;
    private readonly Entry[] _entries;

    // Apart from the entries and close together, since it is asked for most of all.
    private readonly WordClass[] _reachable;

    private WordTrie(string[] sorted, Func<string, (WordClass Classes, float Lean)> meaning)
    {
        foreach (var letter in sorted.SelectMany(word => word).GroupBy(letter => letter).OrderByDescending(letter => letter.Count()))
        {
            _codes[letter.Key] = ++Codes;
        }
        Debug.Assert(sorted.Length == 0 || sorted.Max(word => word.Length) <= LongestWord, "The window must hold any word.");
        (_cells, _entries) = new DoubleArray(sorted, word => _codes[word], Codes).Build(meaning);
        _reachable = Array.ConvertAll(_entries, entry => entry.Reachable);
    }

    private ushort Codes { get; }

    public static WordTrie Of(Dictionary<string, (WordClass Classes, float Lean)> words)
    {
        string[] sorted = [.. words.Keys];
        Array.Sort(sorted, string.CompareOrdinal);
        return new WordTrie(sorted, word => words[word]);
    }

    /// <summary>Puts in for each place of <paramref name="text"/> the number of the longest word that begins there, whatever its classes, 0 for none.</summary>
    public void LongestAtEach(ReadOnlySpan<char> text, Span<ushort> longest)
    {
        // A place holds its letter's code until the walk that begins there has ended; no later walk comes back to it.
        for (var at = 0; at < text.Length; at++)
        {
            longest[at] = _codes[text[at]];
        }
        for (var at = 0; at < longest.Length; at++)
        {
            longest[at] = longest[at] == 0 ? (ushort)0 : Longest(longest[at..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ushort Longest(ReadOnlySpan<ushort> codes)
    {
        ushort longest = 0;
        var state = Root;
        var children = (int)_cells[Root].Base;
        foreach (var code in codes)
        {
            var next = children + code;
            ref readonly var cell = ref _cells[next];
            if (code == 0 || cell.Parent != state)
            {
                break;
            }
            (state, children) = (next, cell.Base);
            longest = cell.Word == 0 ? longest : cell.Word;
        }
        return longest;
    }

    /// <summary>True when the word of that number, or a shorter one that it begins with, belongs to one of the wanted classes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Reaches(ushort number, WordClass wanted) => (_reachable[number] & wanted) != 0;

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
                word = new Word(entry.Classes, entry.Lean, entry.Length);
                return true;
            }
            number = entry.Shorter;
        }
    }

    /// <summary>The longest word at the start of <paramref name="text"/> that belongs to one of the wanted classes.</summary>
    public bool TryLongest(ReadOnlySpan<char> text, WordClass wanted, out Word word)
    {
        var window = text[..Math.Min(text.Length, LongestWord)];
        Span<ushort> codes = stackalloc ushort[window.Length];
        for (var at = 0; at < window.Length; at++)
        {
            codes[at] = _codes[window[at]];
        }
        return TryLongest(Longest(codes), window.Length, wanted, out word);
    }

    /// <param name="Base">Where the cells of the children lie, less their codes.</param>
    /// <param name="Parent">The state that this one is a child of; <see cref="ushort.MaxValue"/> where the cell is free.</param>
    /// <param name="Word">Number of the word that ends here, 0 where none does.</param>
    internal readonly record struct Cell(ushort Base, ushort Parent, ushort Word);

    /// <param name="Classes">All that the word can be.</param>
    /// <param name="Reachable">Those of the shorter words that it begins with too.</param>
    /// <param name="Lean">For verbs, see <see cref="Grammar.Word.Lean"/>.</param>
    /// <param name="Length">In letters.</param>
    /// <param name="Shorter">Number of the next shorter word that it begins with, 0 where there is none.</param>
    internal readonly record struct Entry(WordClass Classes, WordClass Reachable, float Lean, ushort Length, ushort Shorter);
}
