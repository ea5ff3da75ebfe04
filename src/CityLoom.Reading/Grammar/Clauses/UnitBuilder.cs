namespace CityLoom.Reading.Grammar;

/// <summary>Joins preposed phrases to the act after them and continuations to the act before them.</summary>
internal static class UnitBuilder
{
    private const int ShortStatement = 10;
    private const int ShortBan = 6;

    public static void Build(Draft draft, List<Clause> clauses, int from, int to, List<Unit> units)
    {
        int frontal = -1, means = -1, part = -1;
        var first = units.Count;
        for (var at = from; at < to; at++)
        {
            var clause = clauses[at];
            if (clause.Part != part)
            {
                Leave(draft, clauses, frontal, means, at - 1, units);
                (frontal, means, part, first) = (-1, -1, clause.Part, units.Count);
            }
            switch (clause.Shape)
            {
                case not ClauseShape.Empty when units.Count > first && Supports(draft, clause):
                    (units[^1].HasSupport, units[^1].Support) = (true, clause.Origin..clause.End);
                    break;
                case ClauseShape.Empty:
                    break;
                case ClauseShape.Frontal when units.Count > first && frontal < 0 && Continuations.NamesLeader(draft.Slice(clause.Start, clause.End)):
                    units[^1].End = clause.End;
                    break;
                case ClauseShape.Nominal when frontal >= 0 && clause.VerbEnd == clause.VerbStart && at + 1 < to
                    && clauses[at + 1].Part == part && !TargetRules.ReachesLevel(draft, clause):
                case ClauseShape.Nominal when IsSubjectOf(draft, clause, at + 1 < to ? clauses[at + 1] : null):
                case ClauseShape.Frontal:
                    frontal = frontal < 0 ? at : frontal;
                    break;
                case ClauseShape.Means when means < 0 || !draft.Slice(clause.Start, clause.End).StartsWith("深入"):
                    means = means < 0 ? at : means;
                    break;
                case ClauseShape.Nominal when !draft.IsPlan && Voice.IsStatement(draft, clause):
                    (frontal, means) = (-1, -1);
                    break;
                case not ClauseShape.Empty when units.Count > first && frontal < 0 && Continues(draft, clause, units[^1]):
                    units[^1].End = clause.End;
                    break;
                default:
                    units.Add(Of(clauses, frontal, means, clause));
                    (frontal, means) = (-1, -1);
                    break;
            }
        }
        Leave(draft, clauses, frontal, means, to - 1, units);
    }

    private static bool Continues(Draft draft, Clause clause, Unit before) =>
        clause.Shape == ClauseShape.Tail
        || Continuations.Joins(draft, clause, before)
        || (clause.Shape == ClauseShape.Nominal && !clause.HasModal && !clause.HasSubject && clause.Length <= ShortStatement
            && Assures(draft, before))
        || (clause.Length <= ShortBan && draft.Slice(clause.Start, clause.End).StartsWith("不得"));

    private static bool Assures(Draft draft, Unit before)
    {
        var words = draft.Slice(before.Head.Start, before.Head.End);
        return words.StartsWith("确保") || words.StartsWith("保证");
    }

    // 防控到位的企业，要加快复工: the first clause is the subject of the second.
    private static bool IsSubjectOf(Draft draft, Clause clause, Clause? next) =>
        !clause.HasModal && next is { HasModal: true, HasSubject: false } && next.Part == clause.Part && clause.Stop is '，' or ','
        && Conditions.EndsInAgent(draft.Slice(clause.Start, clause.End));

    // 乙局、丙局配合 is no act of its own.
    private static bool Supports(Draft draft, Clause clause)
    {
        var words = draft.Slice(clause.Origin, clause.End);
        var length = words.EndsWith("配合") || words.EndsWith("协助") || words.EndsWith("参与") ? BodyList.Length(words) : 0;
        return length > 0 && words.Length - length <= 4;
    }

    private static Unit Of(List<Clause> clauses, int frontal, int means, Clause head)
    {
        TakeSubject(clauses, frontal, means, head);
        if (head.HasModal && head.HasSubject && head.Start > head.Origin)
        {
            return new Unit { Start = head.Start, End = head.End, Head = head };
        }
        var start = frontal >= 0 && (means < 0 || frontal < means) ? clauses[frontal].Start : head.Start;
        var meansStart = means >= 0 ? clauses[means].Start : -1;
        if (frontal >= 0 && means >= 0 && frontal > means)
        {
            start = clauses[frontal].Start;
        }
        return new Unit { Start = start, End = head.End, Head = head, MeansStart = meansStart };
    }

    // 各县区要比照市里做法，召开大会: who is told in the phrase is told to do the act.
    private static void TakeSubject(List<Clause> clauses, int frontal, int means, Clause head)
    {
        var phrase = means >= 0 && clauses[means].HasSubject ? clauses[means] : frontal >= 0 ? clauses[frontal] : null;
        if (phrase is { HasSubject: true, HasModal: true } && phrase.Subject.End.Value - phrase.Subject.Start.Value > 1 && !head.HasSubject && !head.HasModal)
        {
            (head.HasSubject, head.Subject) = (true, phrase.Subject);
        }
    }

    // Phrases at the end of a part that lead to nothing stand for themselves.
    private static void Leave(Draft draft, List<Clause> clauses, int frontal, int means, int last, List<Unit> units)
    {
        var from = means < 0 ? frontal : frontal < 0 ? means : Math.Min(frontal, means);
        if (from >= 0
            && (means >= 0 || clauses[from].HasModal || (draft.IsPlan && clauses[last].End - clauses[from].Start >= ShortStatement)))
        {
            units.Add(new Unit { Start = clauses[from].Start, End = clauses[last].End, Head = clauses[from] });
        }
    }
}
