namespace CityLoom.Reading.Grammar;

/// <summary>Finds the longest word of wanted classes at the start of a text, in time proportional to the word.</summary>
internal sealed class WordTrie
{
    private readonly int[] _roots = new int[char.MaxValue + 1];
    private readonly Node[] _nodes;

    private WordTrie(Builder root)
    {
        var nodes = new List<Node> { default };
        foreach (var (letter, child) in root.Children)
        {
            _roots[letter] = Flatten(child, nodes);
        }
        _nodes = [.. nodes];
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
        var node = text.IsEmpty ? 0 : _roots[text[0]];
        for (var length = 1; node != 0; length++)
        {
            ref readonly var here = ref _nodes[node];
            if ((here.Classes & wanted) != 0)
            {
                word = new Word(length, here.Classes, here.Lean);
            }
            node = length < text.Length ? here.Next(text[length]) : 0;
        }
        return word.Length > 0;
    }

    private static int Flatten(Builder builder, List<Node> nodes)
    {
        var index = nodes.Count;
        nodes.Add(default);
        var targets = builder.Children.Select(child => Flatten(child.Value, nodes)).ToArray();
        nodes[index] = new Node(builder.Classes, builder.Lean, [.. builder.Children.Keys], targets);
        return index;
    }

    private readonly record struct Node(WordClass Classes, float Lean, char[] Letters, int[] Targets)
    {
        public int Next(char letter)
        {
            var at = Letters.AsSpan().IndexOf(letter);
            return at < 0 ? 0 : Targets[at];
        }
    }

    private sealed class Builder
    {
        public SortedDictionary<char, Builder> Children { get; } = [];

        public WordClass Classes { get; private set; }

        public float Lean { get; private set; }

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
