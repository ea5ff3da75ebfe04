namespace CityLoom.Reading.Grammar;

/// <summary>Reads the number of a heading or item: 一、 （一） 1. 1、 （1） ① 第一条.</summary>
internal static class ItemNumbers
{
    /// <summary>The highest level that <see cref="Length"/> gives.</summary>
    public const int DeepestLevel = 6;

    private const string Han = "一二三四五六七八九十百零〇";

    /// <summary>Length of the number with its mark, 0 when there is none; the level counts from 1 (一、) to 5 (①).</summary>
    public static int Length(ReadOnlySpan<char> text, out int level)
    {
        level = 0;
        if (text.Length < 2)
        {
            return 0;
        }
        var length = text[0] switch
        {
            '（' or '(' => Bracketed(text, out level),
            '第' => Article(text, out level),
            >= '①' and <= '⑳' => Circled(out level),
            '—' or '–' or '─' => Dash(text, out level),
            _ => Characters.IsDigit(text[0]) || Characters.IsChineseNumeral(text[0]) ? Plain(text, out level) : 0,
        };
        return length;
    }

    private static int Circled(out int level)
    {
        level = 5;
        return 1;
    }

    private static int Dash(ReadOnlySpan<char> text, out int level)
    {
        level = 6;
        return text[1] == text[0] ? 2 : 0;
    }

    private static int Plain(ReadOnlySpan<char> text, out int level)
    {
        level = 1;
        var digits = Run(text, Han);
        if (digits is > 0 and <= 3 && digits < text.Length && text[digits] is '、' or '．')
        {
            return digits + 1;
        }
        level = 3;
        digits = Run(text, "0123456789０１２３４５６７８９");
        var marked = digits is > 0 and <= 2 && digits < text.Length && text[digits] is '.' or '．' or '、';
        return marked && !(digits + 1 < text.Length && char.IsAsciiDigit(text[digits + 1])) ? digits + 1 : 0;
    }

    private static int Bracketed(ReadOnlySpan<char> text, out int level)
    {
        level = 2;
        var digits = Run(text[1..], Han);
        if (digits == 0)
        {
            level = 4;
            digits = Run(text[1..], "0123456789０１２３４５６７８９");
        }
        return digits is > 0 and <= 3 && digits + 1 < text.Length && text[digits + 1] is '）' or ')' ? digits + 2 : 0;
    }

    private static int Article(ReadOnlySpan<char> text, out int level)
    {
        var digits = Run(text[1..], Han + "0123456789");
        var ends = digits is > 0 and <= 4 && digits + 1 < text.Length;
        level = ends && text[digits + 1] is '条' ? 2 : 1;
        return ends && text[digits + 1] is '条' or '章' or '节' ? digits + 2 : 0;
    }

    private static int Run(ReadOnlySpan<char> text, string letters)
    {
        var rest = text.IndexOfAnyExcept(letters);
        return rest < 0 ? text.Length : rest;
    }
}
