namespace CityLoom.Health.Counts;

/// <summary>
/// 128 consecutive periods of one series in a row of a hundred and some bytes: each count plus one as a base-128 number, a zero byte where nothing was
/// reported; what is missing at the end is left out.
/// </summary>
internal static class CountBlock
{
    /// <summary>Periods in a block.</summary>
    public const int Size = 128;

    /// <summary>Stands for a count that was not reported.</summary>
    public const int Missing = -1;

    /// <summary>Which block a period lies in, and where in it.</summary>
    public static (int Block, int Place) At(int period) => (period / Size, period % Size);

    /// <summary>A block of which nothing is known.</summary>
    public static int[] Empty()
    {
        var counts = new int[Size];
        Array.Fill(counts, Missing);
        return counts;
    }

    /// <summary>The block as it is stored.</summary>
    public static byte[] Pack(ReadOnlySpan<int> counts)
    {
        var bytes = new List<byte>(Size + 16);
        var length = counts.Length;
        while (length > 0 && counts[length - 1] == Missing)
        {
            length--;
        }

        foreach (var count in counts[..length])
        {
            var rest = (uint)(count + 1);
            for (; rest >= 128; rest >>= 7)
            {
                bytes.Add((byte)(rest | 128));
            }

            bytes.Add((byte)rest);
        }

        return [.. bytes];
    }

    /// <summary>Reads a block into a place for its counts.</summary>
    /// <exception cref="InvalidDataException">The bytes are no block.</exception>
    public static void Unpack(ReadOnlySpan<byte> bytes, Span<int> counts)
    {
        counts.Fill(Missing);
        var (at, place) = (0, 0);
        while (at < bytes.Length)
        {
            var (value, shift) = (0u, 0);
            for (; at < bytes.Length && bytes[at] >= 128 && shift < 28; at++, shift += 7)
            {
                value |= (bytes[at] & 127u) << shift;
            }

            if (at == bytes.Length || place == counts.Length)
            {
                throw new InvalidDataException("A row of health_counts holds no block of counts.");
            }

            counts[place++] = (int)(value | ((uint)bytes[at++] << shift)) - 1;
        }
    }
}
