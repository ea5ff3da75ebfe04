namespace CityLoom.Reading.Grammar;

/// <summary>Finds the verb of a clause and with it the clause's shape.</summary>
internal static class VerbReader
{
    private const WordClass Openers = WordClass.Adverb | WordClass.Verb | WordClass.Frontal | WordClass.Means | WordClass.Tail;


    public static void Read(Draft draft, Clause clause)
    {
        if (clause.Length == 0)
        {
            clause.Shape = ClauseShape.Empty;
            return;
        }
        var span = draft.Slice(clause.Start, clause.End);
        if (IsTail(span, clause))
        {
            clause.Shape = ClauseShape.Tail;
            return;
        }
        clause.Shape = Opening(draft, clause);
        if (clause.VerbEnd == clause.VerbStart && clause.ModalEnd > clause.Start)
        {
            ReadAfterModal(draft, clause);
        }
        // 将某项目纳入某范围 does something to its object; 把 opens exhortations as often as acts.
        if (clause.Shape == ClauseShape.Nominal && clause.VerbEnd > clause.VerbStart && Disposes(span))
        {
            clause.Shape = ClauseShape.Verbal;
        }
        if (clause.Stop is '，' or ',' && (IsTime(span) || IsTogether(span)))
        {
            clause.Shape = ClauseShape.Frontal;
        }
        if (clause.Shape is ClauseShape.Verbal or ClauseShape.Nominal && !clause.HasModal
            && (Conditions.EndsCondition(span) || Conditions.IsConcerned(span, clause.Stop)))
        {
            clause.Shape = ClauseShape.Frontal;
        }
    }

    // 于每季度末月25日前，: when the act behind it is due.
    private static bool IsTime(Phrase span) => span[0] is '于' or '在' && span[span.Length - 1] == '前' && span.Span.IndexOfAny("年月日季周") > 0;

    // 会同甲局、乙局，: with whom the act behind it is done.
    private static bool IsTogether(Phrase span) => span.StartsWith("会同") && BodyList.Length(span[2..]) == span.Length - 2;

    // 将…, 依法将…: what follows is done to an object.
    private static bool Disposes(Phrase span)
    {
        while (span.Length > 1 && span[0] != '将' && span.TryLongest(WordClass.Adverb, out var adverb))
        {
            span = span[adverb.Length..];
        }
        return !span.IsEmpty && span[0] == '将';
    }

    // 宾馆、酒店应当告知消费者: behind a subject that the span keeps, the act follows its modal.
    private static void ReadAfterModal(Draft draft, Clause clause)
    {
        var at = clause.ModalEnd;
        while (at < clause.End && draft.Slice(at, clause.End).TryLongest(WordClass.Adverb | WordClass.Verb, out var word))
        {
            if (word.Is(WordClass.Verb) && !(word.Is(WordClass.Adverb) && LeadsOn(draft.Slice(at + word.Length, clause.End))))
            {
                (clause.VerbStart, clause.VerbEnd, clause.Lean) = (at, at + word.Length, word.Lean);
                return;
            }
            at += word.Length;
        }
    }

    private static bool IsTail(Phrase span, Clause clause) =>
        !clause.HasModal && !clause.HasSubject && span.TryLongest(WordClass.Any, out var word) && word.Is(WordClass.Tail)
        && (word.Length > 1 || !span[1..].Opens(WordClass.Adverb | WordClass.Core));

    private static ClauseShape Opening(Draft draft, Clause clause)
    {
        var begins = clause.Start + TimePhrases.Length(draft.Text, clause.Start, clause.End);
        if (begins == clause.End)
        {
            return ClauseShape.Frontal;
        }
        begins = draft.Text[clause.Start] is '力' or '争' or '确' ? clause.Start : begins;
        for (var at = begins; at < clause.End;)
        {
            var rest = draft.Slice(at, clause.End);
            if (!rest.TryLongest(Openers, out var word))
            {
                return Inner(draft, clause, at, ClauseShape.Nominal, at == begins ? clause.End : at);
            }
            if (rest.TryLongest(WordClass.Any, out var whole) && whole.Length > word.Length && !whole.Is(Openers))
            {
                return Inner(draft, clause, at + whole.Length, ClauseShape.Nominal, at);
            }
            clause.Opening |= word.Classes;
            var leads = word.Is(WordClass.Adverb) && LeadsOn(rest[word.Length..]);
            if (leads)
            {
                at += word.Length;
                continue;
            }
            if (word.Is(WordClass.Operation) && rest[word.Length..].StartsWith("工作"))
            {
                return Inner(draft, clause, at + word.Length, ClauseShape.Nominal, at);
            }
            if (word.Is(WordClass.Verb) && MakesNoun(rest[word.Length..]))
            {
                return Inner(draft, clause, at + word.Length, ClauseShape.Nominal, at);
            }
            if (word.Is(WordClass.Verb) && !(word.Is(WordClass.Frontal) && word.Length == 1))
            {
                return Verb(draft, clause, at, word);
            }
            return word.Is(WordClass.Frontal | WordClass.Means)
                ? Inner(draft, clause, at + word.Length, ClauseShape.Frontal, at)
                : Inner(draft, clause, at + word.Length, ClauseShape.Nominal, at);
        }
        return ClauseShape.Nominal;
    }

    // An adverb leads on when a verb or a preposed phrase follows; 加快 before a noun is the verb itself.
    private static bool LeadsOn(Phrase rest) =>
        rest.TryLongest(WordClass.Any, out var next) && next.Is(Openers)
            && (next.Length > 1 || next.Is(WordClass.Frontal | WordClass.Adverb) || IsShortVerb(rest, next))
        && (rest.Length > next.Length || (next.Is(WordClass.Verb) && next.Length > 1));

    // 全力以赴抓项目: a verb of one letter counts before a noun.
    private static bool IsShortVerb(Phrase rest, Word verb) =>
        verb.Is(WordClass.Verb) && rest[verb.Length..].TryLongest(WordClass.Any, out var noun) && noun.Length > 1 && !noun.Is(Openers);

    private static ClauseShape Verb(Draft draft, Clause clause, int at, Word word)
    {
        (clause.VerbStart, clause.VerbEnd, clause.Lean) = (at, at + word.Length, word.Lean);
        if (!word.Is(WordClass.Means))
        {
            return ClauseShape.Verbal;
        }
        var (verb, lean) = (at..clause.VerbEnd, clause.Lean);
        if (Inner(draft, clause, at + word.Length, ClauseShape.Means, at) == ClauseShape.Verbal)
        {
            return ClauseShape.Verbal;
        }
        (clause.VerbStart, clause.VerbEnd, clause.Lean) = (verb.Start.Value, verb.End.Value, lean);
        return ClauseShape.Means;
    }

    // Looks for the act behind a preposed phrase; without one the clause keeps the shape given.
    private static ClauseShape Inner(Draft draft, Clause clause, int from, ClauseShape without, int fallback)
    {
        var adverb = false;
        for (var at = from; at < clause.End;)
        {
            if (draft.Mates[at] > at && draft.Mates[at] < clause.End)
            {
                at = draft.Mates[at] + 1;
                continue;
            }
            if (!draft.Slice(at, clause.End).TryLongest(WordClass.Any, out var word))
            {
                at++;
                continue;
            }
            // 对水库、堤防逐一过筛: an adverb shows the last word to be the act.
            var closes = adverb && at + word.Length == clause.End && word.Is(WordClass.Verb) && word.Lean > 1;
            adverb = word.Is(WordClass.Adverb);
            if ((closes || word.Is(WordClass.Core) || (word.Length > 3 && word.Is(WordClass.Verb))) && at > clause.Start
                && (closes || IsAct(draft, clause, at, word, without)))
            {
                var inner = SkipAdverbs(draft, clause, at);
                (clause.VerbStart, clause.VerbEnd, clause.Lean) = (inner.Start, inner.Start + inner.Word.Length, inner.Word.Lean);
                return without == ClauseShape.Nominal ? ClauseShape.Nominal : ClauseShape.Verbal;
            }
            at += word.Length;
        }
        return Counted(draft, clause, from) ? ClauseShape.Verbal : Without(clause, without, fallback);
    }

    // 完善和提高 joins verbs; 治理和保护 may join nouns.
    private static bool JoinsNoun(Draft draft, Clause clause, int at) =>
        draft.Text[at] == '和' && !(at + 1 < clause.End && draft.Slice(at + 1, clause.End).Opens(WordClass.Core));

    // 覆盖率, 建设的, 生产者: the verb is part of a noun.
    public static bool MakesNoun(Phrase after) =>
        !after.IsEmpty && (after[0] is '的' or '者' or '性' || (after[0] == '率' && !after.StartsWith("率先")));

    private static ClauseShape Without(Clause clause, ClauseShape without, int fallback)
    {
        (clause.VerbStart, clause.VerbEnd) = (fallback, fallback);
        return without;
    }

    // 每个街道建设2个食堂: a doing verb right before a number is the act, even if it could be a noun.
    private static bool Counted(Draft draft, Clause clause, int from)
    {
        for (var at = from; at < clause.End - 3; at++)
        {
            if (char.IsAsciiDigit(draft.Text[at + 2]) && draft.Slice(at, at + 2).TryLongest(WordClass.Verb, out var verb) && verb.Length == 2
                && verb.Lean > 1)
            {
                (clause.VerbStart, clause.VerbEnd, clause.Lean) = (at, at + 2, verb.Lean);
                return true;
            }
        }
        return false;
    }

    private static (int Start, Word Word) SkipAdverbs(Draft draft, Clause clause, int at)
    {
        draft.Slice(at, clause.End).TryLongest(WordClass.Verb | WordClass.Core, out var word);
        while (word.Is(WordClass.Adverb)
            && draft.Slice(at + word.Length, clause.End).TryLongest(WordClass.Verb | WordClass.Adverb,
                out var next))
        {
            at += word.Length;
            word = next;
        }
        return (at, word);
    }

    private static bool IsAct(Draft draft, Clause clause, int at, Word word, ClauseShape without)
    {
        if (without != ClauseShape.Nominal && word.Is(WordClass.Operation | WordClass.Event)
            && !(at + word.Length < clause.End && Conditions.EndsPhrase(draft.Slice(clause.Start, at))))
        {
            return false;
        }
        var before = draft.Text[at - 1];
        var after = at + word.Length;
        return (before is not '的' || draft.Text[clause.Start] == '对') && before is not ('、' or '和' or '与' or '及' or '之')
            && (after == clause.End ? word.Length > 1 && !word.Is(WordClass.Operation) : draft.Text[after] is not ('的' or '、' or '性' or '者')
                && !JoinsNoun(draft, clause, after));
    }
}
