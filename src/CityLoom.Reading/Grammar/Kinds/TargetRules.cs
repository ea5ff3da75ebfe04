using System.Buffers;

namespace CityLoom.Reading.Grammar;

/// <summary>Recognises end states: indicator levels, named statuses, completeness, completion of a period's task.</summary>
internal static class TargetRules
{
    private static readonly SearchValues<char> Named = SearchValues.Create("“0123456789");
    private static readonly WordSet Completeness = new("全部", "全面", "基本", "如期", "按期");

    // From here a verb does something to its object instead of stating what becomes of it.
    private const float DoingLean = 1;
    private static readonly WordSet Predicates = new("达到", "超过", "突破", "控制在", "保持在", "稳定在", "不低于", "不超过", "不少于");
    private const int LongestCompletion = 7;
    private const int ShortestCompletion = 4;

    /// <summary>The rule that makes the unit a target, null when none does.</summary>
    /// <param name="draft">The document.</param>
    /// <param name="unit">The candidate.</param>
    /// <param name="dated">True under a date that governs a list of states (到2025年).</param>
    /// <param name="aims">True in a list or section of aims, where every number is one to be reached.</param>
    public static string? Rule(Draft draft, Unit unit, bool dated, bool aims)
    {
        var head = unit.Head;
        var verb = draft.Slice(head.VerbStart, head.VerbEnd);
        var words = draft.Slice(head.Start, head.End);
        var found = Scan(draft, unit.Start, unit.End, out var endsInStatus);
        var stated = head.VerbEnd == head.VerbStart || Predicates.Contains(verb) || (head.Shape == ClauseShape.Nominal && head.Lean <= DoingLean);
        if ((found & WordClass.Rank) != 0 && (found & WordClass.Scope) != 0 && (stated || Completes(verb)))
        {
            return "target.rank";
        }
        if (verb.StartsWith("争创") || (BecomesStatus(verb, words, found) && endsInStatus))
        {
            return "target.status";
        }
        if (words.StartsWith("确保") && words.Span.Count("、不") >= 2)
        {
            return "target.never";
        }
        var assures = words.StartsWith("确保") || words.StartsWith("力争") || words.StartsWith("保证") || words.StartsWith("努力实现");
        if ((found & WordClass.State) != 0 && (assures || stated || Completes(verb)))
        {
            return "target.state";
        }
        if ((found & WordClass.Level) != 0 && (assures || stated) && HasLevel(words))
        {
            return "target.level";
        }
        if (Indicators.ReachLevel(words) && verb.Span is not ("将" or "把"))
        {
            return "target.indicator";
        }
        if (assures || dated || head.Shape == ClauseShape.Nominal ? EndsComplete(words) : verb.Span is "实现" && Dates.Mentions(words))
        {
            return "target.complete";
        }
        if (aims && HasLevel(words))
        {
            return "target.aim";
        }
        return dated && (assures || stated || EndsImproved(words))
            && (found & (WordClass.Improve | WordClass.Level | WordClass.State)) != 0 ? "target.dated" : null;
    }

    private static bool BecomesStatus(Phrase verb, Phrase words, WordClass found) =>
        words.Contains("打造成") || words.Contains("建设成") || verb.EndsWith("建成")
        || (verb.Span is "打造" or "形成" && words.Span.IndexOfAny(Named) >= 0)
        || (found & (WordClass.Scope | WordClass.Place)) != 0
        && ((!verb.IsEmpty && verb.Opens(WordClass.Become)) || words.Contains("成为"));

    // 信访积案全部化解: a word of completeness and the last verb, with that which is completed before them.
    private static bool EndsComplete(Phrase words)
    {
        for (var length = LongestCompletion; length >= ShortestCompletion; length--)
        {
            if (words.Length > length + 1 && OpensCompletely(words[^length..])
                && words[^(length - 2)..].Opens(WordClass.Verb | WordClass.State))
            {
                return true;
            }
        }
        return false;
    }

    private static bool OpensCompletely(Phrase words)
    {
        return Completeness.Opens(words);
    }

    private static bool EndsImproved(Phrase words) =>
        words.Length > 4
            && ((words[^4..].TryLongest(WordClass.Improve, out var four) && four.Length == 4)
            || (words[^2..].TryLongest(WordClass.Improve, out var two) && two.Length == 2));

    private static bool Completes(Phrase verb) =>
        verb.Span is "实现" or "保持" or "夺取" or "打赢" or "完成" or "推动" or "促进" or "争取" or "达到" or "做到" or "全面完成";

    private static bool HasLevel(Phrase words) =>
        words.Span.IndexOfAnyInRange('0', '9') >= 0 || words.Span.IndexOfAnyInRange('０', '９') >= 0
        || words.Contains("同期") || words.Contains("平均")
        || words.Contains("上年") || words.Contains("翻番");

    /// <summary>True when a clause is complete as a level that is reached: 总产值突破3000亿元.</summary>
    public static bool ReachesLevel(Draft draft, Clause clause)
    {
        var words = draft.Slice(clause.Start, clause.End);
        return words.Span.IndexOfAnyInRange('0', '9') > 0 && (Indicators.ReachLevel(words) || StatesLevel(draft, clause.Start, clause.End));
    }

    /// <summary>True when a clause names a level: 期限不超过1年.</summary>
    public static bool StatesLevel(Draft draft, int start, int end) => (Scan(draft, start, end, out _) & WordClass.Level) != 0;

    private static WordClass Scan(Draft draft, int start, int end, out bool endsInStatus)
    {
        var found = WordClass.None;
        endsInStatus = false;
        for (var at = start; at < end;)
        {
            if (Mates.IsQuote(draft.Text[at]) && draft.Mates[at] > at && draft.Mates[at] < end
                && !draft.Slice(at + 1, draft.Mates[at]).Opens(WordClass.State))
            {
                (at, endsInStatus) = (draft.Mates[at] + 1, false);
                continue;
            }
            if (!draft.Slice(at, end).TryLongest(WordClass.Any, out var word))
            {
                endsInStatus = false;
                at++;
                continue;
            }
            found |= word.Classes & (WordClass.State | WordClass.Scope | WordClass.Become | WordClass.Level | WordClass.Improve | WordClass.Place | WordClass.Rank);
            endsInStatus = word.Is(WordClass.Status);
            at += word.Length;
        }
        return found;
    }
}
