namespace CityLoom.Reading.Grammar;

/// <summary>Reads every span of a document with its attributes.</summary>
internal sealed class Ledger(Draft draft, WrittenDate day)
{
    private readonly List<Measure> _measures = [];
    private readonly PassageReader _passages = new(draft);
    private readonly ThemeTracker _themes = new(draft);
    private readonly OwnerScopes _notes = new(draft);
    private readonly DeadlineReader _deadlines = new(day, draft.Text);
    private readonly SectionDates _sections = new(draft, day);
    private readonly Sections _manners = new(draft);

    public List<Measure> Read()
    {
        foreach (var line in draft.Lines)
        {
            _themes.Enter(line);
            _sections.Enter(line);
            _manners.Enter(line);
            if (line.Kind == LineKind.Body)
            {
                ReadLine(line);
            }
        }
        return _measures;
    }

    private void ReadLine(Line line)
    {
        var units = _passages.Read(line, _manners.Current);
        _themes.EnterParagraph(units);
        var sentence = new SentenceState();
        foreach (var span in Spans.Of(draft, units))
        {
            if (span.Head.Sentence != sentence.Number)
            {
                sentence = new SentenceState { Number = span.Head.Sentence };
                _themes.EnterSentence(span);
            }
            _measures.Add(Measure(span, sentence));
        }
    }

    private Measure Measure(Unit span, SentenceState sentence)
    {
        var ledger = span.Kind is MeasureKind.Action or MeasureKind.Target;
        var text = draft.Text[span.Start..span.End];
        return new Measure
        {
            Text = text,
            Start = span.Start,
            End = span.End,
            Kind = span.Kind,
            Verb = LedgerVerb.Of(draft, span),
            Theme = _themes.Chain(),
            Owners = OwnersOf(span, sentence, ledger),
            Deadline = ledger ? DeadlineOf(span, text, sentence) : null,
            Quantities = ledger ? QuantityReader.Read(draft, span.Start, span.End) : [],
            Programmes = ledger ? ProgrammeReader.Read(draft, span) : [],
            Explanation = span.Notes,
        };
    }

    private List<Owner> OwnersOf(Unit span, SentenceState sentence, bool ledger)
    {
        var head = span.Head;
        if (head.HasSubject)
        {
            var after = draft.Slice(Math.Min(Math.Min(head.Start, span.Start), span.End), span.End);
            sentence.Told = Owners.OfSubject(draft.Slice(head.Subject.Start.Value, head.Subject.End.Value), after);
            sentence.Ordered = head.HasModal;
        }
        else if (head.Part != sentence.Part && !draft.IsPlan)
        {
            sentence.Told = [];
        }
        sentence.Part = head.Part;
        if (span.HasSupport)
        {
            sentence.Told = [.. sentence.Told, .. Owners.OfSupport(draft.Slice(span.Support.Start.Value, span.Support.End.Value))];
        }
        if (!ledger)
        {
            return [];
        }
        var noted = _notes.At(span.Start);
        var agents = Owners.ByAgent(draft.Slice(span.Start, span.End));
        if (agents.Count > 0 && noted.Count == 0)
        {
            return agents;
        }
        return sentence.Told.Count == 0 || Owners.NamesOtherAgent(draft.Slice(span.Start, span.End)) ? noted : sentence.Ordered
            ? sentence.Told : [.. noted, .. sentence.Told.ExceptBy(noted.Select(owner => owner.Name), owner => owner.Name)];
    }

    private Deadline? DeadlineOf(Unit span, string text, SentenceState sentence)
    {
        var own = _deadlines.Read(text);
        if (own is not null && span.Kind == MeasureKind.Target && Dates.GovernsStates(text))
        {
            (sentence.Governs, sentence.GovernedPart) = (own, span.Head.Part);
        }
        sentence.Heads ??= own is not null && OpensWithTime(text) ? own : null;
        return own ?? (span.Head.Part == sentence.GovernedPart || span.Kind == MeasureKind.Target ? sentence.Governs : null) ?? sentence.Heads
            ?? AnnouncedFor(span) ?? _sections.Current;
    }

    // 年底前，完成…，新建…: a time before the first comma holds for the sentence.
    private static bool OpensWithTime(string words)
    {
        var comma = words.AsSpan().IndexOfAny('，', ',');
        return comma > 0 && TimePhrases.Length(words, 0, words.Length) == comma;
    }

    private Deadline? AnnouncedFor(Unit span) =>
        span is { Kind: MeasureKind.Target, Announcement: { } clause } ? _deadlines.Read(draft.Text[clause.Origin..clause.End]) : null;

    private sealed class SentenceState
    {
        public int Number { get; init; } = -1;

        public int Part { get; set; } = -1;

        public List<Owner> Told { get; set; } = [];

        public bool Ordered { get; set; }

        public Deadline? Governs { get; set; }

        /// <summary>The time that opens the sentence and holds for all of it.</summary>
        public Deadline? Heads { get; set; }

        public int GovernedPart { get; set; } = -1;
    }
}
