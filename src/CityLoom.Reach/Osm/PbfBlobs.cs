using System.IO.Compression;
using System.Text;
using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Osm;

/// <summary>
/// The outer layer of an OpenStreetMap PBF file (wiki.openstreetmap.org/wiki/PBF_Format): a row of blobs, each behind its header,
/// plain or packed with zlib.
/// </summary>
internal sealed class PbfBlobs(Stream stream)
{
    private const int LargestHeader = 64 * 1024;
    private const int LargestBlob = 32 * 1024 * 1024;

    private byte[] _packed = [];
    private byte[] _plain = [];

    /// <summary>Byte offset in the file of the blob at hand.</summary>
    public long Offset { get; private set; }

    /// <summary>The byte after the last one read.</summary>
    public long End { get; private set; }

    /// <summary>How messages name the blob at hand.</summary>
    public string Where => $"byte {Offset}: blob";

    /// <summary>The next blob's kind and content, valid until the next call; false at the end of the file.</summary>
    public bool TryRead(out string kind, out ReadOnlySpan<byte> content)
    {
        (kind, Offset) = ("", End);
        content = default;
        Span<byte> length = stackalloc byte[4];
        var read = stream.ReadAtLeast(length, 4, throwOnEndOfStream: false);
        if (read == 0)
        {
            return false;
        }
        if (read < 4)
        {
            throw new RoadFileException($"byte {Offset}: the file ends inside the length of a blob's header; it may have been cut off");
        }
        End += read;
        var size = ProtoReader.BigEndian(length);
        if (size is < 1 or > LargestHeader)
        {
            throw new RoadFileException($"byte {Offset}: {size} is no length of a blob's header (1 to {LargestHeader}); this is not an OpenStreetMap PBF file, or it is damaged");
        }
        (kind, var dataSize) = ReadHeader(Take(size, "a blob's header"));
        content = Unpack(Take(dataSize, $"a blob of {dataSize} bytes"));
        return true;
    }

    private (string Kind, int Size) ReadHeader(ReadOnlySpan<byte> bytes)
    {
        var header = new ProtoReader(bytes, $"byte {Offset}: header of a blob");
        var (kind, size) = ("", -1);
        while (header.Next())
        {
            switch (header.Field)
            {
                case 1:
                    kind = Encoding.UTF8.GetString(header.Bytes());
                    break;
                case 3:
                    size = header.Count();
                    break;
                default:
                    header.Skip();
                    break;
            }
        }
        return size is >= 0 and <= LargestBlob ? (kind, size) : throw header.Damaged($"a blob has 0 to {LargestBlob} bytes, this one claims {size}");
    }

    private ReadOnlySpan<byte> Take(int size, string what)
    {
        if (_packed.Length < size)
        {
            _packed = new byte[Math.Max(size, _packed.Length * 2)];
        }
        var read = stream.ReadAtLeast(_packed.AsSpan(0, size), size, throwOnEndOfStream: false);
        End += read;
        return read == size ? _packed.AsSpan(0, size) : throw new RoadFileException($"byte {End}: the file ends inside {what} that begins before byte {Offset + size}; it may have been cut off");
    }

    private ReadOnlySpan<byte> Unpack(ReadOnlySpan<byte> bytes)
    {
        var blob = new ProtoReader(bytes, Where);
        ReadOnlySpan<byte> plain = default, zlib = default;
        var size = 0;
        while (blob.Next())
        {
            switch (blob.Field)
            {
                case 1:
                    plain = blob.Bytes();
                    break;
                case 2:
                    size = blob.Count();
                    break;
                case 3:
                    zlib = blob.Bytes();
                    break;
                case 4 or 5 or 6 or 7:
                    throw blob.Damaged("it is packed with something other than zlib (lzma, bzip2, lz4 or zstd); write the file anew, for example with: osmium cat IN -o OUT.osm.pbf");
                default:
                    blob.Skip();
                    break;
            }
        }
        return zlib.IsEmpty ? plain : Inflate(zlib, size);
    }

    private unsafe ReadOnlySpan<byte> Inflate(ReadOnlySpan<byte> zlib, int size)
    {
        if (size > LargestBlob)
        {
            throw new RoadFileException($"{Where}: it claims to unpack to {size} bytes, more than the {LargestBlob} allowed");
        }
        if (_plain.Length < size)
        {
            _plain = new byte[Math.Max(size, _plain.Length * 2)];
        }
        fixed (byte* start = zlib)
        {
            using var source = new UnmanagedMemoryStream(start, zlib.Length);
            using var unpacking = new ZLibStream(source, CompressionMode.Decompress);
            try
            {
                var read = unpacking.ReadAtLeast(_plain.AsSpan(0, size), size, throwOnEndOfStream: false);
                return read == size && unpacking.ReadByte() < 0
                    ? _plain.AsSpan(0, size)
                    : throw new RoadFileException($"{Where}: it does not unpack to the {size} bytes it claims");
            }
            catch (InvalidDataException e)
            {
                throw new RoadFileException($"{Where}: its zlib data are damaged: {e.Message}", e);
            }
        }
    }
}
