using System.Runtime.InteropServices;
using CityLoom.Reach.Geo;
using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Osm;

/// <summary>
/// Cuts ways into roads between junctions: a node becomes a junction where ways meet, end, or a barrier stands; all others are only
/// places along a road. At a barrier every road gets a junction of its own; those of a gate are joined by arcs that only some may pass.
/// </summary>
internal sealed class RoadCutter(long[] ids, NodeVisitor nodes)
{
    private readonly ArcList _list = new();
    private readonly List<long> _ids = [];
    private readonly List<Position> _positions = [];
    private readonly int[] _junctionOf = Filled(ids.Length);
    private readonly List<long> _ways = [];
    private readonly byte[] _uses = new byte[ids.Length];

    /// <summary>Turn restrictions that forbid a turn of these roads.</summary>
    public int TurnsApplied { get; private set; }

    public ArcList Cut(WayVisitor ways)
    {
        var at = Numbers(ways.Nodes);
        foreach (var (_, _, first, count) in ways.Ways)
        {
            CountUses(at.AsSpan(first, count));
        }
        foreach (var (id, road, first, count) in ways.Ways)
        {
            CutWay(road, at.AsSpan(first, count));
            _ways.AddRange(Enumerable.Repeat(id, _list.Heads.Count - _ways.Count));
        }
        (_list.Ids, _list.Positions) = (_ids.ToArray(), _positions.ToArray());
        TurnsApplied = new TurnCutter(_list, _ways).Cut(ByJunction(ways.Rules));
        return _list;
    }

    /// <summary>At a barrier the roads are apart already; no rule is kept there.</summary>
    private Dictionary<int, List<TurnRule>> ByJunction(List<TurnRule> rules)
    {
        var byJunction = new Dictionary<int, List<TurnRule>>();
        foreach (var rule in rules)
        {
            var node = Array.BinarySearch(ids, rule.Via);
            if (node >= 0 && _junctionOf[node] is var junction && junction >= 0 && nodes.Barriers[node] == Barrier.None)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(byJunction, junction, out _) ??= [];
                byJunction[junction].Add(rule);
            }
        }
        return byJunction;
    }

    private int[] Numbers(List<long> named)
    {
        var numbers = new int[named.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Array.BinarySearch(ids, named[i]);
        }
        return numbers;
    }

    private void CountUses(ReadOnlySpan<int> way)
    {
        foreach (var node in way)
        {
            _uses[node] = (byte)Math.Min(2, _uses[node] + 1);
        }
        (_uses[way[0]], _uses[way[^1]]) = (2, 2);
    }

    /// <summary>A way with nodes that are not in the file is taken as the pieces between them.</summary>
    private void CutWay(RoadWay road, ReadOnlySpan<int> way)
    {
        var start = 0;
        for (var i = 0; i < way.Length; i++)
        {
            if (!nodes.Found[way[i]])
            {
                AddRoad(road, way[start..i]);
                start = i + 1;
            }
            else if (i > start && (_uses[way[i]] > 1 || nodes.Barriers[way[i]] != Barrier.None || i == way.Length - 1))
            {
                AddRoad(road, way[start..(i + 1)]);
                start = i;
            }
        }
    }

    private void AddRoad(RoadWay road, ReadOnlySpan<int> piece)
    {
        if (piece.Length < 2)
        {
            return;
        }
        if (piece.Length > 2 && piece[0] == piece[^1])
        {
            var middle = piece.Length / 2;
            AddRoad(road, piece[..(middle + 1)]);
            AddRoad(road, piece[middle..]);
            return;
        }
        var (from, to, shape) = (Junction(piece[0]), Junction(piece[^1]), (_list.Points.Count, piece.Length - 2));
        foreach (var node in piece[1..^1])
        {
            _list.Points.Add(nodes.Positions[node]);
        }
        var length = Centimetres(piece);
        var (along, against) = (road.Direction < 0 ? ArcLimits.Contraflow : ArcLimits.None, road.Direction > 0 ? ArcLimits.Contraflow : ArcLimits.None);
        AddPair(from, to, shape, new(length, road.Class, road.Forward, road.Limits | along), new(length, road.Class, road.Backward, road.Limits | against));
    }

    private void AddPair(int from, int to, (int, int) shape, ArcFacts along, ArcFacts against)
    {
        var arc = _list.Heads.Count;
        _list.Tails.AddRange([from, to]);
        _list.Heads.AddRange([to, from]);
        _list.Facts.AddRange([along, against]);
        _list.Opposites.AddRange([arc + 1, arc]);
        _list.Shapes.AddRange([shape, (0, 0)]);
    }

    private int Junction(int node)
    {
        var known = _junctionOf[node];
        if (known >= 0 && nodes.Barriers[node] == Barrier.None)
        {
            return known;
        }
        _ids.Add(ids[node]);
        _positions.Add(nodes.Positions[node]);
        var junction = _ids.Count - 1;
        if (known < 0)
        {
            _junctionOf[node] = junction;
        }
        else if (nodes.Barriers[node] == Barrier.Gate)
        {
            var gate = new ArcFacts(0, RoadClass.Service, 0, ArcLimits.Gate);
            AddPair(known, junction, (0, 0), gate, gate);
        }
        return junction;
    }

    private int Centimetres(ReadOnlySpan<int> piece)
    {
        var metres = 0.0;
        for (var i = 1; i < piece.Length; i++)
        {
            metres += Ground.Metres(nodes.Positions[piece[i - 1]], nodes.Positions[piece[i]]);
        }
        return (int)Math.Min(int.MaxValue, Math.Round(metres * 100));
    }

    private static int[] Filled(int length)
    {
        var numbers = new int[length];
        Array.Fill(numbers, -1);
        return numbers;
    }
}
