using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CityLoom.Requests.Callback;

/// <summary>
/// How many closed requests of an organization's week are called back, and which. The draw can be done again by anybody who knows the
/// seed, which nobody knows before.
/// </summary>
/// <remarks>
/// Size: Cochran's formula for a share, n₀ = z²·p(1−p)/e² with z = 1.96, p = 0.5 and e = 0.15, corrected for the population,
/// n = ⌈n₀ / (1 + (n₀ − 1)/N)⌉ (W. G. Cochran, <i>Sampling Techniques</i>, 1977, section 4.4). Which: the n smallest of SHA-256 over seed
/// and identity, which is a simple random sample without replacement.
/// </remarks>
public static class CallbackSample
{
    private const double Z = 1.96;
    private const double Margin = 0.15;

    /// <summary>How many of a population are called, at least one and never more than there are.</summary>
    public static int Size(int population)
    {
        const double unlimited = Z * Z * 0.25 / (Margin * Margin);
        return population <= 0 ? 0 : (int)Math.Min(population, Math.Ceiling(unlimited / (1 + ((unlimited - 1) / population))));
    }

    /// <summary>Those that are called, in the order in which they are called.</summary>
    /// <param name="population">Identities, in any order.</param>
    /// <param name="size">How many.</param>
    /// <param name="seed">Drawn for this week and organization.</param>
    public static IReadOnlyList<long> Draw(IEnumerable<long> population, int size, string seed) =>
        [.. population.OrderBy(id => Place(seed, id)).ThenBy(id => id).Take(size)];

    private static ulong Place(string seed, long id) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{seed}:{id}"))));
}
