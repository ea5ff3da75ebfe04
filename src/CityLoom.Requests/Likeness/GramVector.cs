namespace CityLoom.Requests.Likeness;

/// <summary>Weighted grams of a text at unit length, in the order of their hashes.</summary>
internal sealed class GramVector
{
    private readonly uint[] _grams;
    private readonly float[] _values;

    private GramVector(uint[] grams, float[] values) => (_grams, _values) = (grams, values);

    /// <summary>Grams by how often they occur (damped by the logarithm) and how rare they are; those not wanted are left out.</summary>
    public static GramVector Of(IReadOnlyDictionary<uint, int> counts, GramStatistics statistics, Func<uint, bool>? wanted = null)
    {
        var kept = counts.Where(c => wanted is null || wanted(c.Key)).OrderBy(c => c.Key).ToArray();
        var values = kept.Select(c => (1 + Math.Log(c.Value)) * statistics.Rarity(c.Key)).ToArray();
        var length = Math.Sqrt(values.Sum(v => v * v));
        return new([.. kept.Select(c => c.Key)], [.. values.Select(v => (float)(v / length))]);
    }

    /// <summary>Cosine of the angle between two texts, 0 to 1.</summary>
    public double Cosine(GramVector other)
    {
        var (i, j, sum) = (0, 0, 0.0);
        while (i < _grams.Length && j < other._grams.Length)
        {
            var (mine, its) = (_grams[i], other._grams[j]);
            sum += mine == its ? _values[i] * other._values[j] : 0;
            i += mine <= its ? 1 : 0;
            j += its <= mine ? 1 : 0;
        }

        return sum;
    }
}
