using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Osm;

/// <summary>What came of reading a file.</summary>
/// <param name="Network">The roads: the largest part in which everything can be got to from everywhere, one-way roads taken both ways.</param>
/// <param name="Counts">Elements of the file.</param>
/// <param name="Roads">Ways that are roads.</param>
/// <param name="Missing">Nodes that roads name and the file does not hold; some are usual at the edge of an extract.</param>
/// <param name="Dropped">Junctions outside the largest part.</param>
/// <param name="Turns">Turn restrictions.</param>
public sealed record RoadImportReport(RoadNetwork Network, OsmCounts Counts, int Roads, int Missing, int Dropped, TurnCounts Turns);

/// <summary>How many turn restrictions a file holds.</summary>
/// <param name="Read">All of them.</param>
/// <param name="Applied">Those that forbid a turn of the roads read.</param>
public readonly record struct TurnCounts(int Read, int Applied)
{
    /// <summary>Those over more than one node, with times or conditions, for other vehicles, or whose roads are not in the file.</summary>
    public int Skipped => Read - Applied;
}

/// <summary>Makes a road network of an OpenStreetMap PBF file.</summary>
public static class RoadImport
{
    /// <summary>Reads the file twice: ways first, then the nodes they need.</summary>
    /// <param name="stream">The file; it must be able to go back to its beginning.</param>
    /// <param name="progress">Is told now and then how many bytes were read, both times together.</param>
    /// <exception cref="RoadFileException">The file is damaged, holds no roads or needs what is not understood here.</exception>
    public static RoadImportReport Read(Stream stream, Action<long>? progress = null)
    {
        var ways = new WayVisitor();
        var counts = PbfFile.Read(stream, ways, progress);
        if (ways.Ways.Count == 0)
        {
            throw new RoadFileException($"the file holds {counts.Nodes} nodes and {counts.Ways} ways, but no way is a road (highway=…)");
        }
        var ids = Distinct(ways.Nodes);
        var nodes = new NodeVisitor(ids);
        var length = stream.Position;
        stream.Position = 0;
        PbfFile.Read(stream, nodes, progress is null ? null : bytes => progress(length + bytes));
        var cutter = new RoadCutter(ids, nodes);
        var whole = NetworkAssembly.Assemble(cutter.Cut(ways));
        var largest = LargestPart.Of(whole);
        return new(largest, counts, ways.Ways.Count, nodes.Found.Count(found => !found), whole.NodeCount - largest.NodeCount, new(ways.Restrictions, cutter.TurnsApplied));
    }

    private static long[] Distinct(List<long> named)
    {
        var sorted = named.ToArray();
        Array.Sort(sorted);
        var count = 0;
        foreach (var id in sorted)
        {
            if (count == 0 || sorted[count - 1] != id)
            {
                sorted[count++] = id;
            }
        }
        Array.Resize(ref sorted, count);
        return sorted;
    }
}
