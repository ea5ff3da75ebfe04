using System.Buffers;

namespace CityLoom.Reading.Grammar;

/// <summary>Cuts a stretch of a paragraph into clauses; stops inside quotes and brackets do not count.</summary>
internal static class ClauseSplitter
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(Stops.Marks + Mates.Opening);

    public static List<Clause> Split(string text, int[] mates, int start, int end)
    {
        var clauses = new List<Clause>();
        int from = start, sentence = 0, part = 0;
        for (var at = Next(text, start, end); at < end; at = Next(text, at + 1, end))
        {
            if (mates[at] > at && mates[at] < end)
            {
                at = mates[at];
            }
            else if (Stops.IsStop(text, at, end) && !ListsParts(text, start, at))
            {
                Add(clauses, text, from, at, text[at], sentence, part);
                from = at + 1;
                var ends = Stops.IsSentenceEnd(text[at]);
                sentence += ends ? 1 : 0;
                part += ends || Stops.IsPartEnd(text[at]) ? 1 : 0;
            }
        }
        Add(clauses, text, from, end, '\0', sentence, part);
        return clauses;
    }

    private static int Next(string text, int at, int end)
    {
        var found = at < end ? text.AsSpan(at, end - at).IndexOfAny(Marks) : -1;
        return found < 0 ? end : at + found;
    }

    // 其中：2个…，1个… goes on with the clause.
    private static bool ListsParts(string text, int start, int at) =>
        text[at] is '：' or ':' && at - start > 2 && text.AsSpan(at - 2, 2) is "其中" or "例如" or "包括";

    private static void Add(List<Clause> clauses, string text, int start, int end, char stop, int sentence, int part)
    {
        while (start < end && IsEdge(text[start]))
        {
            start++;
        }
        while (end > start && Stops.IsBlank(text[end - 1]))
        {
            end--;
        }
        if (end > start)
        {
            clauses.Add(new Clause { Start = start, End = end, Origin = start, Stop = stop, Sentence = sentence, Part = part });
        }
    }

    private static bool IsEdge(char mark) =>
        Stops.IsBlank(mark) || mark is '—' or '–' or '─' or '·' or '•' or '●' or '■' or '★' or '◆' or '。';
}
