namespace CityLoom.Reading.Grammar;

/// <summary>Spots dates that govern a list of states.</summary>
internal static class Dates
{
    private static readonly WordSet Limits = new("年底", "年末", "月底", "月末", "季度", "明年", "年内", "月内", "日内", "天内", "年前", "月前", "日前", "上半年", "下半年");

    /// <summary>True for words that hold a time limit.</summary>
    public static bool Mentions(ReadOnlySpan<char> words) => Limits.IsIn(words) || GovernsStates(words);

    /// <summary>True for words with 到2025年 or 力争到2025年 at their head.</summary>
    public static bool GovernsStates(ReadOnlySpan<char> words)
    {
        var at = words[..Math.Min(words.Length, 8)].IndexOf('到');
        return at >= 0 && DateReader.TryRead(words[(at + 1)..], out var date) && date.Year > 0;
    }
}
