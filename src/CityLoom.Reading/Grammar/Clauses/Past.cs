namespace CityLoom.Reading.Grammar;

/// <summary>Finds reports of what was done: verbs of taking note and adopting, achievements, and the particle 了.</summary>
internal static class Past
{
    /// <summary>True when the sentence has a clause of the past and does not speak of the highest leadership.</summary>
    public static bool Speaks(Draft draft, List<Clause> clauses, int from, int to)
    {
        var found = false;
        for (var at = from; at < to; at++)
        {
            found |= clauses[at].Length > 0 && PastStart(draft, clauses[at]) >= 0;
        }
        return found && !draft.Slice(clauses[from].Origin, clauses[to - 1].End).StartsWith("习近平总书记");
    }

    /// <summary>Adds a unit for each act that the sentence reports, or one for an achievement with all that led to it.</summary>
    public static void Add(Draft draft, List<Clause> clauses, int from, int to, List<Unit> units)
    {
        int group = -1, last = -1, first = units.Count;
        for (var at = from; at < to; at++)
        {
            var clause = clauses[at];
            var past = clause.Length > 0 ? PastStart(draft, clause) : -1;
            if (past == clause.Start && clause.Length > 0)
            {
                units.Add(Of(draft, clause, clause.Start, clause.End));
            }
            else if (past >= 0)
            {
                group = group < 0 ? FirstReal(clauses, from) : group;
                last = at;
            }
        }
        if (group >= 0)
        {
            units.Add(Of(draft, clauses[group], clauses[group].Start, clauses[last].End));
        }
        units.Sort(first, units.Count - first, Comparer<Unit>.Create(static (one, other) => one.Start.CompareTo(other.Start)));
        RemoveOverlaps(units, first);
    }

    private static void RemoveOverlaps(List<Unit> units, int first)
    {
        for (var at = first + 1; at < units.Count;)
        {
            if (units[at].Start < units[at - 1].End)
            {
                units.RemoveAt(at);
            }
            else
            {
                at++;
            }
        }
    }

    private static int FirstReal(List<Clause> clauses, int from)
    {
        while (clauses[from].Length == 0)
        {
            from++;
        }
        return from;
    }

    private static Unit Of(Draft draft, Clause head, int start, int end) => new()
    {
        Start = start,
        End = end,
        Head = head,
        Kind = MeasureKind.ReportOfPast,
        Notes = draft.Explain ? [new RuleNote("kind.past", draft.Text[start..end])] : null,
    };

    // Where the past verb begins; the start of the clause when nothing but adverbs and a meeting stand before it.
    private static int PastStart(Draft draft, Clause clause)
    {
        if (!draft.Lexed.MayHold(clause.Start, clause.End, WordClass.Past) && !draft.Slice(clause.Start, clause.End).Contains('了'))
        {
            return -1;
        }
        var opens = true;
        for (var at = clause.Start; at < clause.End;)
        {
            if (draft.Mates[at] > at && draft.Mates[at] < clause.End)
            {
                (at, opens) = (draft.Mates[at] + 1, false);
                continue;
            }
            if (draft.Text[at] == '了' && at > clause.Start + 1 && at + 1 < clause.End)
            {
                return at - clause.Start <= 4 ? clause.Start : at;
            }
            if (!draft.Slice(at, clause.End).TryLongest(WordClass.Any, out var word))
            {
                (at, opens) = (at + 1, false);
                continue;
            }
            if (word.Is(WordClass.Past) && word.Length > 1)
            {
                return opens ? clause.Start : at;
            }
            opens &= word.Is(WordClass.Adverb);
            at += word.Length;
        }
        return -1;
    }
}
