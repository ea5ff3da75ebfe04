using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace CityLoom.Reading.Sources;

/// <summary>How far bytes have the shape of UTF-8.</summary>
/// <param name="Valid">Every byte fits.</param>
/// <param name="Damaged">Not valid, but so much of it fits that nothing else is meant.</param>
/// <param name="HasNul">Holds a zero byte, which text in UTF-8 does not.</param>
internal readonly record struct Utf8Shape(bool Valid, bool Damaged, bool HasNul)
{
    public static Utf8Shape Of(ReadOnlySpan<byte> bytes)
    {
        var nul = bytes.Contains((byte)0);
        return Utf8.IsValid(bytes) ? new(true, false, nul) : new(false, IsDamaged(bytes), nul);
    }

    /// <summary>Chinese is three bytes a character in UTF-8; chance makes few such triples out of other encodings.</summary>
    private static bool IsDamaged(ReadOnlySpan<byte> bytes)
    {
        int triples = 0, wide = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            triples += status == OperationStatus.Done && length >= 3 ? 1 : 0;
            wide += bytes[0] >= 0x80 ? 1 : 0;
            bytes = bytes[length..];
        }
        return triples >= 3 && triples >= wide * 0.8;
    }
}
