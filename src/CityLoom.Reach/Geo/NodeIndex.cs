using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Geo;

/// <summary>Finds the node nearest to a place in a straight line.</summary>
public sealed class NodeIndex
{
    private const int NodesPerCell = 4;

    private readonly Position[] _places;
    private readonly int[] _nodes;
    private readonly Cells _cells;
    private readonly int[] _first;
    private readonly int[] _items;

    /// <summary>An index over the nodes of a network, or over those for which <paramref name="wanted"/> holds.</summary>
    /// <exception cref="ArgumentException">The network has no coordinates.</exception>
    public NodeIndex(RoadNetwork network, Func<int, bool>? wanted = null)
    {
        if (network.Positions.Length != network.NodeCount)
        {
            throw new ArgumentException("The network has no coordinates", nameof(network));
        }
        _nodes = Enumerable.Range(0, network.NodeCount).Where(node => wanted?.Invoke(node) ?? true).ToArray();
        _places = Array.ConvertAll(_nodes, node => network.Arrays.Positions.Span[node]);
        _cells = new(_places, _places.Length / NodesPerCell);
        var keys = Array.ConvertAll(_places, place => _cells.Of(place) is var (column, row) ? (row * _cells.Columns) + column : 0);
        (_first, _items) = Sorting.ByKey(keys, _cells.Columns * _cells.Rows);
    }

    /// <summary>True where no node is in the index.</summary>
    public bool IsEmpty => _nodes.Length == 0;

    /// <summary>The nearest node and its distance in metres; node -1 where the index is empty.</summary>
    public (int Node, double Metres) Nearest(Position place)
    {
        var (column, row) = _cells.Of(place);
        var (best, metres) = (-1, double.PositiveInfinity);
        for (var ring = 0; ring <= Math.Max(_cells.Columns, _cells.Rows) && (ring - 1) * _cells.RingMetres <= metres; ring++)
        {
            foreach (var cell in _cells.Ring(column, row, ring))
            {
                foreach (var item in _items.AsSpan(_first[cell].._first[cell + 1]))
                {
                    var distance = Ground.Metres(place, _places[item]);
                    (best, metres) = distance < metres ? (_nodes[item], distance) : (best, metres);
                }
            }
        }
        return (best, metres);
    }
}
