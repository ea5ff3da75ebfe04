using CityLoom.Reach.Inputs;

namespace CityLoom.Reach.Roads;

/// <summary>
/// Reads graphs in the format of the 9th DIMACS implementation challenge (shortest paths, 2006): <c>p sp NODES ARCS</c>, then
/// <c>a FROM TO TIME</c> for each arc, nodes numbered from 1; coordinates as <c>v NODE LONGITUDE×10⁶ LATITUDE×10⁶</c>. Either may be
/// packed with gzip. Parallel arcs are kept.
/// </summary>
public static class DimacsReader
{
    private const int MostNodes = 200_000_000;

    /// <summary>Reads the arcs and, where given, the coordinates.</summary>
    /// <exception cref="RoadFileException">Something in a file is wrong; the message names the line.</exception>
    public static TravelTimes Read(Stream graph, Stream? coordinates = null, double unitsPerSecond = 1000)
    {
        var list = Guarded("graph", graph, ReadGraph);
        if (coordinates is not null)
        {
            list.Positions = Guarded("coordinates", coordinates, lines => ReadCoordinates(lines, list.Ids.Length));
        }
        var network = NetworkAssembly.Assemble(list);
        return new(network, network.Arrays.GivenTimes.ToArray(), unitsPerSecond);
    }

    private static T Guarded<T>(string what, Stream stream, Func<LineReader, T> read)
    {
        var lines = new LineReader(Packed.Open(stream));
        try
        {
            return read(lines);
        }
        catch (InvalidDataException e)
        {
            throw new RoadFileException($"{what}: the gzip data are damaged after line {lines.Number}: {e.Message}", e);
        }
        catch (RoadFileException e)
        {
            throw new RoadFileException($"{what}, line {lines.Number}: {e.Message}", e);
        }
    }

    private static ArcList ReadGraph(LineReader lines)
    {
        var (list, nodes, arcs) = (new ArcList(), -1L, 0L);
        while (lines.TryRead(out var line))
        {
            if (LineReader.TryWord(ref line, "a"u8))
            {
                ReadArc(list, line, nodes);
            }
            else if (LineReader.TryWord(ref line, "p"u8) && LineReader.TryWord(ref line, "sp"u8) && nodes < 0)
            {
                (nodes, arcs) = ReadCounts(line);
            }
            else if (line.Length > 0 && line[0] != 'c')
            {
                throw new RoadFileException("a line begins with 'a FROM TO TIME', 'p sp NODES ARCS' (once) or 'c'");
            }
        }
        if (nodes < 0 || list.Heads.Count != arcs)
        {
            throw new RoadFileException(nodes < 0 ? "no line 'p sp NODES ARCS' was found" : $"the file ends after {list.Heads.Count} of {arcs} arcs; it may have been cut off");
        }
        list.Ids = new long[nodes];
        for (var node = 0; node < nodes; node++)
        {
            list.Ids[node] = node + 1;
        }
        return list;
    }

    private static (long Nodes, long Arcs) ReadCounts(ReadOnlySpan<byte> rest) =>
        LineReader.TryNumber(ref rest, out var nodes) && LineReader.TryNumber(ref rest, out var arcs) && nodes is >= 0 and <= MostNodes && arcs is >= 0 and < int.MaxValue
            ? (nodes, arcs)
            : throw new RoadFileException("'p sp' is followed by the number of nodes and the number of arcs");

    private static void ReadArc(ArcList list, ReadOnlySpan<byte> rest, long nodes)
    {
        if (!LineReader.TryNumber(ref rest, out var from) || !LineReader.TryNumber(ref rest, out var to) || !LineReader.TryNumber(ref rest, out var time))
        {
            throw new RoadFileException("'a' is followed by three whole numbers: from, to, time");
        }
        if (from < 1 || from > nodes || to < 1 || to > nodes)
        {
            throw new RoadFileException($"the arc {from} → {to} names a node outside 1 to {Math.Max(0, nodes)}");
        }
        if (time is < 0 or >= TravelTimes.Closed)
        {
            throw new RoadFileException($"the time {time} is not within 0 to {TravelTimes.Closed - 1}");
        }
        list.Tails.Add((int)from - 1);
        list.Heads.Add((int)to - 1);
        list.Times.Add((int)time);
    }

    private static Position[] ReadCoordinates(LineReader lines, int nodes)
    {
        var (positions, given, count) = (new Position[nodes], new bool[nodes], 0);
        while (lines.TryRead(out var line))
        {
            if (!LineReader.TryWord(ref line, "v"u8))
            {
                continue;
            }
            if (!LineReader.TryNumber(ref line, out var node) || !LineReader.TryNumber(ref line, out var x) || !LineReader.TryNumber(ref line, out var y)
                || node < 1 || node > nodes || given[node - 1] || !Position.OnEarth(x / 1e6, y / 1e6))
            {
                throw new RoadFileException($"'v' is followed by a node of 1 to {nodes}, each once, and its longitude and latitude in millionths of a degree");
            }
            (positions[node - 1], given[node - 1], count) = (new((int)x * 10, (int)y * 10), true, count + 1);
        }
        return count == nodes ? positions : throw new RoadFileException($"coordinates are there for {count} of {nodes} nodes");
    }
}
