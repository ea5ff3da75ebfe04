namespace CityLoom.Reach.Roads;

/// <summary>
/// A network put together by hand instead of read from a map: junctions, and straight roads between them that are open in both
/// directions. Not thread-safe; the network made of it is.
/// </summary>
public sealed class RoadSketch
{
    private readonly ArcList _arcs = new();
    private readonly List<Position> _junctions = [];

    /// <summary>Number of junctions so far.</summary>
    public int Junctions => _junctions.Count;

    /// <summary>Adds a junction; its number is also its id in the network.</summary>
    public int Junction(Position place)
    {
        _junctions.Add(place);
        return _junctions.Count - 1;
    }

    /// <summary>Joins two junctions by a straight road.</summary>
    /// <param name="from">One junction.</param>
    /// <param name="to">The other.</param>
    /// <param name="kind">Its class, by which profiles drive.</param>
    public void Road(int from, int to, RoadClass kind)
    {
        var centimetres = (int)Math.Round(Geo.Ground.Metres(_junctions[from], _junctions[to]) * 100);
        var arc = _arcs.Tails.Count;
        Add(from, to, arc + 1, new(centimetres, kind, 0, ArcLimits.None));
        Add(to, from, arc, new(centimetres, kind, 0, ArcLimits.None));
    }

    /// <summary>The network; of junctions without a road nothing is lost but their use.</summary>
    public RoadNetwork Network()
    {
        _arcs.Ids = [.. Enumerable.Range(0, _junctions.Count).Select(number => (long)number)];
        _arcs.Positions = [.. _junctions];
        return NetworkAssembly.Assemble(_arcs);
    }

    private void Add(int tail, int head, int opposite, ArcFacts facts)
    {
        _arcs.Tails.Add(tail);
        _arcs.Heads.Add(head);
        _arcs.Opposites.Add(opposite);
        _arcs.Facts.Add(facts);
        _arcs.Shapes.Add((0, 0));
    }
}
