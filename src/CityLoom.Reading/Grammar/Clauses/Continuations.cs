namespace CityLoom.Reading.Grammar;

/// <summary>Clauses that look like acts of their own, but go on with the act before them.</summary>
internal static class Continuations
{
    private const int LongestDetail = 16;

    private static readonly WordSet Conditions = new("经", "每", "凡");
    private const int LongestShare = 22;

    private static readonly WordSet Shares = new("单个", "单户", "单家", "单项", "每户", "每家", "每人", "每个", "每项", "每年最", "累计", "合计", "最高", "最多", "同一", "总额", "年度最");
    private static readonly WordSet Measured = new("期限", "金额", "标准", "比例", "总额", "额度", "时限", "时间", "最长");

    public static bool Joins(Draft draft, Clause clause, Unit before)
    {
        var words = draft.Slice(clause.Start, clause.End);
        var span = draft.Slice(before.Start, before.End);
        if (clause.HasModal || clause.HasSubject)
        {
            return false;
        }
        return words.StartsWith("分赴") || words.StartsWith("办公室设在") || NamesLeader(words)
            || (draft.Text[clause.Start] == '于' && Delivers(words))
            || (before.End == clause.Origin - 1 && span.EndsWith("牵头") && HasMembers(words))
            || IsDetail(draft, clause, span)
            || Meets(words, span)
            || (clause.Shape == ClauseShape.Nominal
                && (words[0] == '不' && draft.Text[before.Head.Start] == '不' || RepeatsVerb(draft, clause, before.Head)));
    }

    /// <summary>True for 由分管副市长任组长, which goes on with the group that is set up.</summary>
    public static bool NamesLeader(Phrase words) =>
        words.Length > 2 && words[0] == '由' && (words.EndsWith("组长") || words.EndsWith("召集人") || words.EndsWith("指挥长") || words.EndsWith("总指挥"));

    // 甲区抽查2个，乙区抽查1个: one act with its shares.
    private static bool RepeatsVerb(Draft draft, Clause clause, Clause before) =>
        clause.VerbEnd > clause.VerbStart && before.Shape == ClauseShape.Nominal
        && draft.Slice(clause.VerbStart, clause.VerbEnd).Span.SequenceEqual(draft.Slice(before.VerbStart, before.VerbEnd));

    // 每推荐1名…，缴费满1年，可给予奖励: conditions up to what is given.
    private static bool Meets(Phrase words, Phrase before) =>
        Conditions.Opens(before)
        && (words[0] == '可' || words.Contains("满") || words.StartsWith("给予") || words.StartsWith("予以"))
        && !(before.Contains("给予") || before.Contains("予以") || before.Contains("，可"));

    // 1个大型商场 goes on with a list; 期限不超过1年 adds to the act before it.
    private static bool IsDetail(Draft draft, Clause clause, Phrase before)
    {
        var words = draft.Slice(clause.Start, clause.End);
        var parts = before.Contains("其中：") && words.Span.IndexOfAnyInRange('0', '9') >= 0;
        var counts = clause.Shape == ClauseShape.Nominal && char.IsAsciiDigit(words[0]) && !DateReader.TryRead(words, out _);
        return parts || counts || (draft.IsPlan && words.Length <= LongestShare && IsShare(words) && TargetRules.ReachesLevel(draft, clause))
            || (draft.IsPlan && words.Length <= LongestDetail && IsMeasured(words) && words.Span.IndexOfAnyInRange('0', '9') >= 0
            && TargetRules.StatesLevel(draft, clause.Start, clause.End));
    }

    // 单个项目最高不超过500万元 limits what the act before it gives.
    private static bool IsShare(Phrase words)
    {
        if (words[0] == '每' && (words.IndexOf("最高") >= 0 || words.IndexOf("不超过") >= 0 || words.IndexOf("最多") >= 0))
        {
            return true;
        }
        return Shares.Opens(words);
    }

    private static bool IsMeasured(Phrase words)
    {
        return Measured.IsIn(words);
    }

    // 于10月底前报市政府 goes on with what is reported.
    private static bool Delivers(Phrase words) =>
        words.Contains("前报") || words.Contains("前送");

    // 建立由A牵头，B、C参与的联席会议制度
    private static bool HasMembers(Phrase words) =>
        words.Contains("参与的") || words.Contains("参加的")
        || words.Contains("配合的") || words.Contains("组成的");
}
