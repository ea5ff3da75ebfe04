namespace CityLoom.Reading.Grammar;

/// <summary>Reads the signs that lie in the words of a unit: names, lists, numbers, and the class of its last noun.</summary>
internal static class ObjectSigns
{
    private const int ShortUnit = 6;
    private const int LongUnit = 40;
    private const WordClass Made = WordClass.Mechanism | WordClass.Facility | WordClass.Document | WordClass.Event | WordClass.Programme;
    private const WordClass Nouns = Made | WordClass.Operation | WordClass.Class | WordClass.Vague | WordClass.Political | WordClass.Status;

    // 产业发展 may be part of a department's name; here it ends in 发展.
    private const WordClass AnyButNames = WordClass.Any & ~(WordClass.BodyCore | WordClass.BodyEnding | WordClass.BodyBranch);


    public static void Read(Draft draft, int start, int end, int verbEnd, ref SignSet signs)
    {
        signs.Add(Sign.Short, end - start <= ShortUnit);
        signs.Add(Sign.Long, end - start > LongUnit);
        signs.Add(Sign.VerbOnly, verbEnd >= end - 1);
        var lists = 0;
        var last = WordClass.None;
        for (var at = start; at < end;)
        {
            at = Step(draft, at, end, verbEnd, ref signs, ref lists, ref last);
        }
        signs.Add(Sign.Pair, lists == 1);
        signs.Add(Sign.Several, lists > 1);
        signs.Add(Sign.EndsQuote, end > start && draft.Text[end - 1] is '”' or '"');
        signs.Add(Sign.EndsMade, (last & Made) != 0);
        signs.Add(Sign.EndsVague, (last & WordClass.Vague) != 0 && (last & Made) == 0);
        signs.Add(Sign.EndsOperation, (last & (WordClass.Operation | WordClass.Core)) != 0 && (last & (Made | WordClass.Vague)) == 0);
        signs.Add(Sign.EndsClass, (last & WordClass.Class) != 0 && (last & WordClass.Vague) == 0);
    }

    private static int Step(
        Draft draft, int at, int end, int verbEnd, ref SignSet signs, ref int lists, ref WordClass last)
    {
        if (draft.Mates[at] > at && draft.Mates[at] < end)
        {
            signs.Add(Sign.Quote, Mates.IsQuote(draft.Text[at]));
            signs.Add(Sign.Title, draft.Text[at] == '《');
            last = WordClass.None;
            return Mates.IsQuote(draft.Text[at]) || draft.Text[at] == '《' ? draft.Mates[at] + 1 : at + 1;
        }
        if (draft.Text[at] == '、')
        {
            lists++;
            return at + 1;
        }
        if (char.IsAsciiDigit(draft.Text[at]))
        {
            signs.Add(Sign.Number);
        }
        signs.Add(Sign.Counted, at >= verbEnd && CountWords.StartsAt(draft.Slice(at, end)));
        signs.Add(Sign.AndSoOn, draft.Text[at] == '等');
        signs.Add(Sign.DoneTo, draft.Text[at] == '对' && at + 1 < end);
        if (!draft.Slice(at, end).TryLongest(AnyButNames, out var word))
        {
            last = Stops.IsHan(draft.Text[at]) && draft.Text[at] != '等' ? WordClass.None : last;
            return at + 1;
        }
        if (at >= verbEnd || word.Is(WordClass.Political))
        {
            AddNoun(word, ref signs);
        }
        last = IsTransparent(draft.Slice(at, at + word.Length)) ? last : Classes(word, at, verbEnd);
        return at + word.Length;
    }

    // 工作 says nothing: 防治工作 is 防治.
    private static bool IsTransparent(Phrase word) => word.Span is "工作";

    private static WordClass Classes(Word word, int at, int verbEnd)
    {
        if (word.Is(Nouns))
        {
            return word.Classes & ~WordClass.Core;
        }
        return at >= verbEnd && word.Is(WordClass.Verb) && word.Lean > 1 ? WordClass.Core : WordClass.None;
    }

    private static void AddNoun(Word word, ref SignSet signs)
    {
        signs.Add(Sign.Mechanism, word.Is(WordClass.Mechanism));
        signs.Add(Sign.Facility, word.Is(WordClass.Facility));
        signs.Add(Sign.Document, word.Is(WordClass.Document));
        signs.Add(Sign.Event, word.Is(WordClass.Event));
        signs.Add(Sign.Operation, word.Is(WordClass.Operation));
        signs.Add(Sign.Campaign, word.Is(WordClass.Programme) && word.Length > 3);
        signs.Add(Sign.Class, word.Is(WordClass.Class));
        signs.Add(Sign.Vague, word.Is(WordClass.Vague));
        signs.Add(Sign.Political, word.Is(WordClass.Political));
        signs.Add(Sign.Proper, word.Is(WordClass.Place | WordClass.BodyWhole));
    }
}
