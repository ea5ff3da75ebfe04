namespace CityLoom.Reading.Grammar;

/// <summary>Takes off what stands before the act: connectives, who said so, the subject and its modal.</summary>
internal static class LeadIns
{
    private const int LongestSpeaker = 26;
    private const int FarthestModal = 44;

    private static readonly WordSet Speech = new(Lexicon.Of(WordClass.Speech));


    public static void Strip(Draft draft, Clause clause)
    {
        StripNumber(draft, clause);
        if (IsSpeech(draft, clause) || IsAnnouncement(draft.Slice(clause.Start, clause.End), clause.Stop))
        {
            clause.Start = clause.End;
            return;
        }
        StripConnectives(draft, clause);
        StripSpeaker(draft, clause);
        StripModal(draft, clause);
        if (!clause.HasModal && (draft.Kind is DocumentKind.Plan or DocumentKind.Notice || SharesWork(draft.Slice(clause.Start, clause.End))))
        {
            StripBareSubject(draft, clause);
        }
    }

    /// <summary>The clause that announces states to be reached (今年的主要预期目标是：…), null when none does.</summary>
    public static Clause? Announcement(Draft draft, List<Clause> clauses, int from, int to)
    {
        for (var at = from; at < to - 1; at++)
        {
            if (IsAnnouncement(draft.Slice(clauses[at].Origin, clauses[at].End), clauses[at].Stop))
            {
                return clauses[at];
            }
        }
        return null;
    }

    private static bool IsAnnouncement(Phrase words, char stop) =>
        stop is '：' or ':' && words.Length <= LongestSpeaker && (words.EndsWith("目标是") || words.EndsWith("目标为") || words.EndsWith("目标"));

    // 1. 1． （一） ① 一、 in front of a clause.
    private static void StripNumber(Draft draft, Clause clause)
    {
        clause.Start += ItemNumbers.Length(draft.Slice(clause.Start, clause.End), out _);
        while (clause.Start < clause.End && Stops.IsBlank(draft.Text[clause.Start]))
        {
            clause.Start++;
        }
    }

    private static bool IsSpeech(Draft draft, Clause clause)
    {
        if (clause.Stop is not ('，' or ',' or '：' or ':') || clause.Length > LongestSpeaker || !Speech.Ends(draft.Slice(clause.Start, clause.End)))
        {
            return false;
        }
        for (var length = Math.Min(6, clause.Length); length >= 2; length--)
        {
            var ending = draft.Slice(clause.End - length, clause.End);
            if (ending.TryLongest(WordClass.Speech, out var word) && word.Length == length)
            {
                return clause.Stop is '：' or ':' || !HoldsAct(draft.Slice(clause.Start, clause.End - length));
            }
        }
        return false;
    }

    private static bool HoldsAct(Phrase text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!text[at..].TryLongest(WordClass.Any, out var word))
            {
                at++;
                continue;
            }
            if (word.Is(WordClass.Core) && word.Length > 1 && at + word.Length < text.Length)
            {
                return true;
            }
            at += word.Length;
        }
        return false;
    }

    private static void StripConnectives(Draft draft, Clause clause)
    {
        while (clause.Length > 0 && draft.Slice(clause.Start, clause.End).TryLongest(WordClass.Connective, out var word))
        {
            var whole = word.Length == clause.Length;
            var next = clause.Start + word.Length;
            var bound = whole || word.Length > 1 || draft.Text[next] is '、' or '要';
            if (!bound || (!whole && (word.Is(WordClass.Verb | WordClass.Frontal) || IsOrdinal(draft, clause.Start, next))))
            {
                return;
            }
            clause.IsEnumerated |= word.Length == 2 && draft.Text[next - 1] is '是' or '要';
            clause.Start = next;
            while (clause.Length > 0 && (draft.Text[clause.Start] is '、' or '要' || Stops.IsBlank(draft.Text[clause.Start])))
            {
                clause.HasModal |= draft.Text[clause.Start] == '要';
                clause.Start++;
            }
        }
    }

    // 第二季度, 第一批: the number belongs to the noun behind it.
    private static bool IsOrdinal(Draft draft, int start, int next) =>
        draft.Text[start] == '第' && draft.Text[next] is '季' or '批' or '次' or '个' or '类' or '年' or '期' or '轮' or '步' or '阶' or '产' or '条' or '届' or '种';

    // 会议强调要…, 他要求各部门…: the verb of speech stands inside the clause.
    private static void StripSpeaker(Draft draft, Clause clause)
    {
        var limit = Math.Min(clause.Length - 1, 9);
        for (var at = 1; at < limit; at++)
        {
            var rest = draft.Slice(clause.Start + at, clause.End);
            if (!rest.Opens(WordClass.Speech | WordClass.Core | WordClass.Modal))
            {
                continue;
            }
            if (rest.TryLongest(WordClass.Speech, out var word) && word.Length == 2 && IsSpoken(rest[2..]))
            {
                clause.Start += at + 2;
                return;
            }
            if (rest.Opens(WordClass.Core | WordClass.Modal))
            {
                return;
            }
        }
    }

    private static bool IsSpoken(Phrase rest) =>
        rest.StartsWith("要") || rest.StartsWith("必须") || BodyNames.Length(rest) > 0
        || (rest.TryLongest(WordClass.Everyone, out var all) && all.Length > 1);

    private static void StripModal(Draft draft, Clause clause)
    {
        var limit = Math.Min(clause.End, clause.Start + FarthestModal);
        if (!draft.Lexed.MayHold(clause.Start, limit, WordClass.Modal))
        {
            return;
        }
        for (var at = clause.Start; at < limit;)
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
            if (word.Is(WordClass.Modal))
            {
                if (TakeModal(draft, clause, at, word.Length))
                {
                    return;
                }
            }
            else if (at == clause.Start && word.Is(WordClass.Core) && !word.Is(WordClass.Class))
            {
                return;
            }
            at += word.Length;
        }
    }

    private static bool TakeModal(Draft draft, Clause clause, int at, int length)
    {
        var after = draft.Slice(at + length, clause.End);
        var leads = after.Opens(WordClass.Adverb | WordClass.Verb | WordClass.Frontal | WordClass.Means | WordClass.Modal);
        var subject = draft.Slice(clause.Start, at);
        if (after.IsEmpty || (!leads && draft.Text[at] != '要') || (draft.Text[at] == '将' && (subject.IsEmpty || !Subjects.IsAgent(subject))))
        {
            return false;
        }
        (clause.HasModal, clause.ModalEnd) = (true, at + length);
        if (subject.TryLongest(WordClass.Soon, out var time))
        {
            SetSubject(clause, at);
            clause.Subject = (clause.Start + time.Length)..at;
            clause.HasSubject = time.Length < subject.Length;
        }
        else if (subject.IsEmpty || Subjects.IsAgent(subject))
        {
            SetSubject(clause, at);
            var asked = draft.Text[at] == '请' && subject.IsEmpty ? BodyList.Length(after) : 0;
            if (asked > 0)
            {
                (clause.HasSubject, clause.Subject) = (true, (at + 1)..(at + 1 + asked));
                return true;
            }
            clause.Start = at + length;
            StripMoreModals(draft, clause);
        }
        return true;
    }

    private static void StripMoreModals(Draft draft, Clause clause)
    {
        while (clause.Length > 0 && draft.Text[clause.Start] is '要' or '应' or '须'
            && draft.Slice(clause.Start, clause.End).TryLongest(WordClass.Any, out var word) && word.Is(WordClass.Modal))
        {
            clause.Start += word.Length;
        }
    }

    // 区教育局会同区公安分局…: told to act without a modal, in a report too.
    private static bool SharesWork(Phrase words) =>
        words.Opens(BodyNames.Starts) && BodyList.Length(words) is > 0 and var length && (words[length..].StartsWith("会同") || words[length..].StartsWith("牵头"));

    private static void StripBareSubject(Draft draft, Clause clause)
    {
        var span = draft.Slice(clause.Start, clause.End);
        if (span.IsEmpty)
        {
            return;
        }
        var length = BodyList.Length(span);
        if (span[0] == '由' && BodyList.Length(span[1..]) is > 0 and var agent)
        {
            (clause.HasSubject, clause.Subject) = (true, (clause.Start + 1)..(clause.Start + 1 + agent));
            return;
        }
        if (length > 0 && span[length..].TryLongest(WordClass.Adverb | WordClass.Verb | WordClass.Frontal, out var next)
            && !next.Is(WordClass.Past)
            && !VerbReader.MakesNoun(span[(length + next.Length)..]))
        {
            SetSubject(clause, clause.Start + length);
            clause.Start += length;
            if (draft.Slice(clause.Start, clause.End).StartsWith("负责"))
            {
                clause.Start += clause.Length > 4 ? 2 : 0;
            }
        }
    }

    private static void SetSubject(Clause clause, int end)
    {
        clause.HasSubject = end > clause.Start;
        clause.Subject = clause.Start..end;
    }
}
