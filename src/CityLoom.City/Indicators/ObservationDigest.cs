using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CityLoom.City.Indicators;

/// <summary>What an entry of the journal says about the values it was written with: how many, and a fingerprint of them all.</summary>
/// <param name="Count">How many.</param>
/// <param name="Digest">SHA-256 over the values with their sources, in an order of their own.</param>
internal readonly record struct ObservationDigest(int Count, string Digest)
{
    /// <summary>The digest of values, in whatever order they come.</summary>
    public static ObservationDigest Of(IEnumerable<(string Territory, Observation Observed, string Source)> values)
    {
        var lines = values.Select(v => $"{Line(v.Territory, v.Observed)} {v.Source}").Order(StringComparer.Ordinal).ToList();
        return new(lines.Count, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines)))));
    }

    /// <summary>A value as the journal writes it out: territory, period, revision, value.</summary>
    public static string Line(string territory, Observation observed) =>
        string.Create(CultureInfo.InvariantCulture, $"{territory} {observed.Period} {observed.Revision} {observed.Value}");
}
