namespace CityLoom.Reading.Grammar;

/// <summary>Finds reports of what was done: verbs of taking note and adopting, achievements, and the particle 了.</summary>
internal static class Past
{
    /// <summary>True when the sentence has a clause of the past.</summary>
    public static bool Speaks(Draft draft, List<Clause> clauses, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (IsPast(draft, clauses[at]))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Adds a unit for each clause of the past.</summary>
    public static void Add(Draft draft, List<Clause> clauses, int from, int to, List<Unit> units)
    {
        for (var at = from; at < to; at++)
        {
            var clause = clauses[at];
            if (clause.Length > 0 && IsPast(draft, clause))
            {
                units.Add(new Unit
                {
                    Start = clause.Start,
                    End = clause.End,
                    Head = clause,
                    Kind = MeasureKind.ReportOfPast,
                    Notes = draft.Explain ? [new RuleNote("kind.past", draft.Text[clause.Start..clause.End])] : null,
                });
            }
        }
    }

    private static bool IsPast(Draft draft, Clause clause)
    {
        for (var at = clause.Start; at < clause.End;)
        {
            if (draft.Mates[at] > at && draft.Mates[at] < clause.End)
            {
                at = draft.Mates[at] + 1;
                continue;
            }
            if (draft.Text[at] == '了' && at > clause.Start + 1 && at + 1 < clause.End)
            {
                return true;
            }
            if (!Lexicon.Words.TryLongest(draft.Slice(at, clause.End), WordClass.Any, out var word))
            {
                at++;
                continue;
            }
            if (word.Is(WordClass.Past) && word.Length > 1)
            {
                return true;
            }
            at += word.Length;
        }
        return false;
    }
}
