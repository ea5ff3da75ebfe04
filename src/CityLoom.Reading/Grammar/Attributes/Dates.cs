namespace CityLoom.Reading.Grammar;

/// <summary>Spots dates that govern a list of states.</summary>
internal static class Dates
{
    /// <summary>True for words with 到2025年 or 力争到2025年 at their head.</summary>
    public static bool GovernsStates(ReadOnlySpan<char> words)
    {
        var at = words[..Math.Min(words.Length, 8)].IndexOf('到');
        return at >= 0 && DateReader.TryRead(words[(at + 1)..], out var date) && date.Year > 0;
    }
}
