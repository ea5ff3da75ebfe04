namespace CityLoom.Reading.Grammar;

/// <summary>Finds for every place of the text the owner note that governs it: the note at the end of its item.</summary>
internal sealed class OwnerScopes
{
    // 列首位的为牵头单位 is said once and holds for all notes.
    private static readonly WordSet Ranking = new("首位的为牵头", "第一位的为牵头", "列首的为牵头", "第一个为牵头");

    private readonly List<(int Start, int End, List<Owner> Owners)> _scopes = [];
    private int _next;

    public OwnerScopes(Draft draft)
    {
        var firstLeads = Ranking.IsIn(draft.Text);
        int item = 0, section = 0;
        foreach (var line in draft.Lines)
        {
            if (line.Kind == LineKind.OwnerNote)
            {
                // A note in a line of its own closes all items under the heading above that had none.
                Add(draft, Math.Min(item, section), line.Start, line.Start, line.End, firstLeads);
                item = line.End;
            }
            else if (line.Level > 0)
            {
                item = line.Start;
                section = line.Kind == LineKind.Heading ? line.Start : section;
            }
            AddWithin(draft, line, ref item, firstLeads);
        }
    }

    /// <summary>Owners of the span that starts here; spans are asked for in the order of the text.</summary>
    public List<Owner> At(int start)
    {
        while (_next < _scopes.Count && _scopes[_next].End <= start)
        {
            _next++;
        }
        return _next < _scopes.Count && _scopes[_next].Start <= start ? _scopes[_next].Owners : [];
    }

    private void AddWithin(Draft draft, Line line, ref int item, bool firstLeads)
    {
        if (line.Kind is not (LineKind.Body or LineKind.Heading))
        {
            return;
        }
        for (var at = draft.NextMark(line.Start, line.End); at < line.End; at = draft.NextMark(at + 1, line.End))
        {
            if (draft.Mates[at] <= at || draft.Mates[at] >= line.End)
            {
                continue;
            }
            if (draft.Text[at] is '（' or '(' or '［' && OwnerNotes.IsNote(draft.Slice(at, draft.Mates[at])))
            {
                Add(draft, Math.Min(item, line.Start), at, at, draft.Mates[at] + 1, firstLeads);
                item = draft.Mates[at] + 1;
            }
            at = draft.Mates[at];
        }
    }

    private void Add(Draft draft, int from, int to, int start, int end, bool firstLeads)
    {
        from = _scopes.Count > 0 ? Math.Max(from, _scopes[^1].End) : from;
        var owners = OwnerNoteReader.Read(draft, start, end, firstLeads);
        if (owners.Count > 0 && to > from)
        {
            _scopes.Add((from, to, owners));
        }
    }
}
