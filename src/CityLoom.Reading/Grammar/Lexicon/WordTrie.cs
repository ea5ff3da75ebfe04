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

    private WordTrie(Builder root)
    {
        var builders = new List<(char Letter, Builder Builder)> { ('\0', root) };
        var nodes = new List<Node>();
        for (var at = 0; at < builders.Count; at++)
        {
            var here = builders[at].Builder;
            nodes.Add(new Node(here.Classes, here.Below(), here.Lean, builders.Count, here.Children.Count));
            builders.AddRange(here.Children.Select(child => (child.Key, child.Value)));
        }
        _nodes = [.. nodes];
        _letters = [.. builders.Select(builder => builder.Letter)];
        for (var at = 1; at <= root.Children.Count; at++)
        {
            _roots[_letters[at]] = at;
        }
    }

    public static WordTrie Of(IEnumerable<KeyValuePair<string, (WordClass Classes, float Lean)>> words)
    {
        var root = new Builder();
        foreach (var (text, (classes, lean)) in words)
        {
            root.Add(text, classes, lean);
        }
        return new WordTrie(root);
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
        var found = _letters.AsSpan(node.First, node.Count).IndexOf(letter);
        return found < 0 ? 0 : node.First + found;
    }

    /// <param name="Classes">Classes of the word that ends here.</param>
    /// <param name="Below">Classes of all words that end here or further on.</param>
    /// <param name="Lean">Lean of the word that ends here.</param>
    /// <param name="First">Index of the first child.</param>
    /// <param name="Count">Number of children.</param>
    private readonly record struct Node(WordClass Classes, WordClass Below, float Lean, int First, int Count);

    private sealed class Builder
    {
        public SortedDictionary<char, Builder> Children { get; } = [];

        public WordClass Classes { get; private set; }

        public float Lean { get; private set; }

        public WordClass Below() => Children.Values.Aggregate(Classes, (classes, child) => classes | child.Below());

        public void Add(ReadOnlySpan<char> rest, WordClass classes, float lean)
        {
            if (rest.IsEmpty)
            {
                (Classes, Lean) = (classes, lean);
                return;
            }
            if (!Children.TryGetValue(rest[0], out var child))
            {
                Children[rest[0]] = child = new Builder();
            }
            child.Add(rest[1..], classes, lean);
        }
    }
}
