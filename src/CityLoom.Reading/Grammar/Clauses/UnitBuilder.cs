namespace CityLoom.Reading.Grammar;

/// <summary>Joins preposed phrases to the act after them and continuations to the act before them.</summary>
internal static class UnitBuilder
{
    public static void Build(Draft draft, List<Clause> clauses, int from, int to, List<Unit> units)
    {
        int frontal = -1, means = -1, part = -1;
        var first = units.Count;
        for (var at = from; at < to; at++)
        {
            var clause = clauses[at];
            if (clause.Part != part)
            {
                Leave(clauses, frontal, means, at - 1, units);
                (frontal, means, part, first) = (-1, -1, clause.Part, units.Count);
            }
            switch (clause.Shape)
            {
                case ClauseShape.Empty:
                    break;
                case ClauseShape.Frontal:
                    frontal = frontal < 0 ? at : frontal;
                    break;
                case ClauseShape.Means:
                    means = means < 0 ? at : means;
                    break;
                case ClauseShape.Tail or ClauseShape.Nominal when units.Count > first && frontal < 0 && Continues(draft, clause, units[^1]):
                    units[^1].End = clause.End;
                    break;
                default:
                    units.Add(Of(clauses, frontal, means, clause));
                    (frontal, means) = (-1, -1);
                    break;
            }
        }
        Leave(clauses, frontal, means, to - 1, units);
    }

    private static bool Continues(Draft draft, Clause clause, Unit before) =>
        clause.Shape == ClauseShape.Tail || (!clause.HasModal && !clause.HasSubject && !TargetRules.StatesResult(draft, clause.Start, clause.End))
        || before.Head.Opening.HasFlag(WordClass.Result);

    private static Unit Of(List<Clause> clauses, int frontal, int means, Clause head)
    {
        var start = frontal >= 0 && (means < 0 || frontal < means) ? clauses[frontal].Start : head.Start;
        var meansStart = means >= 0 ? clauses[means].Start : -1;
        if (frontal >= 0 && means >= 0 && frontal > means)
        {
            start = clauses[frontal].Start;
        }
        return new Unit { Start = start, End = head.End, Head = head, MeansStart = meansStart };
    }

    // Phrases at the end of a part that lead to nothing stand for themselves.
    private static void Leave(List<Clause> clauses, int frontal, int means, int last, List<Unit> units)
    {
        var from = means < 0 ? frontal : frontal < 0 ? means : Math.Min(frontal, means);
        if (from >= 0 && (means >= 0 || clauses[from].HasModal))
        {
            units.Add(new Unit { Start = clauses[from].Start, End = clauses[last].End, Head = clauses[from] });
        }
    }
}
