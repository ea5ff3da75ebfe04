using CityLoom.Reach.Geo;

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

    /// <summary>The places along a part of an arc; at least two.</summary>
    /// <param name="network">The network.</param>
    /// <param name="arc">The arc.</param>
    /// <param name="from">Where the part begins as a share of the arc's length.</param>
    /// <param name="to">Where it ends.</param>
    public static List<Position> Part(this RoadNetwork network, int arc, double from, double to)
    {
        var shape = network.Shape(arc);
        var along = new double[shape.Length];
        for (var i = 1; i < shape.Length; i++)
        {
            along[i] = along[i - 1] + Ground.Metres(shape[i - 1], shape[i]);
        }
        var part = new List<Position> { Between(shape, along, from * along[^1]) };
        for (var i = 1; i < shape.Length - 1; i++)
        {
            if (along[i] > from * along[^1] && along[i] < to * along[^1])
            {
                part.Add(shape[i]);
            }
        }
        part.Add(Between(shape, along, to * along[^1]));
        return part;
    }

    /// <summary>The arc that runs the other way along the same road; -1 where there is none or none is known.</summary>
    public static int Opposite(this RoadNetwork network, int arc) => network.Arrays.Opposites.IsEmpty ? -1 : network.Arrays.Opposites.Span[arc];

    private static Position Between(Position[] shape, double[] along, double metres)
    {
        var after = 1;
        while (after < shape.Length - 1 && along[after] < metres)
        {
            after++;
        }
        var (a, b, length) = (shape[after - 1], shape[after], along[after] - along[after - 1]);
        var share = length > 0 ? Math.Clamp((metres - along[after - 1]) / length, 0, 1) : 0;
        return new(Mixed(a.E7Longitude, b.E7Longitude, share), Mixed(a.E7Latitude, b.E7Latitude, share));
    }

    private static int Mixed(int a, int b, double share) => (int)Math.Round(a + (share * ((double)b - a)));

    private static ReadOnlySpan<Position> InnerPoints(this RoadNetwork network, int arc)
    {
        var first = network.Arrays.FirstPoint.Span;
        return first.IsEmpty ? [] : network.Arrays.Points.Span[first[arc]..first[arc + 1]];
    }
}
