namespace CityLoom.Reading.Grammar;

/// <summary>Decides the kind of each unit of a sentence: target by rule, act or principle by weighed signs.</summary>
internal static class KindDecision
{
    private const int ShortHeading = 14;

    public static void Decide(Draft draft, Line line, List<Unit> units, int first, VoiceKind voice, bool aims)
    {
        var dated = aims;
        var political = false;
        for (var at = first; at < units.Count; at++)
        {
            political |= IsPolitical(draft, units[at]);
        }
        for (var at = first; at < units.Count; at++)
        {
            var unit = units[at];
            dated &= aims || (at > first && unit.Head.Part == units[at - 1].Head.Part);
            dated |= Dates.GovernsStates(draft.Slice(unit.Start, unit.End));
            var signs = Signs(draft, line, units, first, at);
            signs.Add(Sign.PoliticalSentence, political && !draft.IsPlan);
            unit.Signs = signs;
            var score = KindWeights.Score(signs);
            var target = voice == VoiceKind.Purpose ? null : TargetRules.Rule(draft, unit, dated, aims);
            unit.Kind = voice == VoiceKind.Purpose ? MeasureKind.Principle
                : target is not null ? MeasureKind.Target
                : score > 0 ? MeasureKind.Action : MeasureKind.Principle;
            if (draft.Explain)
            {
                unit.Notes = KindNotes.Of(draft, unit, voice, target, score);
            }
        }
    }

    // The leadership's words are followed by exhortations, not by tasks.
    private static bool IsPolitical(Draft draft, Unit unit) => 
        draft.Lexed.MayHold(unit.Start, unit.End, WordClass.Political) && draft.Slice(unit.Start, unit.End).Contains("总书记");

    private static SignSet Signs(Draft draft, Line line, List<Unit> units, int first, int at)
    {
        var unit = units[at];
        var head = unit.Head;
        var signs = new SignSet(0, head.VerbEnd > head.VerbStart ? head.Lean : 0);
        signs.Add(draft.IsPlan && draft.Kind is not DocumentKind.Notice ? Sign.Plan : OfDocument(draft.Kind));
        signs.Add(Sign.Item, draft.IsPlan ? line.InItem : line.Level > 0);
        signs.Add(Sign.ToldSubject, head.HasSubject && !Owners.IsEveryone(draft.Slice(head.Subject.Start.Value, head.Subject.End.Value)));
        if (!draft.IsPlan)
        {
            signs.Add(Sign.Only, units.Count - first == 1);
            signs.Add(Sign.First, at == first && units.Count - first > 1);
            signs.Add(Sign.FirstStrong, at == first && head.Lean > 1.9f);
            signs.Add(Sign.Enumerated, head.IsEnumerated && units.Count - first == 1 && head.Length <= ShortHeading);
        }
        signs.Add(Sign.Last, at == units.Count - 1 && at > first);
        signs.Add(Sign.AfterAct, at > first && units[at - 1].Kind is (MeasureKind.Action or MeasureKind.Target));
        signs.Add(Sign.Modal, head.HasModal);
        signs.Add(Sign.Statement, head.Shape == ClauseShape.Nominal);
        signs.Add(Sign.NoVerb, head.VerbEnd == head.VerbStart);
        signs.Add(Sign.Means, head.Shape == ClauseShape.Means);
        signs.Add(Sign.Deadline, Dates.Mentions(draft.Slice(unit.Start, unit.End)));
        AddOpening(draft, head, ref signs);
        ObjectSigns.Read(draft, unit.Start, unit.End, Math.Max(head.VerbEnd, unit.Start), ref signs);
        return signs;
    }

    /// <summary>Under a heading of doctrine all is principle, in a review all is past, whatever the words.</summary>
    public static void TakeAs(Unit unit, SectionManner manner)
    {
        unit.Kind = manner == SectionManner.Doctrine ? MeasureKind.Principle : MeasureKind.ReportOfPast;
        unit.Notes?.Add(new RuleNote(manner == SectionManner.Doctrine ? "kind.doctrine" : "kind.review", ""));
    }

    private static Sign OfDocument(DocumentKind kind) => kind switch
    {
        DocumentKind.Plan => Sign.Plan,
        DocumentKind.Notice => Sign.Notice,
        DocumentKind.Resolution => Sign.Resolution,
        _ => Sign.Report,
    };

    private static void AddOpening(Draft draft, Clause head, ref SignSet signs)
    {
        var words = draft.Slice(head.Start, head.End);
        if (words.TryLongest(WordClass.Any, out var word))
        {
            signs.Add(Sign.Result, word.Is(WordClass.Result));
            signs.Add(Sign.Hedged, word.Is(WordClass.Hedge));
            signs.Add(Sign.HedgedMildly, word.Is(WordClass.HedgeMild));
        }
    }
}
