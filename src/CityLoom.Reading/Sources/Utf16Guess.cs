using System.Buffers.Binary;
using System.Text;

namespace CityLoom.Reading.Sources;

/// <summary>Recognises UTF-16 without a byte order mark: read the right way, nearly every unit is Han, ASCII or wide punctuation.</summary>
internal static class Utf16Guess
{
    private const int Sample = 4096;

    public static Encoding? Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0 || Utf8Shape.Of(bytes) is { Valid: true, HasNul: false })
        {
            return null;
        }
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        if (Plausible(sample, BinaryPrimitives.ReadUInt16LittleEndian))
        {
            return Encoding.Unicode;
        }
        return Plausible(sample, BinaryPrimitives.ReadUInt16BigEndian) ? Encoding.BigEndianUnicode : null;
    }

    private delegate ushort ReadUnit(ReadOnlySpan<byte> bytes);

    private static bool Plausible(ReadOnlySpan<byte> sample, ReadUnit read)
    {
        var good = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            var unit = (char)read(sample[i..]);
            good += unit is (>= ' ' and < '\x7F') or '\r' or '\n' or '\t' or (>= '\u2010' and < '\u2040')
                or (>= '\u3000' and < '\u3020') or (>= '\u4E00' and < '\u9FA6') or (>= '\uFF00' and < '\uFFF0') ? 1 : 0;
        }
        return good >= sample.Length / 2 * 0.95;
    }
}
