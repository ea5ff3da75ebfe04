using System.Collections.Frozen;

namespace CityLoom.City.Trees;

/// <summary>
/// An immutable forest, kept in preorder: a node and all below it are neighbours, so that "is it within" is two comparisons of
/// integers and "all below it" is a slice. Siblings stand in the order of their codes. Thread-safe.
/// </summary>
/// <typeparam name="T">What stands at the nodes.</typeparam>
public abstract class Tree<T>
    where T : class, ITreeNode
{
    private readonly T[] _preorder;
    private readonly int[] _last;
    private readonly FrozenDictionary<string, int> _places;
    private readonly FrozenDictionary<string, T[]> _children;

    /// <summary>Lays the nodes out; they have been checked by <see cref="TreeFaults"/>.</summary>
    /// <exception cref="ArgumentException">A code occurs twice, a parent is missing, or there is a cycle.</exception>
    protected Tree(IReadOnlyCollection<T> nodes)
    {
        var byParent = nodes.OrderBy(n => n.Code, StringComparer.Ordinal).ToLookup(n => n.ParentCode);
        _children = byParent.Where(g => g.Key is not null).ToFrozenDictionary(g => g.Key!, g => g.ToArray(), StringComparer.Ordinal);
        Roots = byParent[null].ToArray();
        _preorder = new T[nodes.Count];
        _last = new int[nodes.Count];
        var placed = LayOut();
        if (placed != nodes.Count)
        {
            throw new ArgumentException($"{nodes.Count - placed} of {nodes.Count} nodes hang on no root.", nameof(nodes));
        }

        _places = Enumerable.Range(0, placed).ToFrozenDictionary(i => _preorder[i].Code, StringComparer.Ordinal);
    }

    /// <summary>The nodes without a parent, by code.</summary>
    public IReadOnlyList<T> Roots { get; }

    /// <summary>All nodes in preorder: each before those below it.</summary>
    public IReadOnlyList<T> All => _preorder;

    /// <summary>The node with this code, or null.</summary>
    public T? Find(string? code) => code is not null && _places.TryGetValue(code, out var place) ? _preorder[place] : null;

    /// <summary>The nodes directly below, by code; none for a leaf or an unknown code.</summary>
    public IReadOnlyList<T> Children(string code) => _children.TryGetValue(code, out var children) ? children : [];

    /// <summary>The nodes above, nearest first; none for a root or an unknown code.</summary>
    public IEnumerable<T> Ancestors(string code)
    {
        for (var above = Find(Find(code)?.ParentCode); above is not null; above = Find(above.ParentCode))
        {
            yield return above;
        }
    }

    /// <summary>The node itself and then those above it, nearest first.</summary>
    public IEnumerable<T> Upwards(string code) => Find(code) is { } node ? Ancestors(code).Prepend(node) : [];

    /// <summary>All nodes below, without the node itself, in preorder.</summary>
    public ReadOnlySpan<T> Descendants(string code) =>
        _places.TryGetValue(code, out var place) ? _preorder.AsSpan(place + 1, _last[place] - place) : [];

    /// <summary>True when <paramref name="code"/> is <paramref name="ancestor"/> or below it; false when either is unknown.</summary>
    public bool Within(string? code, string? ancestor) =>
        code is not null && ancestor is not null
        && _places.TryGetValue(code, out var inner) && _places.TryGetValue(ancestor, out var outer)
        && outer <= inner && inner <= _last[outer];

    /// <summary>Places in preorder of a node (first) and of the last one below it; null for an unknown code.</summary>
    public (int First, int Last)? Interval(string code) =>
        _places.TryGetValue(code, out var place) ? (place, _last[place]) : null;

    /// <summary>The codes from the root to a node joined by slashes, such as <c>4201/420102/420102002</c>; empty for an unknown code.</summary>
    public string Path(string code) => string.Join('/', Upwards(code).Select(n => n.Code).Reverse());

    /// <summary>How far below its root a node stands: 0 for a root, -1 for an unknown code.</summary>
    public int Depth(string code) => Upwards(code).Count() - 1;

    private int LayOut()
    {
        var next = 0;
        var open = new Stack<(T Node, int Place)>();
        foreach (var root in Roots)
        {
            open.Push((root, -1));
            while (open.TryPop(out var step))
            {
                if (step.Place >= 0)
                {
                    _last[step.Place] = next - 1;
                    continue;
                }

                open.Push((step.Node, next));
                _preorder[next++] = step.Node;
                foreach (var child in Children(step.Node.Code).Reverse())
                {
                    open.Push((child, -1));
                }
            }
        }

        return next;
    }
}
