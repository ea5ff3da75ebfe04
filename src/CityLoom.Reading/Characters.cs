namespace CityLoom.Reading;

/// <summary>Classes of characters that the reader goes by.</summary>
internal static class Characters
{
    /// <summary>Han, outside the basic plane by its high surrogate.</summary>
    public static bool IsHan(char c) =>
        c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uD840' and <= '\uD888') or '〇';

    /// <summary>Ends a sentence in running text.</summary>
    public static bool EndsSentence(char c) => c is '。' or '！' or '？' or '!' or '?' or '…';

    /// <summary>A numeral as headings are counted: 一 to 十, 百, 零.</summary>
    public static bool IsChineseNumeral(char c) => "一二三四五六七八九十百零〇".Contains(c, StringComparison.Ordinal);

    /// <summary>ASCII or full-width digit.</summary>
    public static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';
}
