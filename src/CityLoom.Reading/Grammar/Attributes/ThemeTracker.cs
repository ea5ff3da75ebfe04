namespace CityLoom.Reading.Grammar;

/// <summary>Keeps the chain of headings: numbered ones by level, in reports the opening clause of a paragraph or sentence.</summary>
internal sealed class ThemeTracker(Draft draft)
{
    private const int Deepest = ItemNumbers.DeepestLevel;
    private const int LongestHead = 32;
    private const int LongestParagraphHead = 26;
    private const int LongestQuotedHead = 64;
    private const int ShortestQuote = 8;

    private readonly string?[] _headings = new string?[Deepest + 1];
    private string? _paragraph;
    private string? _sentence;
    private List<string>? _chain;

    public void Enter(Line line)
    {
        if (line.HasHeading)
        {
            Array.Clear(_headings, line.Level, _headings.Length - line.Level);
            _headings[line.Level] = draft.Words(line.Heading).TrimEnd('。', '：', ':', '；');
            (_paragraph, _sentence, _chain) = (null, null, null);
        }
    }

    /// <summary>Takes the opening exhortations of a paragraph of a report as its headings.</summary>
    public void EnterParagraph(List<Unit> units)
    {
        if (draft.IsPlan || units.Count == 0)
        {
            return;
        }
        (_sentence, _chain) = (null, null);
        var first = units[0];
        var alone = units.Count > 1 && units[1].Head.Sentence != first.Head.Sentence;
        _paragraph = (alone && IsHead(first, LongestParagraphHead))
            || (first.Kind == MeasureKind.Principle && QuotesHeading(Words(first))) ? Words(first) : null;
    }

    /// <summary>Takes the opening exhortation of a sentence as its heading.</summary>
    public void EnterSentence(Unit first)
    {
        var opens = _sentence is null || first.Head.IsEnumerated || (first.Head.HasModal && !first.Head.HasSubject);
        if (!draft.IsPlan && opens && IsHead(first, LongestHead))
        {
            (_sentence, _chain) = (Words(first), null);
        }
    }

    /// <summary>The headings over the place that was entered last, outermost first.</summary>
    public IReadOnlyList<string> Chain() => _chain ??= Build();

    private List<string> Build()
    {
        var chain = new List<string>();
        foreach (var heading in _headings)
        {
            if (heading is not null)
            {
                chain.Add(heading);
            }
        }
        if (_paragraph is not null)
        {
            chain.Add(_paragraph);
        }
        if (_sentence is not null && (_paragraph is null || (_sentence != _paragraph && _sentence.AsSpan().IndexOfAny("“\"「") >= 0)))
        {
            chain.Add(_sentence);
        }
        return chain;
    }

    // 落实关于“在改革上勇于探索”的要求: a quoted sentence heads the whole paragraph.
    private static bool QuotesHeading(string words)
    {
        var open = words.IndexOf('“', StringComparison.Ordinal);
        return words.Length <= LongestQuotedHead && open >= 0 && words.IndexOf('”', open) - open > ShortestQuote;
    }

    private static bool IsHead(Unit unit, int longest) =>
        unit.Kind == MeasureKind.Principle && unit.Head.Length <= longest && unit.Head.Length > 2;

    private string Words(Unit unit) => draft.Text[unit.Head.Start..unit.Head.End];
}
