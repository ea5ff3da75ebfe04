using System.Buffers;

namespace CityLoom.Reading.Grammar;

/// <summary>A list that a count word closes: A、B、C三篇文章, A、B、C“三支队伍”.</summary>
internal static class CountedFrameworks
{
    private const string Counts = "两三四五六七八九十";
    private const string Measures = "个大项条张支篇类种方型道件步轮环块板点线力化率维级战网关仗链单图牌带廊极核";
    private const int LongestMember = 22;

    // What stands before the first member, in this order.
    private static readonly WordClass[] Leading = [WordClass.Modal, WordClass.Adverb, WordClass.Verb];

    private static readonly SearchValues<char> FirstLetters = SearchValues.Create("两三四五六七八九十");

    public static int Count(char letter) => Counts.IndexOf(letter, StringComparison.Ordinal) + 2 is var count && count > 1 ? count : 0;

    public static void Add(Draft draft, Line line, List<Framework> found)
    {
        for (var at = Next(draft, line.Start + 3, line.End); at >= 0 && at + 2 < line.End; at = Next(draft, at + 1, line.End))
        {
            var count = Count(draft.Text[at]);
            if (count < 2 || (count == 2 && (draft.Text[at - 1] is '“' or '"' || draft.Text[at + 1] == '级'))
                || Measures.IndexOf(draft.Text[at + 1], StringComparison.Ordinal) < 0)
            {
                continue;
            }
            var from = at;
            while (from > line.Start && draft.Text[from - 1] is '“' or '等' or '"' or '这' or '的')
            {
                from--;
            }
            var members = Before(draft.Text, line.Start, from, count);
            if (members.Count == count)
            {
                FrameworkReader.AddOnce(found, NameAt(draft.Text, at, line.End), members);
            }
        }
    }

    private static int Next(Draft draft, int from, int end)
    {
        var found = from < end ? draft.Slice(from, end).Span.IndexOfAny(FirstLetters) : -1;
        return found < 0 ? -1 : from + found;
    }

    private static List<string> Before(string text, int start, int end, int count)
    {
        var members = new List<string>();
        var to = end;
        for (var at = end - 1; at >= start - 1 && members.Count < count; at--)
        {
            var last = at < start || text[at] is '，' or ',' or '。' or '；' or '：';
            if (last || text[at] is '、')
            {
                Take(text, at + 1, to, members, last || members.Count == count - 1);
                to = at;
            }
            if (last || end - at > LongestMember * count)
            {
                break;
            }
        }
        members.Reverse();
        return members;
    }

    private static void Take(string text, int from, int to, List<string> members, bool first)
    {
        from = first ? to - FirstMember(text.AsSpan(from, to - from)).Length : from;
        if (to - from is > 0 and <= LongestMember)
        {
            members.Add(text[from..to]);
        }
    }

    /// <summary>The first member of a list without what leads to it: 要大力实施强链 is 强链.</summary>
    public static ReadOnlySpan<char> FirstMember(ReadOnlySpan<char> words)
    {
        foreach (var leading in Leading)
        {
            while (Lexicon.Words.TryLongest(words, leading, out var word) && word.Length < words.Length - (word.Length == 1 ? 1 : 0))
            {
                words = words[word.Length..];
                if (leading == WordClass.Verb)
                {
                    break;
                }
            }
        }
        return words;
    }

    private static string NameAt(string text, int at, int end)
    {
        var to = at;
        while (to < end && to - at < 8 && Stops.IsHan(text[to]))
        {
            to++;
        }
        return text[at..to];
    }
}
