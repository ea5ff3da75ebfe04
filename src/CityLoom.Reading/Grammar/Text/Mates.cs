using System.Buffers;

namespace CityLoom.Reading.Grammar;

/// <summary>Pairs opening and closing quotes and brackets inside each paragraph; one pass, unbalanced marks stay alone.</summary>
internal static class Mates
{
    private const int FarthestQuote = 120;
    private const int FarthestBracket = 400;

    /// <summary>The marks that can have a mate behind them.</summary>
    public const string Opening = "\"＂“‘「『《〈（(〔［[【";

    /// <summary>Opening quotes and brackets.</summary>
    public static readonly SearchValues<char> Openings = SearchValues.Create(Opening);

    /// <summary>Opening quotes.</summary>
    public static readonly SearchValues<char> Quotes = SearchValues.Create("“‘「『\"＂");

    private static readonly SearchValues<char> Marks = SearchValues.Create(Opening + "\n”’」』》〉）)〕］]】");

    /// <summary>For every opening mark the offset of its closing mark, otherwise -1.</summary>
    public static int[] Of(string text)
    {
        var mates = GC.AllocateUninitializedArray<int>(text.Length);
        Array.Fill(mates, -1);
        var open = new Stack<int>();
        for (var at = Next(text, 0); at >= 0; at = Next(text, at + 1))
        {
            var mark = text[at];
            if (mark == '\n')
            {
                open.Clear();
            }
            else if (mark is '"' or '＂')
            {
                PairStraight(text, mates, open, at);
            }
            else if (Closing(mark) != '\0')
            {
                open.Push(at);
            }
            else if (IsClosing(mark))
            {
                Pair(text, mates, open, at);
            }
        }
        return mates;
    }

    private static int Next(string text, int from)
    {
        var found = text.AsSpan(from).IndexOfAny(Marks);
        return found < 0 ? -1 : from + found;
    }

    public static char Closing(char open) => open switch
    {
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '《' => '》',
        '〈' => '〉',
        '（' => '）',
        '(' => ')',
        '〔' => '〕',
        '［' => '］',
        '[' => ']',
        '【' => '】',
        _ => '\0',
    };

    public static bool IsClosing(char mark) => mark is '”' or '’' or '」' or '』' or '》' or '〉' or '）' or ')' or '〕' or '］' or ']' or '】';

    public static bool IsQuote(char mark) => mark is '“' or '‘' or '「' or '『' or '"' or '＂';

    private static void Pair(string text, int[] mates, Stack<int> open, int at)
    {
        // Only a few marks deep: nesting is shallow, and an unclosed one must not hide the rest.
        for (var tries = 0; tries < 3 && open.TryPop(out var start); tries++)
        {
            var wide = Closing(text[start]);
            if (wide == text[at] || Narrow(wide) == Narrow(text[at]))
            {
                if (at - start <= (IsQuote(text[start]) ? FarthestQuote : FarthestBracket))
                {
                    mates[start] = at;
                }
                return;
            }
        }
    }

    private static void PairStraight(string text, int[] mates, Stack<int> open, int at)
    {
        if (open.TryPeek(out var start) && text[start] == text[at])
        {
            open.Pop();
            if (at - start <= FarthestQuote)
            {
                mates[start] = at;
            }
            return;
        }
        open.Push(at);
    }

    private static char Narrow(char mark) => mark switch
    {
        '）' => ')',
        '］' => ']',
        _ => mark,
    };
}
