namespace CityLoom.Reading.Grammar;

/// <summary>Cuts a paragraph into its clauses and finds out about each: what trails, what leads in, its verb and its shape.</summary>
internal static class ClauseReader
{
    public static List<Clause> Read(Draft draft, Line line)
    {
        var clauses = ClauseSplitter.Split(draft.Text, draft.Mates, line.BodyStart, line.End);
        foreach (var clause in clauses)
        {
            Trailers.Trim(draft, clause);
            LeadIns.Strip(draft, clause);
            VerbReader.Read(draft, clause);
        }
        return clauses;
    }
}
