namespace CityLoom.Reading.Grammar;

/// <summary>Reads the body of one paragraph into units: the candidates for spans, kinds decided.</summary>
internal sealed class PassageReader(Draft draft)
{
    /// <param name="line">The paragraph.</param>
    /// <param name="doctrine">True under a heading such as 指导思想: nothing there is an act.</param>
    public List<Unit> Read(Line line, bool doctrine = false)
    {
        var clauses = ClauseSplitter.Split(draft.Text, draft.Mates, line.BodyStart, line.End);
        foreach (var clause in clauses)
        {
            Trailers.Trim(draft, clause);
            LeadIns.Strip(draft.Text, draft.Mates, clause, draft.Kind);
            VerbReader.Read(draft.Text, draft.Mates, clause);
        }
        var units = new List<Unit>();
        for (var from = 0; from < clauses.Count;)
        {
            var to = from;
            while (to < clauses.Count && clauses[to].Sentence == clauses[from].Sentence)
            {
                to++;
            }
            ReadSentence(line, clauses, from, to, units);
            from = to;
        }
        if (doctrine)
        {
            units.ForEach(KindDecision.TakeAsPrinciple);
        }
        return units;
    }

    private void ReadSentence(Line line, List<Clause> clauses, int from, int to, List<Unit> units)
    {
        var voice = new Voice(draft, line, clauses, from, to);
        if (voice.Kind == VoiceKind.Statement)
        {
            return;
        }
        if (voice.Kind == VoiceKind.Past)
        {
            Past.Add(draft, clauses, voice.Start, to, units);
            return;
        }
        var first = units.Count;
        UnitBuilder.Build(draft, clauses, voice.Start, voice.End, units);
        KindDecision.Decide(draft, line, units, first, voice.Kind);
        if (voice.Kind == VoiceKind.Purpose && voice.End < to && clauses[voice.End].HasSubject)
        {
            first = units.Count;
            UnitBuilder.Build(draft, clauses, voice.End, to, units);
            KindDecision.Decide(draft, line, units, first, VoiceKind.Directive);
        }
    }
}
