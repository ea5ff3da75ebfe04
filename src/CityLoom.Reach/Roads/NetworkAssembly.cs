using System.Runtime.InteropServices;

namespace CityLoom.Reach.Roads;

/// <summary>Puts nodes and arcs as they were read into the order of a <see cref="RoadNetwork"/>.</summary>
internal static class NetworkAssembly
{
    public static RoadNetwork Assemble(ArcList list)
    {
        var nodes = list.Ids.Length;
        var order = NodeOrder.Of(list, nodes);
        var number = Inverse(order);
        var (first, arcs) = Sorting.ByKey(Mapped(list.Tails, number), nodes);
        var heads = Pick(Mapped(list.Heads, number), arcs);
        var tails = Pick(Mapped(list.Tails, number), arcs);
        var (firstIncoming, incoming) = Sorting.ByKey(heads, nodes);
        var network = new RoadArrays
        {
            FirstArc = first,
            Heads = heads,
            Tails = tails,
            FirstIncoming = firstIncoming,
            Incoming = incoming,
            Ids = Pick(list.Ids, order),
            Positions = list.Positions.Length == nodes ? Pick(list.Positions, order) : default,
            Opposites = list.Opposites.Count == 0 ? Paired(first, heads, tails) : default,
            GivenTimes = list.Times.Count == arcs.Length ? Pick(CollectionsMarshal.AsSpan(list.Times), arcs) : default,
        };
        return new(list.Facts.Count == arcs.Length && arcs.Length > 0 ? WithRoads(network, list, arcs) : network);
    }

    private static RoadArrays WithRoads(RoadArrays network, ArcList list, int[] arcs)
    {
        var number = Inverse(arcs);
        var (opposites, firstPoint, points) = (new int[arcs.Length], new int[arcs.Length + 1], new List<Position>(list.Points.Count));
        for (var arc = 0; arc < arcs.Length; arc++)
        {
            var opposite = list.Opposites[arcs[arc]];
            opposites[arc] = opposite < 0 ? -1 : number[opposite];
            var (from, count) = list.Shapes[arcs[arc]];
            points.AddRange(CollectionsMarshal.AsSpan(list.Points).Slice(from, count));
            firstPoint[arc + 1] = points.Count;
        }
        return network with
        {
            Facts = Pick(CollectionsMarshal.AsSpan(list.Facts), arcs),
            Opposites = opposites,
            FirstPoint = firstPoint,
            Points = points.ToArray(),
        };
    }

    /// <summary>Where the source does not tell which arcs are two directions of one road: each with the first free one that leads back.</summary>
    private static int[] Paired(int[] first, int[] heads, int[] tails)
    {
        var opposites = new int[heads.Length];
        Array.Fill(opposites, -1);
        for (var arc = 0; arc < heads.Length; arc++)
        {
            for (var back = first[heads[arc]]; opposites[arc] < 0 && tails[arc] != heads[arc] && back < first[heads[arc] + 1]; back++)
            {
                if (heads[back] == tails[arc] && opposites[back] < 0)
                {
                    (opposites[arc], opposites[back]) = (back, arc);
                }
            }
        }
        return opposites;
    }

    private static int[] Inverse(int[] order)
    {
        var number = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            number[order[i]] = i;
        }
        return number;
    }

    private static int[] Mapped(List<int> nodes, int[] number)
    {
        var mapped = new int[nodes.Count];
        for (var i = 0; i < mapped.Length; i++)
        {
            mapped[i] = number[nodes[i]];
        }
        return mapped;
    }

    private static T[] Pick<T>(ReadOnlySpan<T> from, int[] which)
    {
        var picked = new T[which.Length];
        for (var i = 0; i < which.Length; i++)
        {
            picked[i] = from[which[i]];
        }
        return picked;
    }
}
