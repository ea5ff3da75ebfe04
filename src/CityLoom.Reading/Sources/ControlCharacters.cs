namespace CityLoom.Reading.Sources;

/// <summary>Tells a binary file by its control characters; a stray one in a long text is let through and cleaned away.</summary>
internal static class ControlCharacters
{
    private const double ToleratedShare = 0.002;

    /// <summary>Offset of the first control character when there are too many for a text, or of the first zero byte; else null.</summary>
    public static long? FirstTooMany(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf((byte)0) is >= 0 and var nul)
        {
            return nul;
        }
        int first = -1, count = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x20 && bytes[i] is not ((>= 0x09 and <= 0x0D) or 0x1A))
            {
                first = first < 0 ? i : first;
                count++;
            }
        }
        return count > 1 + bytes.Length * ToleratedShare ? first : null;
    }
}
