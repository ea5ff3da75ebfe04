using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Hierarchies;

/// <summary>
/// The order in which nodes are taken out of a network one by one, always one with the fewest neighbours, whose neighbours are then
/// joined to each other (minimum degree, Tinney and Walker 1967). It depends on the topology alone, so it is made once for a network.
/// </summary>
internal sealed class Elimination
{
    private readonly int[][] _neighbours;
    private readonly List<Stack<int>> _byDegree = [];
    private readonly bool[] _gone;
    private int[] _merged = new int[64];

    private Elimination(RoadNetwork network)
    {
        _neighbours = Neighbours(network);
        _gone = new bool[network.NodeCount];
        Order = new int[network.NodeCount];
        for (var node = network.NodeCount - 1; node >= 0; node--)
        {
            Queue(node);
        }
    }

    /// <summary>Nodes, the first taken out first.</summary>
    public int[] Order { get; }

    /// <summary>For each node the neighbours it had when it was taken out, all of them taken out later.</summary>
    public IReadOnlyList<int[]> Left => _neighbours;

    public static Elimination Of(RoadNetwork network)
    {
        var elimination = new Elimination(network);
        var (count, degree) = (0, 0);
        while (count < network.NodeCount)
        {
            if (!elimination._byDegree[degree].TryPop(out var node))
            {
                degree++;
            }
            else if (!elimination._gone[node] && elimination._neighbours[node].Length == degree)
            {
                elimination.Order[count++] = node;
                elimination.TakeOut(node);
                degree = Math.Max(0, degree - 1);
            }
        }
        return elimination;
    }

    private void TakeOut(int node)
    {
        _gone[node] = true;
        foreach (var neighbour in _neighbours[node])
        {
            _neighbours[neighbour] = Joined(_neighbours[neighbour], _neighbours[node], neighbour, node);
            Queue(neighbour);
        }
    }

    /// <summary>Both sorted lists in one, without the node itself and the one taken out.</summary>
    private int[] Joined(int[] a, int[] b, int self, int gone)
    {
        if (_merged.Length < a.Length + b.Length)
        {
            _merged = new int[2 * (a.Length + b.Length)];
        }
        var (i, j, count) = (0, 0, 0);
        while (i < a.Length || j < b.Length)
        {
            var next = j == b.Length || (i < a.Length && a[i] <= b[j]) ? a[i] : b[j];
            i += i < a.Length && a[i] == next ? 1 : 0;
            j += j < b.Length && b[j] == next ? 1 : 0;
            if (next != self && next != gone)
            {
                _merged[count++] = next;
            }
        }
        return _merged.AsSpan(0, count).ToArray();
    }

    private void Queue(int node)
    {
        while (_byDegree.Count <= _neighbours[node].Length)
        {
            _byDegree.Add(new());
        }
        _byDegree[_neighbours[node].Length].Push(node);
    }

    private static int[][] Neighbours(RoadNetwork network)
    {
        var sets = new SortedSet<int>[network.NodeCount];
        for (var node = 0; node < sets.Length; node++)
        {
            sets[node] = [];
        }
        for (var arc = 0; arc < network.ArcCount; arc++)
        {
            if (network.Tails[arc] != network.Heads[arc])
            {
                sets[network.Tails[arc]].Add(network.Heads[arc]);
                sets[network.Heads[arc]].Add(network.Tails[arc]);
            }
        }
        return Array.ConvertAll(sets, set => set.ToArray());
    }
}
