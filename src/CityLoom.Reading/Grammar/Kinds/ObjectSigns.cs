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
        var seen = new Seen();
        for (var at = start; at < end;)
        {
            at = Step(draft, at, end, verbEnd, ref signs, ref seen);
        }
        AddNouns(seen, ref signs);
        AddLast(seen.Last, ref signs);
        signs.Add(Sign.Pair, seen.Lists == 1);
        signs.Add(Sign.Several, seen.Lists > 1);
        signs.Add(Sign.EndsQuote, end > start && draft.Text[end - 1] is '”' or '"');
    }

    private static int Step(Draft draft, int at, int end, int verbEnd, ref SignSet signs, ref Seen seen)
    {
        var letter = draft.Text[at];
        if (draft.Mates[at] > at && draft.Mates[at] < end)
        {
            signs.Add(Sign.Quote, Mates.IsQuote(letter));
            signs.Add(Sign.Title, letter == '《');
            seen.Last = WordClass.None;
            return Mates.IsQuote(letter) || letter == '《' ? draft.Mates[at] + 1 : at + 1;
        }
        switch (letter)
        {
            case '、':
                seen.Lists++;
                return at + 1;
            case '等':
                signs.Add(Sign.AndSoOn);
                break;
            case '对':
                signs.Add(Sign.DoneTo, at + 1 < end);
                break;
            case >= '0' and <= '9':
                signs.Add(Sign.Number);
                break;
            case '一' or '两' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十':
                signs.Add(Sign.Counted, at >= verbEnd && CountWords.StartsAt(draft.Slice(at, end)));
                break;
        }
        if (!draft.Lexed.TryLongest(at, end, AnyButNames, out var word))
        {
            seen.Last = Stops.IsHan(letter) && letter != '等' ? WordClass.None : seen.Last;
            return at + 1;
        }
        if (at >= verbEnd || word.Is(WordClass.Political))
        {
            seen.Nouns |= word.Classes;
            seen.Campaign |= word.Is(WordClass.Programme) && word.Length > 3;
        }
        seen.Last = IsTransparent(draft.Slice(at, at + word.Length)) ? seen.Last : Classes(word, at, verbEnd);
        return at + word.Length;
    }

    // 工作 says nothing: 防治工作 is 防治.
    private static bool IsTransparent(ReadOnlySpan<char> word) => word is "工作";

    private static WordClass Classes(Word word, int at, int verbEnd)
    {
        if (word.Is(Nouns))
        {
            return word.Classes & ~WordClass.Core;
        }
        return at >= verbEnd && word.Is(WordClass.Verb) && word.Lean > 1 ? WordClass.Core : WordClass.None;
    }

    private static void AddNouns(Seen seen, ref SignSet signs)
    {
        signs.Add(Sign.Mechanism, (seen.Nouns & WordClass.Mechanism) != 0);
        signs.Add(Sign.Facility, (seen.Nouns & WordClass.Facility) != 0);
        signs.Add(Sign.Document, (seen.Nouns & WordClass.Document) != 0);
        signs.Add(Sign.Event, (seen.Nouns & WordClass.Event) != 0);
        signs.Add(Sign.Operation, (seen.Nouns & WordClass.Operation) != 0);
        signs.Add(Sign.Campaign, seen.Campaign);
        signs.Add(Sign.Class, (seen.Nouns & WordClass.Class) != 0);
        signs.Add(Sign.Vague, (seen.Nouns & WordClass.Vague) != 0);
        signs.Add(Sign.Political, (seen.Nouns & WordClass.Political) != 0);
        signs.Add(Sign.Proper, (seen.Nouns & (WordClass.Place | WordClass.BodyWhole)) != 0);
    }

    private static void AddLast(WordClass last, ref SignSet signs)
    {
        signs.Add(Sign.EndsMade, (last & Made) != 0);
        signs.Add(Sign.EndsVague, (last & WordClass.Vague) != 0 && (last & Made) == 0);
        signs.Add(Sign.EndsOperation, (last & (WordClass.Operation | WordClass.Core)) != 0 && (last & (Made | WordClass.Vague)) == 0);
        signs.Add(Sign.EndsClass, (last & WordClass.Class) != 0 && (last & WordClass.Vague) == 0);
    }

    /// <summary>What the words of a unit come to: all classes of its nouns, those of its last one, and the marks that list.</summary>
    private record struct Seen(WordClass Nouns, WordClass Last, bool Campaign, int Lists);
}
