using System.Numerics;
using System.Runtime.InteropServices;

namespace CityLoom.Reach.Roads;

/// <summary>
/// How a network lies in a file, little-endian: a header, a table of sections, then the sections, each beginning at a multiple of
/// eight bytes. The checksum (CRC-32C, RFC 3720 appendix B.4) covers everything behind the header.
/// </summary>
internal static class RoadFileLayout
{
    /// <summary>Raised whenever an older reader would misunderstand the file.</summary>
    public const int Version = 1;

    public const ulong Mark = 0x5344_414F_5259_5443;

    /// <summary>The parts of a network, in the order of the file.</summary>
    public enum Section
    {
        FirstArc,
        Heads,
        Tails,
        FirstIncoming,
        Incoming,
        Ids,
        Positions,
        Facts,
        Opposites,
        FirstPoint,
        Points,
        GivenTimes,
    }

    public static readonly int SectionCount = Enum.GetValues<Section>().Length;

    /// <summary>The first 32 bytes.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    public readonly record struct Header(ulong Mark, int Version, int Sections, long Length, uint Checksum, int Reserved);

    /// <summary>A line of the table of sections.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    public readonly record struct Entry(long Offset, int Count, int ElementSize);

    public static long Aligned(long offset) => (offset + 7) & ~7L;

    public static uint Checksum(uint checksum, ReadOnlySpan<byte> bytes)
    {
        foreach (var eight in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            checksum = BitOperations.Crc32C(checksum, eight);
        }
        foreach (var one in bytes[(bytes.Length & ~7)..])
        {
            checksum = BitOperations.Crc32C(checksum, one);
        }
        return checksum;
    }
}
