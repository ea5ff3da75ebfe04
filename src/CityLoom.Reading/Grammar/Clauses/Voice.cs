namespace CityLoom.Reading.Grammar;

/// <summary>Decides how a sentence speaks and which of its clauses count.</summary>
internal readonly struct Voice
{
    private const int FarthestPurpose = 24;

    private static readonly WordSet Contacts = new("电话", "热线", "邮箱", "传真", "地址", "邮编", "联系人", "联系方式", "网址");

    private readonly Draft _draft;
    private readonly List<Clause> _clauses;

    private readonly bool _inItem;
    private readonly bool _underHeading;

    public Voice(Draft draft, Line line, List<Clause> clauses, int from, int to, bool aims)
    {
        (_inItem, _underHeading) = (line.Level > 0, line.InItem);
        (_draft, _clauses, Start, End) = (draft, clauses, from, to);
        Kind = IsPurpose(out var end) ? VoiceKind.Purpose : aims ? VoiceKind.Directive : draft.IsPlan ? OfPlan(ref from) : OfReport(ref from);
        (Start, End) = (from, end);
    }

    public VoiceKind Kind { get; }

    /// <summary>First clause that counts.</summary>
    public int Start { get; }

    /// <summary>After the last clause that counts.</summary>
    public int End { get; }

    // 为…，…，特制定本方案。
    private bool IsPurpose(out int end)
    {
        end = End;
        var head = _clauses[Start];
        if (_draft.Text[head.Origin] != '为' && _draft.Text[Math.Max(head.Start - 1, 0)] != '为')
        {
            return false;
        }
        for (var at = Start + 1; at < End; at++)
        {
            var clause = _clauses[at];
            if (_draft.IsPlan && !_inItem && clause.HasSubject && clause.HasModal)
            {
                end = at;
                return true;
            }
            if (clause.End - clause.Origin <= FarthestPurpose
                && _draft.Slice(clause.Origin, clause.End).TryLongest(WordClass.Purpose, out var word)
                && (word.Length > 2 || at == End - 1))
            {
                end = BeforeGrounds(at);
                return true;
            }
        }
        return false;
    }

    // 为…，根据《…》，结合实际，现通告如下: the grounds are no part of the purpose.
    private int BeforeGrounds(int at)
    {
        while (at > Start + 1
            && _draft.Slice(_clauses[at - 1].Origin, _clauses[at - 1].End).Opens(WordClass.Purpose))
        {
            at--;
        }
        return at;
    }

    private VoiceKind OfPlan(ref int from)
    {
        if (_draft.Slice(_clauses[Start].Origin, _clauses[Start].End) is ['现', '将' or '就', ..])
        {
            return VoiceKind.Statement;
        }
        if (IsLegalGround())
        {
            return VoiceKind.Statement;
        }
        if (ScoresOrDivides())
        {
            return VoiceKind.Statement;
        }
        if (!_underHeading && !Holds(Start, static clause => clause.HasModal) && Past.Speaks(_draft, _clauses, Start, End))
        {
            return VoiceKind.Past;
        }
        for (var at = Start; at < End; at++)
        {
            if (_clauses[at].Length > 0 && (IsCopula(_clauses[at]) || Defines(_clauses[at])))
            {
                return VoiceKind.Statement;
            }
            if (_clauses[at].Shape is ClauseShape.Verbal or ClauseShape.Means || _clauses[at].HasModal || _clauses[at].HasSubject)
            {
                from = _inItem ? Start : BeforePhrases(at);
                return VoiceKind.Directive;
            }
        }
        var draft = _draft;
        return (_inItem && Holds(Start, static clause => clause.Shape is ClauseShape.Nominal && clause.VerbEnd > clause.VerbStart))
            || Holds(Start, clause => clause.Shape is ClauseShape.Nominal && TargetRules.ReachesLevel(draft, clause))
            ? VoiceKind.Directive
            : VoiceKind.Statement;
    }

    // The preposed phrases of the first act count with it, and levels that are to be reached: 到2023年底，处理率达到98%，….
    private int BeforePhrases(int at)
    {
        while (at > Start && _clauses[at - 1].Part == _clauses[at].Part
            && (_clauses[at - 1].Shape is ClauseShape.Frontal || (_clauses[at - 1].Shape is ClauseShape.Nominal && TargetRules.ReachesLevel(_draft, _clauses[at - 1]))))
        {
            at--;
        }
        return at;
    }

    // 根据…，结合实际，制定本细则。
    private bool IsLegalGround()
    {
        var words = _draft.Slice(_clauses[Start].Origin, _clauses[End - 1].End);
        if (words.Contains("印发")
            && (words.Contains("你们") || (!_inItem && words.Contains('》'))))
        {
            return true;
        }
        return (words.StartsWith("根据") || words.StartsWith("依据") || words.StartsWith("按照"))
            && (words.Contains("制定本") || words.Contains("制定此") || words.EndsWith("如下"));
    }

    // 考核采取百分制，满分为100分，结果分为4个等级。
    private bool ScoresOrDivides()
    {
        for (var at = Start; at < End; at++)
        {
            var words = _draft.Slice(_clauses[at].Start, _clauses[at].End);
            if (words.Length < 16
                && ((_clauses[at].Stop is '：' or ':' && words.Contains("以下"))
                || (_clauses[at].Stop is '：' or ':' && Contacts.Ends(words))
                || words.Contains("满分") || words.Contains("分为")))
            {
                return true;
            }
        }
        return false;
    }

    private bool Defines(Clause clause)
    {
        var noun = clause.Shape == ClauseShape.Nominal
            || _draft.Slice(clause.VerbStart, clause.VerbEnd).Opens(WordClass.Operation);
        return noun && !clause.HasModal && !clause.HasSubject
            && _draft.Slice(clause.Start, clause.End).IndexOf(WordClass.Defines) >= 0;
    }

    private VoiceKind OfReport(ref int from)
    {
        if (_clauses[End - 1].Stop is '？' or '?')
        {
            return VoiceKind.Statement;
        }
        if (IsAttendance() && !Holds(Start, static clause => clause.HasModal))
        {
            return Past.Speaks(_draft, _clauses, Start, End) ? VoiceKind.Past : VoiceKind.Statement;
        }
        var modal = from;
        while (modal < End && !_clauses[modal].HasModal && !_clauses[modal].HasSubject)
        {
            modal++;
        }
        var opens = FirstReal(Start);
        if (modal < End)
        {
            from = FirstDirective(opens, modal);
            return VoiceKind.Directive;
        }
        if (Past.Speaks(_draft, _clauses, Start, End))
        {
            return VoiceKind.Past;
        }
        from = opens;
        return opens < End && IsImperative(opens) ? VoiceKind.Directive : VoiceKind.Statement;
    }

    private int FirstReal(int at)
    {
        while (at < End && _clauses[at].Shape == ClauseShape.Empty)
        {
            at++;
        }
        return at;
    }

    // Clauses before the modal count when they are imperative themselves, or a phrase in front of it.
    private int FirstDirective(int opens, int modal)
    {
        var start = modal;
        if (_clauses[modal].HasSubject)
        {
            return modal;
        }
        while (start > opens && _clauses[start - 1].Part == _clauses[modal].Part && Leads(_clauses[start - 1]))
        {
            start--;
        }
        return start == opens || _clauses[start].Shape is ClauseShape.Frontal or ClauseShape.Means ? start : start == modal ? modal : start;
    }

    private bool Leads(Clause clause) =>
        clause.Shape is ClauseShape.Verbal or ClauseShape.Frontal or ClauseShape.Means or ClauseShape.Tail && !IsCopula(clause);

    private bool IsImperative(int at)
    {
        for (; at < End; at++)
        {
            if (IsCopula(_clauses[at]))
            {
                return false;
            }
            if (_clauses[at].Shape is ClauseShape.Verbal or ClauseShape.Means && _draft.Text[_clauses[at].Start] != '为')
            {
                return !IsStatement(_draft, _clauses[at]) && (at + 1 >= End || !IsCopula(_clauses[at + 1]));
            }
            if (_clauses[at].Shape is ClauseShape.Nominal)
            {
                return false;
            }
        }
        return false;
    }

    private bool IsCopula(Clause clause) =>
        clause.Length > 0 && _draft.Slice(clause.Start, clause.End).TryLongest(WordClass.Any, out var word)
        && word.Is(WordClass.Copula) && !word.Is(WordClass.Verb);

    /// <summary>True when a clause says what something is: 绘城是…的重要抓手.</summary>
    public static bool IsStatement(Draft draft, Clause clause)
    {
        if (clause.HasModal || clause.HasSubject)
        {
            return false;
        }
        for (var at = clause.Start; at < clause.End; at++)
        {
            if (draft.Mates[at] > at && draft.Mates[at] < clause.End)
            {
                at = draft.Mates[at];
            }
            else if (draft.Text[at] == '是' && at + 1 < clause.End && draft.Text[at + 1] != '否'
                && draft.Text[at - 1] is not ('别' or '其' or '但' or '于'))
            {
                return true;
            }
        }
        return false;
    }

    private bool IsAttendance()
    {
        for (var at = Start; at < End; at++)
        {
            var clause = _clauses[at];
            var words = _draft.Slice(clause.Origin, Math.Max(clause.End, clause.Origin));
            var found = words.IndexOf(WordClass.Attendance);
            if (found >= 0 && words[found..].TryLongest(WordClass.Attendance, out var word)
                && (word.Length > 2 || words.Length - found <= 4))
            {
                return true;
            }
        }
        return false;
    }

    private bool Holds(int at, Predicate<Clause> wanted)
    {
        for (; at < End; at++)
        {
            if (wanted(_clauses[at]))
            {
                return true;
            }
        }
        return false;
    }
}
