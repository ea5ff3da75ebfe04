namespace CityLoom.Reading.Grammar;

/// <summary>Chooses the verb a ledger shows: behind a weak verb (做好, 加强) the work that its object names.</summary>
internal static class LedgerVerb
{
    private static readonly WordSet Weak = new("做好", "抓好", "加强", "抓实", "抓紧抓好", "加大", "动态加强", "办理好", "做实", "做细", "确保", "力争", "加快", "予以", "给予",
        "进行", "可", "可以", "由", "强化", "负责");

    public static string Of(Draft draft, Unit unit)
    {
        var head = unit.Head;
        var verb = draft.Slice(head.VerbStart, head.VerbEnd).Span;
        if (Weak.Contains(verb) && LastWork(draft, head.VerbEnd, head.End) is { } work)
        {
            return work;
        }
        if ((verb.IsEmpty || verb is "确保" or "力争" or "保证" or "不得" or "可" or "推动" or "会同" or "促进")
            && FirstState(draft, Math.Max(head.VerbEnd, head.Start), head.End, unit.Kind, verb is "不得" or "可" or "会同") is { } state)
        {
            return state;
        }
        var next = draft.Slice(head.VerbEnd, Math.Max(head.End, head.VerbEnd));
        return verb.Length == 2 && next.TryLongest(WordClass.Verb, out var second) && second.Length == 2 && next.Length > 4
            && second.Lean > 0
            && !second.Is(WordClass.Operation)
            ? draft.Text.Substring(head.VerbStart, 4)
            : verb.ToString();
    }

    private static string? FirstState(Draft draft, int from, int end, MeasureKind kind, bool acts)
    {
        var wanted = kind == MeasureKind.Target
            && !acts ? WordClass.State | WordClass.Level | WordClass.Improve : acts ? WordClass.Verb : WordClass.None;
        string? last = null;
        for (var at = from; at < end && wanted != WordClass.None;)
        {
            if (draft.Slice(at, end).TryLongest(WordClass.Any, out var word))
            {
                last = word.Is(wanted) && !word.Is(WordClass.Adverb) ? draft.Text.Substring(at, word.Length) : last;
                at += word.Length;
            }
            else
            {
                at++;
            }
            if (last is not null)
            {
                break;
            }
        }
        return last;
    }

    private static string? LastWork(Draft draft, int from, int end)
    {
        string? found = null;
        for (var at = from; at < end;)
        {
            if (!draft.Slice(at, end).TryLongest(WordClass.Any, out var word))
            {
                found = draft.Text[at] is '等' ? found : null;
                at++;
                continue;
            }
            if (word.Is(WordClass.Operation) || (word.Is(WordClass.Verb) && word.Lean > 1))
            {
                found = draft.Text.Substring(at, word.Length);
            }
            else if (draft.Slice(at, at + word.Length).Span is not "工作")
            {
                found = null;
            }
            at += word.Length;
        }
        return found;
    }
}
