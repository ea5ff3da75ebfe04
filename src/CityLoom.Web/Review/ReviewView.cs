using CityLoom.Web.Parts;

namespace CityLoom.Web.Review;

/// <summary>The review of one directive.</summary>
/// <param name="Base">The directive's address without a slash at the end: <c>/directives/2026-07</c>.</param>
/// <param name="Text">The clean text, one paragraph a line.</param>
/// <param name="Headings">Offsets of the lines that are headings.</param>
/// <param name="Spans">All spans in reading order; they may lie in each other or overlap.</param>
/// <param name="Tally">How far the review is.</param>
public sealed record ReviewView(string Base, string Text, IReadOnlySet<int> Headings, IReadOnlyList<SpanView> Spans, TallyView Tally)
{
    /// <summary>The span open now; without one the first pending.</summary>
    public string? Current { get; init; }

    /// <summary>How it is open.</summary>
    public CardMode Mode { get; init; }

    /// <summary>Units offered while typing an owner.</summary>
    public IReadOnlyList<ChoiceView> Owners { get; init; } = [];

    /// <summary>True once published: everything is read only.</summary>
    public bool Closed { get; init; }

    /// <summary>The key of the span that is open.</summary>
    public string? Open => Current
        ?? Spans.FirstOrDefault(s => s.Status == SpanStatus.Pending && s.Kind.InLedger())?.Key
        ?? Spans.FirstOrDefault(s => s.Kind.InLedger())?.Key;
}

/// <summary>How far a review is.</summary>
/// <param name="Total">Spans for the ledger.</param>
/// <param name="Accepted">Of these, accepted or merged.</param>
/// <param name="Rejected">Of these, rejected.</param>
/// <param name="NoOwner">Of these, without an owner in the text.</param>
/// <param name="NoDate">Of these, without a date in the text.</param>
public sealed record TallyView(int Total, int Accepted, int Rejected, int NoOwner, int NoDate)
{
    /// <summary>Judged one way or the other.</summary>
    public int Reviewed => Accepted + Rejected;
}
