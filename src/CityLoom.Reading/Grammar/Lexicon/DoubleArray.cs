namespace CityLoom.Reading.Grammar;

/// <summary>Lays sorted words out as the cells of a <see cref="WordTrie"/>: each state takes the first base at which all its children find free cells.</summary>
/// <param name="sorted">The words in ordinal order.</param>
/// <param name="code">The code of a letter, from 1 on.</param>
/// <param name="codes">The highest code.</param>
internal sealed class DoubleArray(string[] sorted, Func<char, ushort> code, int codes)
{
    private const ushort Free = ushort.MaxValue;

    private readonly List<WordTrie.Cell> _cells = [];
    private readonly List<WordTrie.Entry> _entries = [default];
    private int _firstFree = 1;

    public (WordTrie.Cell[] Cells, WordTrie.Entry[] Entries) Build(Func<string, (WordClass Classes, float Lean)> meaning)
    {
        Grow(1);
        _cells[0] = new WordTrie.Cell(0, Free, 0);
        var states = new Queue<Branch>([new Branch(0, 0, sorted.Length, 0, 0)]);
        while (states.TryDequeue(out var branch))
        {
            foreach (var child in Place(branch, meaning))
            {
                states.Enqueue(child);
            }
        }
        // A walk may look at any code above any base.
        Grow(_cells.Count + codes + 1);
        return ([.. _cells], [.. _entries]);
    }

    private List<Branch> Place(Branch branch, Func<string, (WordClass Classes, float Lean)> meaning)
    {
        var word = Enter(branch, meaning);
        var children = Children(branch with { Longest = word == 0 ? branch.Longest : word, From = branch.From + (word == 0 ? 0 : 1) });
        var start = children.Count == 0 ? 0 : FirstFit(children);
        _cells[branch.State] = _cells[branch.State] with { Base = checked((ushort)start), Word = word };
        for (var at = 0; at < children.Count; at++)
        {
            var state = start + children[at].State;
            _cells[state] = new WordTrie.Cell(0, checked((ushort)branch.State), 0);
            children[at] = children[at] with { State = state };
        }
        return children;
    }

    /// <summary>The number of the word that the branch itself is, 0 where it is none.</summary>
    private ushort Enter(Branch branch, Func<string, (WordClass Classes, float Lean)> meaning)
    {
        if (branch.From == branch.To || sorted[branch.From].Length != branch.Depth)
        {
            return 0;
        }
        var (classes, lean) = meaning(sorted[branch.From]);
        var reachable = classes | _entries[branch.Longest].Reachable;
        _entries.Add(new WordTrie.Entry(classes, reachable, lean, (ushort)branch.Depth, branch.Longest));
        return checked((ushort)(_entries.Count - 1));
    }

    /// <summary>The branches below, with the code of their letter in the place of a state.</summary>
    private List<Branch> Children(Branch branch)
    {
        var children = new List<Branch>();
        for (var from = branch.From; from < branch.To;)
        {
            var letter = sorted[from][branch.Depth];
            var to = from + 1;
            while (to < branch.To && sorted[to][branch.Depth] == letter)
            {
                to++;
            }
            children.Add(new Branch(code(letter), from, to, branch.Depth + 1, branch.Longest));
            from = to;
        }
        return children;
    }

    private int FirstFit(List<Branch> children)
    {
        while (_firstFree < _cells.Count && _cells[_firstFree].Parent != Free)
        {
            _firstFree++;
        }
        for (var start = Math.Max(1, _firstFree - children.Min(child => child.State)); ; start++)
        {
            Grow(start + codes + 1);
            if (children.TrueForAll(child => _cells[start + child.State].Parent == Free))
            {
                return start;
            }
        }
    }

    private void Grow(int count)
    {
        while (_cells.Count < count)
        {
            _cells.Add(new WordTrie.Cell(0, Free, 0));
        }
    }

    /// <summary>The words from <paramref name="From"/> to <paramref name="To"/>, which share their first <paramref name="Depth"/> letters.</summary>
    private readonly record struct Branch(int State, int From, int To, int Depth, ushort Longest);
}
