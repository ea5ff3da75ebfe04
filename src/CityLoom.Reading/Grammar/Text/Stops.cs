namespace CityLoom.Reading.Grammar;

/// <summary>The marks that end clauses, parts and sentences.</summary>
internal static class Stops
{
    /// <summary>All marks that can be stops.</summary>
    public const string Marks = "，。；;！!？?：:,.";

    public static bool IsSentenceEnd(char mark) => mark is '。' or '.' or '！' or '!' or '？' or '?';

    public static bool IsPartEnd(char mark) => mark is '；' or ';';

    /// <summary>A half-width comma, full stop or colon between digits belongs to the number or the hour, a full stop after Latin letters to them.</summary>
    public static bool IsStop(string text, int at, int end) => text[at] switch
    {
        '，' or '。' or '；' or ';' or '！' or '!' or '？' or '?' => true,
        '：' or ':' or ',' => !BetweenDigits(text, at, end),
        '.' => at > 0 && !char.IsAsciiLetterOrDigit(text[at - 1]) && (at + 1 == end || IsHan(text[at + 1]) || text[at + 1] is '(' or '（'),
        _ => false,
    };

    public static bool IsHan(char letter) => letter is (>= '\u3400' and <= '\u9fff') or '〇';

    public static bool IsBlank(char letter) => letter is ' ' or '\t' or '\u3000' or '\u00a0' or '\r';

    private static bool BetweenDigits(string text, int at, int end) =>
        at > 0 && at + 1 < end && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);
}
