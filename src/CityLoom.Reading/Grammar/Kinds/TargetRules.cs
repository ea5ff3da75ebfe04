namespace CityLoom.Reading.Grammar;

/// <summary>Recognises end states: indicator levels, named statuses, completeness, completion of a period's task.</summary>
internal static class TargetRules
{
    private static readonly WordTrie Words = Lexicon.Words;

    /// <summary>The rule that makes the unit a target, null when none does.</summary>
    public static string? Rule(Draft draft, Unit unit)
    {
        var verb = unit.Head.VerbEnd > unit.Head.VerbStart ? draft.Slice(unit.Head.VerbStart, unit.Head.VerbEnd) : default;
        if (verb.StartsWith("争创"))
        {
            return "target.status";
        }
        var words = Scan(draft, unit.Start, unit.End, out var endsInStatus);
        if (endsInStatus && (words & WordClass.Scope) != 0 && (words & WordClass.Become) != 0)
        {
            return "target.status";
        }
        if ((words & WordClass.State) == 0)
        {
            return null;
        }
        var opens = unit.Head.Shape == ClauseShape.Nominal || verb is "确保" or "力争" or "实现" or "保持" or "夺取" or "打赢" or "完成" or "推动" or "促进" or "形成" or "争取";
        return opens ? "target.state" : null;
    }

    /// <summary>True when a clause states a level or result: 城镇化率保持领先.</summary>
    public static bool StatesResult(Draft draft, int start, int end) => (Scan(draft, start, end, out _) & WordClass.State) != 0;

    private static WordClass Scan(Draft draft, int start, int end, out bool endsInStatus)
    {
        var found = WordClass.None;
        endsInStatus = false;
        for (var at = start; at < end;)
        {
            if (!Words.TryLongest(draft.Slice(at, end), WordClass.Any, out var word))
            {
                endsInStatus = false;
                at++;
                continue;
            }
            found |= word.Classes & (WordClass.State | WordClass.Scope | WordClass.Become);
            endsInStatus = word.Is(WordClass.Status);
            at += word.Length;
        }
        return found;
    }
}
