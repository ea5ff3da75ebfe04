using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static CityLoom.Reach.Roads.RoadFileLayout;

namespace CityLoom.Reach.Roads;

/// <summary>
/// A network in a file, mapped into memory: opening it costs the check of its sum and no copy, and processes share it. Searches must
/// not run on after it is disposed of. Safe for any number of threads.
/// </summary>
public sealed class RoadFile : IDisposable
{
    private readonly MappedFile _file;

    private RoadFile(MappedFile file) => (_file, Network) = (file, new(Read(file)));

    /// <summary>The network; it must not be used once the file is disposed of.</summary>
    public RoadNetwork Network { get; }

    /// <summary>Opens a file after checking it whole.</summary>
    /// <exception cref="RoadFileException">It is no graph file, of another version, cut off or altered.</exception>
    public static RoadFile Open(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: var length } && (length < Unsafe.SizeOf<Header>() || length > int.MaxValue))
        {
            throw new RoadFileException($"byte 0: {length} bytes are no graph file of this program; make one with: cityloom roads import FILE.pbf --out FILE.graph");
        }
        var file = new MappedFile(path);
        try
        {
            return new(file);
        }
        catch (RoadFileException)
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Writes a network; a file of that name is replaced once the new one is whole.</summary>
    public static void Save(RoadNetwork network, string path)
    {
        var draft = path + ".part";
        try
        {
            using (var stream = File.Create(draft))
            {
                Write(network.Arrays, stream);
            }
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static void Write(RoadArrays arrays, FileStream stream)
    {
        var sections = Sections(arrays);
        var (table, offset) = (new Entry[sections.Length], (long)Unsafe.SizeOf<Header>() + (Unsafe.SizeOf<Entry>() * sections.Length));
        for (var i = 0; i < sections.Length; i++)
        {
            table[i] = new(offset, sections[i].Bytes.Length / sections[i].Size, sections[i].Size);
            offset = Aligned(offset + sections[i].Bytes.Length);
        }
        stream.Position = Unsafe.SizeOf<Header>();
        var sum = Put(stream, 0, MemoryMarshal.AsBytes(table.AsSpan()));
        foreach (var (bytes, _) in sections)
        {
            sum = Put(stream, sum, bytes);
            sum = Put(stream, sum, new byte[Aligned(bytes.Length) - bytes.Length]);
        }
        stream.Position = 0;
        stream.Write(MemoryMarshal.AsBytes<Header>([new(Mark, RoadFileLayout.Version, sections.Length, offset, sum, 0)]));
    }

    private static uint Put(FileStream stream, uint sum, ReadOnlySpan<byte> bytes)
    {
        stream.Write(bytes);
        return Checksum(sum, bytes);
    }

    private static (byte[] Bytes, int Size)[] Sections(RoadArrays a) =>
    [
        Bytes(a.FirstArc), Bytes(a.Heads), Bytes(a.Tails), Bytes(a.FirstIncoming), Bytes(a.Incoming), Bytes(a.Ids), Bytes(a.Positions), Bytes(a.Facts),
        Bytes(a.Opposites), Bytes(a.FirstPoint), Bytes(a.Points), Bytes(a.GivenTimes),
    ];

    private static (byte[] Bytes, int Size) Bytes<T>(ReadOnlyMemory<T> part)
        where T : unmanaged => (MemoryMarshal.AsBytes(part.Span).ToArray(), Unsafe.SizeOf<T>());

    private static RoadArrays Read(MappedFile file)
    {
        var bytes = file.Bytes;
        var header = MemoryMarshal.Read<Header>(bytes);
        var problem = header switch
        {
            { Mark: not Mark } => "byte 0: this is no graph file of this program; make one with: cityloom roads import FILE.pbf --out FILE.graph",
            { Version: not RoadFileLayout.Version } => $"byte 8: the file has version {header.Version}, this program reads version {RoadFileLayout.Version}; import the PBF again",
            _ when header.Sections != SectionCount => $"byte 12: the file claims {header.Sections} sections instead of {SectionCount}",
            _ when header.Length != bytes.Length => $"byte 16: the file should have {header.Length} bytes and has {bytes.Length}; it may have been cut off",
            _ when Checksum(0, bytes[Unsafe.SizeOf<Header>()..]) != header.Checksum => "byte 24: the checksum does not fit the content; the file is damaged, import the PBF again",
            _ => null,
        };
        return problem is null ? Checked(Mapped(file)) : throw new RoadFileException(problem);
    }

    private static RoadArrays Mapped(MappedFile file) => new()
    {
        FirstArc = Part<int>(file, Section.FirstArc),
        Heads = Part<int>(file, Section.Heads),
        Tails = Part<int>(file, Section.Tails),
        FirstIncoming = Part<int>(file, Section.FirstIncoming),
        Incoming = Part<int>(file, Section.Incoming),
        Ids = Part<long>(file, Section.Ids),
        Positions = Part<Position>(file, Section.Positions),
        Facts = Part<ArcFacts>(file, Section.Facts),
        Opposites = Part<int>(file, Section.Opposites),
        FirstPoint = Part<int>(file, Section.FirstPoint),
        Points = Part<Position>(file, Section.Points),
        GivenTimes = Part<int>(file, Section.GivenTimes),
    };

    private static ReadOnlyMemory<T> Part<T>(MappedFile file, Section section)
        where T : unmanaged
    {
        var entry = MemoryMarshal.Cast<byte, Entry>(file.Bytes[Unsafe.SizeOf<Header>()..])[(int)section];
        if (entry.ElementSize != Unsafe.SizeOf<T>() || entry.Count < 0 || entry.Offset < 0 || entry.Offset > file.Length - ((long)entry.Count * entry.ElementSize))
        {
            throw new RoadFileException($"section {section}: {entry.Count} elements of {entry.ElementSize} bytes at byte {entry.Offset} do not fit the file");
        }
        return new MappedMemory<T>(file, entry.Offset, entry.Count).Memory;
    }

    /// <summary>A file that somebody made on purpose has the right sum too; so every number that leads somewhere is looked at.</summary>
    private static RoadArrays Checked(RoadArrays a)
    {
        var (nodes, arcs) = (a.Ids.Length, a.Heads.Length);
        Check(IsRows(a.FirstArc, nodes, arcs) && IsRows(a.FirstIncoming, nodes, arcs), "rows of arcs");
        Check(a.Tails.Length == arcs && a.Incoming.Length == arcs && IsBelow(a.Heads, 0, nodes) && IsBelow(a.Tails, 0, nodes) && IsBelow(a.Incoming, 0, arcs), "arcs");
        Check(IsEmptyOr(a.Positions.Length, nodes) && IsEmptyOr(a.Facts.Length, arcs) && IsEmptyOr(a.GivenTimes.Length, arcs), "facts");
        Check(a.Opposites.IsEmpty || (a.Opposites.Length == arcs && IsBelow(a.Opposites, -1, arcs)), "opposite arcs");
        Check(a.FirstPoint.IsEmpty || IsRows(a.FirstPoint, arcs, a.Points.Length), "shapes of roads");
        return a;
    }

    private static void Check(bool holds, string what)
    {
        if (!holds)
        {
            throw new RoadFileException($"the {what} in the file contradict each other; import the PBF again");
        }
    }

    private static bool IsEmptyOr(int length, int wanted) => length == 0 || length == wanted;

    private static bool IsBelow(ReadOnlyMemory<int> numbers, int from, int below)
    {
        var outside = false;
        foreach (var number in numbers.Span)
        {
            outside |= number < from || number >= below;
        }
        return !outside;
    }

    private static bool IsRows(ReadOnlyMemory<int> first, int rows, int items)
    {
        var span = first.Span;
        var falls = false;
        for (var i = 1; i < span.Length; i++)
        {
            falls |= span[i] < span[i - 1];
        }
        return span.Length == rows + 1 && span[0] == 0 && span[^1] == items && !falls;
    }
}
