using System.Buffers;

namespace CityLoom.Reading.Sources;

/// <summary>How likely a decoded text is meant to be Chinese.</summary>
/// <param name="Text">The decoded text.</param>
/// <param name="CommonShare">Share of the common characters among all that are not ASCII.</param>
/// <param name="Damaged">Characters that could not be decoded.</param>
internal readonly record struct ChineseLikelihood(string Text, double CommonShare, int Damaged)
{
    private static readonly Lazy<SearchValues<char>> Common = new(() =>
        SearchValues.Create(string.Concat(DataFile.Lines("common-characters.txt"))));

    /// <summary>The share of common characters, less a heavy price for damage.</summary>
    public double Score => CommonShare - 10.0 * Damaged / (Text.Length + 1);

    public static ChineseLikelihood Of(string text)
    {
        int wide = 0, common = 0, damaged = 0;
        foreach (var c in text)
        {
            wide += c > '\x7F' && !IsPunctuation(c) ? 1 : 0;
            common += c > '\x7F' && Common.Value.Contains(c) ? 1 : 0;
            damaged += c == '\uFFFD' ? 1 : 0;
        }
        return new(text, wide == 0 ? 0 : (double)common / wide, damaged);
    }

    private static bool IsPunctuation(char c) => c is (>= '\u2010' and < '\u2040') or (>= '\u3000' and < '\u3020') or (>= '\uFF00' and < '\uFFF0');
}
