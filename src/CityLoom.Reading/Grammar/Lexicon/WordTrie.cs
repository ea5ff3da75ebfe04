namespace CityLoom.Reading.Grammar;

/// <summary>
/// Finds the longest word of wanted classes at the start of a text, in time proportional to the word. A node knows the classes of
/// all words below it, so that most questions end at the first letter; the children of a node lie side by side.
/// </summary>
internal sealed class WordTrie
{
    private readonly int[] _roots = new int[char.MaxValue + 1];
    private readonly Node[] _nodes;
    private readonly char[] _letters;

    private WordTrie(string[] words, (WordClass Classes, float Lean)[] values)
    {
        var ranges = new List<(int From, int To, int Depth)> { (0, words.Length, 0) };
        var nodes = new List<Node>();
        var letters = new List<char> { '\0' };
        for (var at = 0; at < ranges.Count; at++)
        {
            var (from, to, depth) = ranges[at];
            var own = from < to && words[from].Length == depth ? values[from] : default;
            var below = WordClass.None;
            var bits = 0UL;
            var first = ranges.Count;
            for (var word = from; word < to; word++)
            {
                below |= values[word].Classes;
                if (words[word].Length > depth && (ranges.Count == first || words[word][depth] != letters[^1]))
                {
                    letters.Add(words[word][depth]);
                    bits |= Bit(words[word][depth]);
                    ranges.Add((word, EndOfBranch(words, word, to, depth), depth + 1));
                }
            }
            nodes.Add(new Node(own.Classes, below, own.Lean, bits, first, ranges.Count - first));
        }
        (_nodes, _letters) = ([.. nodes], [.. letters]);
        for (var at = 1; at <= _nodes[0].Count; at++)
        {
            _roots[_letters[at]] = at;
        }
    }

    public static WordTrie Of(Dictionary<string, (WordClass Classes, float Lean)> words)
    {
        string[] sorted = [.. words.Keys];
        Array.Sort(sorted, string.CompareOrdinal);
        return new WordTrie(sorted, Array.ConvertAll(sorted, word => words[word]));
    }

    /// <summary>The longest word at the start of <paramref name="text"/> that belongs to one of the wanted classes.</summary>
    public bool TryLongest(ReadOnlySpan<char> text, WordClass wanted, out Word word)
    {
        word = default;
        var at = text.IsEmpty ? 0 : _roots[text[0]];
        for (var length = 1; at != 0; length++)
        {
            ref readonly var here = ref _nodes[at];
            if ((here.Below & wanted) == 0)
            {
                break;
            }
            if ((here.Classes & wanted) != 0)
            {
                word = new Word(length, here.Classes, here.Lean);
            }
            at = length < text.Length ? Child(here, text[length]) : 0;
        }
        return word.Length > 0;
    }

    private int Child(in Node node, char letter)
    {
        if ((node.Letters & Bit(letter)) == 0)
        {
            return 0;
        }
        var found = _letters.AsSpan(node.First, node.Count).IndexOf(letter);
        return found < 0 ? 0 : node.First + found;
    }

    /// <param name="Classes">Classes of the word that ends here.</param>
    /// <param name="Below">Classes of all words that end here or further on.</param>
    /// <param name="Lean">Lean of the word that ends here.</param>
    /// <param name="Letters">A bit for each letter of a child; most letters of a text are told apart by it already.</param>
    /// <param name="First">Index of the first child.</param>
    /// <param name="Count">Number of children.</param>
    private readonly record struct Node(WordClass Classes, WordClass Below, float Lean, ulong Letters, int First, int Count);

    private static ulong Bit(char letter) => 1UL << (letter & 63);

    /// <summary>After the last of the sorted words that share the letter at <paramref name="depth"/>.</summary>
    private static int EndOfBranch(string[] words, int from, int to, int depth)
    {
        var end = from + 1;
        while (end < to && words[end][depth] == words[from][depth])
        {
            end++;
        }
        return end;
    }
}
