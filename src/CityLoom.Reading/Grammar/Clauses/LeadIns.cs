namespace CityLoom.Reading.Grammar;

/// <summary>Takes off what stands before the act: connectives, who said so, the subject and its modal.</summary>
internal static class LeadIns
{
    private const int LongestSpeaker = 26;
    private const int FarthestModal = 44;

    private static readonly WordTrie Words = Lexicon.Words;

    public static void Strip(string text, int[] mates, Clause clause, DocumentKind kind)
    {
        StripNumber(text, clause);
        if (IsSpeech(text, clause) || IsAnnouncement(text.AsSpan(clause.Start, clause.Length), clause.Stop))
        {
            clause.Start = clause.End;
            return;
        }
        StripConnectives(text, clause);
        StripSpeaker(text, clause);
        StripModal(text, mates, clause);
        if (!clause.HasModal && kind is DocumentKind.Plan or DocumentKind.Notice)
        {
            StripBareSubject(text, clause);
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

    private static bool IsAnnouncement(ReadOnlySpan<char> words, char stop) =>
        stop is '：' or ':' && words.Length <= LongestSpeaker && (words.EndsWith("目标是") || words.EndsWith("目标为") || words.EndsWith("目标"));

    // 1. 1． （一） ① 一、 in front of a clause.
    private static void StripNumber(string text, Clause clause)
    {
        clause.Start += ItemNumbers.Length(text.AsSpan(clause.Start, clause.Length), out _);
        while (clause.Start < clause.End && Stops.IsBlank(text[clause.Start]))
        {
            clause.Start++;
        }
    }

    private static bool IsSpeech(string text, Clause clause)
    {
        if (clause.Stop is not ('，' or ',' or '：' or ':') || clause.Length > LongestSpeaker)
        {
            return false;
        }
        for (var length = Math.Min(6, clause.Length); length >= 2; length--)
        {
            var ending = text.AsSpan(clause.End - length, length);
            if (Words.TryLongest(ending, WordClass.Speech, out var word) && word.Length == length)
            {
                return clause.Stop is '：' or ':' || !HoldsAct(text.AsSpan(clause.Start, clause.Length - length));
            }
        }
        return false;
    }

    private static bool HoldsAct(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!Words.TryLongest(text[at..], WordClass.Any, out var word))
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

    private static void StripConnectives(string text, Clause clause)
    {
        while (clause.Length > 0 && Words.TryLongest(text.AsSpan(clause.Start, clause.Length), WordClass.Connective, out var word))
        {
            var whole = word.Length == clause.Length;
            var next = clause.Start + word.Length;
            var bound = whole || word.Length > 1 || text[next] is '、' or '要';
            if (!bound || (!whole && word.Is(WordClass.Verb | WordClass.Frontal)))
            {
                return;
            }
            clause.IsEnumerated |= word.Length == 2 && text[next - 1] is '是' or '要';
            clause.Start = next;
            while (clause.Length > 0 && (text[clause.Start] is '、' or '要' || Stops.IsBlank(text[clause.Start])))
            {
                clause.HasModal |= text[clause.Start] == '要';
                clause.Start++;
            }
        }
    }

    // 会议强调要…, 他要求各部门…: the verb of speech stands inside the clause.
    private static void StripSpeaker(string text, Clause clause)
    {
        var limit = Math.Min(clause.Length - 1, 9);
        for (var at = 1; at < limit; at++)
        {
            var rest = text.AsSpan(clause.Start + at, clause.Length - at);
            if (Words.TryLongest(rest, WordClass.Speech, out var word) && word.Length == 2 && IsSpoken(rest[2..]))
            {
                clause.Start += at + 2;
                return;
            }
            if (Words.TryLongest(rest, WordClass.Core | WordClass.Modal, out _))
            {
                return;
            }
        }
    }

    private static bool IsSpoken(ReadOnlySpan<char> rest) =>
        rest.StartsWith("要") || rest.StartsWith("必须") || BodyNames.Length(rest) > 0
        || (Words.TryLongest(rest, WordClass.Everyone, out var all) && all.Length > 1);

    private static void StripModal(string text, int[] mates, Clause clause)
    {
        var limit = Math.Min(clause.End, clause.Start + FarthestModal);
        for (var at = clause.Start; at < limit;)
        {
            if (mates[at] > at && mates[at] < clause.End)
            {
                at = mates[at] + 1;
                continue;
            }
            if (!Words.TryLongest(text.AsSpan(at, clause.End - at), WordClass.Any, out var word))
            {
                at++;
                continue;
            }
            if (word.Is(WordClass.Modal))
            {
                if (TakeModal(text, clause, at, word.Length))
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

    private static bool TakeModal(string text, Clause clause, int at, int length)
    {
        var after = text.AsSpan(at + length, clause.End - at - length);
        var leads = Words.TryLongest(after, WordClass.Adverb | WordClass.Verb | WordClass.Frontal | WordClass.Means | WordClass.Modal,
            out _);
        var subject = text.AsSpan(clause.Start, at - clause.Start);
        if (after.IsEmpty || (!leads && text[at] != '要') || (text[at] == '将' && (subject.IsEmpty || !Subjects.IsAgent(subject))))
        {
            return false;
        }
        (clause.HasModal, clause.ModalEnd) = (true, at + length);
        if (Words.TryLongest(subject, WordClass.Soon, out var time))
        {
            SetSubject(clause, at);
            clause.Subject = (clause.Start + time.Length)..at;
            clause.HasSubject = time.Length < subject.Length;
        }
        else if (subject.IsEmpty || Subjects.IsAgent(subject))
        {
            SetSubject(clause, at);
            var asked = text[at] == '请' && subject.IsEmpty ? BodyList.Length(after) : 0;
            if (asked > 0)
            {
                (clause.HasSubject, clause.Subject) = (true, (at + 1)..(at + 1 + asked));
                return true;
            }
            clause.Start = at + length;
            StripMoreModals(text, clause);
        }
        return true;
    }

    private static void StripMoreModals(string text, Clause clause)
    {
        while (clause.Length > 0 && text[clause.Start] is '要' or '应' or '须'
            && Words.TryLongest(text.AsSpan(clause.Start, clause.Length), WordClass.Any, out var word) && word.Is(WordClass.Modal))
        {
            clause.Start += word.Length;
        }
    }

    private static void StripBareSubject(string text, Clause clause)
    {
        var span = text.AsSpan(clause.Start, clause.Length);
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
        if (length > 0 && Words.TryLongest(span[length..], WordClass.Adverb | WordClass.Verb | WordClass.Frontal, out var next)
            && !next.Is(WordClass.Past)
            && !VerbReader.MakesNoun(span[(length + next.Length)..]))
        {
            SetSubject(clause, clause.Start + length);
            clause.Start += length;
            if (text.AsSpan(clause.Start, clause.Length).StartsWith("负责"))
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
