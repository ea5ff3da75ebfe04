namespace CityLoom.Reach.Roads;

/// <summary>The course of roads on the ground.</summary>
public static class RoadShapes
{
    /// <summary>The places an arc runs through, from its tail to its head, both included.</summary>
    public static Position[] Shape(this RoadNetwork network, int arc)
    {
        var positions = network.Positions;
        var opposite = network.Opposite(arc);
        var own = network.InnerPoints(arc);
        var other = opposite < 0 ? [] : network.InnerPoints(opposite);
        var shape = new Position[Math.Max(own.Length, other.Length) + 2];
        (own.IsEmpty ? other : own).CopyTo(shape.AsSpan(1));
        if (own.IsEmpty)
        {
            shape.AsSpan(1, other.Length).Reverse();
        }
        (shape[0], shape[^1]) = (positions[network.Tails[arc]], positions[network.Heads[arc]]);
        return shape;
    }

    /// <summary>The arc that runs the other way along the same road; -1 where there is none or none is known.</summary>
    public static int Opposite(this RoadNetwork network, int arc) => network.Arrays.Opposites.IsEmpty ? -1 : network.Arrays.Opposites.Span[arc];

    private static ReadOnlySpan<Position> InnerPoints(this RoadNetwork network, int arc)
    {
        var first = network.Arrays.FirstPoint.Span;
        return first.IsEmpty ? [] : network.Arrays.Points.Span[first[arc]..first[arc + 1]];
    }
}
