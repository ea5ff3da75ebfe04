using System.Buffers;

namespace CityLoom.Reading.Sources;

/// <summary>Tells a binary file by its control characters; a stray one in a long text is let through and cleaned away.</summary>
internal static class ControlCharacters
{
    private const double ToleratedShare = 0.002;

    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. Enumerable.Range(1, 0x1F).Where(unit => unit is not ((>= 0x09 and <= 0x0D) or 0x1A)).Select(unit => (byte)unit)]);

    /// <summary>Offset of the first control character when there are too many for a text, or of the first zero byte; else null.</summary>
    public static long? FirstTooMany(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf((byte)0) is >= 0 and var nul)
        {
            return nul;
        }
        var first = bytes.IndexOfAny(Controls);
        if (first < 0)
        {
            return null;
        }
        var count = 0;
        foreach (var unit in bytes[first..])
        {
            count += Controls.Contains(unit) ? 1 : 0;
        }
        return count > 1 + bytes.Length * ToleratedShare ? first : null;
    }
}
