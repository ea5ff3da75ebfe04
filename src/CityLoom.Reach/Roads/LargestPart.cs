namespace CityLoom.Reach.Roads;

/// <summary>Keeps the largest strongly connected part of a network, so that no place snaps to a road that leads nowhere.</summary>
public static class LargestPart
{
    /// <summary>The network without the nodes outside its largest part and without their arcs.</summary>
    public static RoadNetwork Of(RoadNetwork network)
    {
        var keeps = StrongParts.Largest(network);
        return keeps.AsSpan().Contains(false) ? NetworkAssembly.Assemble(Kept(network, keeps)) : network;
    }

    private static ArcList Kept(RoadNetwork network, bool[] keeps)
    {
        var (number, list) = (new int[network.NodeCount], new ArcList());
        var nodes = Enumerable.Range(0, network.NodeCount).Where(node => keeps[node]).ToArray();
        for (var i = 0; i < nodes.Length; i++)
        {
            number[nodes[i]] = i;
        }
        list.Ids = Array.ConvertAll(nodes, node => network.Ids[node]);
        list.Positions = network.Positions.IsEmpty ? [] : Array.ConvertAll(nodes, node => network.Positions[node]);
        var arcs = Enumerable.Range(0, network.ArcCount).Where(arc => keeps[network.Tails[arc]] && keeps[network.Heads[arc]]).ToArray();
        foreach (var arc in arcs)
        {
            list.Tails.Add(number[network.Tails[arc]]);
            list.Heads.Add(number[network.Heads[arc]]);
        }
        AddFacts(network, list, arcs);
        return list;
    }

    private static void AddFacts(RoadNetwork network, ArcList list, int[] arcs)
    {
        var arrays = network.Arrays;
        list.Times.AddRange(arrays.GivenTimes.IsEmpty ? [] : Array.ConvertAll(arcs, arc => arrays.GivenTimes.Span[arc]));
        if (arrays.Facts.IsEmpty)
        {
            return;
        }
        var (number, first) = (new Dictionary<int, int>(arcs.Length), arrays.FirstPoint);
        for (var i = 0; i < arcs.Length; i++)
        {
            number[arcs[i]] = i;
        }
        list.Points.AddRange(arrays.Points.Span);
        foreach (var arc in arcs)
        {
            list.Facts.Add(network.Facts[arc]);
            list.Opposites.Add(number.GetValueOrDefault(network.Opposite(arc), -1));
            list.Shapes.Add((first.Span[arc], first.Span[arc + 1] - first.Span[arc]));
        }
    }
}
