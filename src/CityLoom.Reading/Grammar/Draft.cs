namespace CityLoom.Reading.Grammar;

/// <summary>What the stages of one reading share.</summary>
internal sealed class Draft
{
    /// <summary>The clean text with its words.</summary>
    public required LexedText Lexed { get; init; }

    public string Text => Lexed.Text;

    public required int[] Mates { get; init; }

    public required List<Line> Lines { get; init; }

    public required DocumentKind Kind { get; init; }

    public required bool Explain { get; init; }

    /// <summary>
    /// True where items need no modal to be directives: in plans and notices, and in the work report or decision that is
    /// built of numbered items like one.
    /// </summary>
    public bool IsPlan => _isPlan ??= Kind is DocumentKind.Plan or DocumentKind.Notice
        || (Kind is DocumentKind.Report or DocumentKind.Resolution && Lines.Count(line => line.HasHeading && line.Level is 1 or 2) >= FewestItems);

    private const int FewestItems = 3;

    private bool? _isPlan;

    public Phrase Slice(int start, int end) => Lexed.Between(start, end);

    private readonly Dictionary<int, List<Clause>> _clauses = [];

    /// <summary>The clauses of a paragraph; read when first asked for.</summary>
    public List<Clause> ClausesOf(Line line) =>
        _clauses.TryGetValue(line.Start, out var known) ? known : _clauses[line.Start] = ClauseReader.Read(this, line);

    private Dictionary<string, int>? _quotes;

    /// <summary>How often the document repeats a quote.</summary>
    public int UsesOfQuote(int open, int close)
    {
        _quotes ??= CountQuotes();
        return _quotes.GetValueOrDefault(Text[open..(close + 1)]);
    }

    private Dictionary<string, int> CountQuotes()
    {
        var quotes = new Dictionary<string, int>();
        for (var at = NextQuote(0, Text.Length); at < Text.Length; at = NextQuote(at + 1, Text.Length))
        {
            if (Mates[at] > at)
            {
                var words = Text[at..(Mates[at] + 1)];
                quotes[words] = quotes.GetValueOrDefault(words) + 1;
                at = Mates[at];
            }
        }
        return quotes;
    }

    /// <summary>The first opening quote from a place on; <paramref name="end"/> where there is none before it.</summary>
    public int NextQuote(int from, int end)
    {
        var found = from < end ? Text.AsSpan(from, end - from).IndexOfAny(Grammar.Mates.Quotes) : -1;
        return found < 0 ? end : from + found;
    }

    /// <summary>The first mark from a place on that opens a quote or bracket; <paramref name="end"/> where there is none before it.</summary>
    public int NextMark(int from, int end)
    {
        var found = from < end ? Text.AsSpan(from, end - from).IndexOfAny(Grammar.Mates.Openings) : -1;
        return found < 0 ? end : from + found;
    }

    public string Words(Range range) => Text[range];
}
