namespace CityLoom.Reading.Grammar;

/// <summary>Reads the body of one paragraph into units: the candidates for spans, kinds decided.</summary>
internal sealed class PassageReader(Draft draft)
{
    /// <param name="line">The paragraph.</param>
    /// <param name="manner">How the section speaks that the paragraph stands in.</param>
    public List<Unit> Read(Line line, SectionManner manner = SectionManner.Plain)
    {
        var clauses = draft.ClausesOf(line);
        var units = new List<Unit>();
        for (var from = 0; from < clauses.Count;)
        {
            var to = from;
            while (to < clauses.Count && clauses[to].Sentence == clauses[from].Sentence)
            {
                to++;
            }
            ReadSentence(line, manner, clauses, from, to, units);
            from = to;
        }
        if (manner is SectionManner.Doctrine or SectionManner.Review)
        {
            units.ForEach(unit => KindDecision.TakeAs(unit, manner));
        }
        return units;
    }

    private void ReadSentence(Line line, SectionManner manner, List<Clause> clauses, int from, int to, List<Unit> units)
    {
        var announcement = LeadIns.Announcement(draft, clauses, from, to);
        var aims = manner == SectionManner.Aims || announcement is not null;
        var voice = new Voice(draft, line, clauses, from, to, aims);
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
        for (var at = first; announcement is not null && at < units.Count; at++)
        {
            units[at].Announcement = announcement;
        }
        KindDecision.Decide(draft, line, units, first, voice.Kind, aims);
        if (voice.Kind == VoiceKind.Purpose && voice.End < to && clauses[voice.End].HasSubject)
        {
            first = units.Count;
            UnitBuilder.Build(draft, clauses, voice.End, to, units);
            KindDecision.Decide(draft, line, units, first, VoiceKind.Directive, aims);
        }
    }
}
