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

    /// <summary>True once published, or for somebody who doesn't review: everything is read only.</summary>
    public bool Closed { get; init; }

    /// <summary>Which cards the ledger lists.</summary>
    public ReviewFilter Filter { get; init; }

    /// <summary>Pending spans whose words say both who and when: they may be accepted together.</summary>
    public int Stated { get; init; }

    /// <summary>The cards listed.</summary>
    public IEnumerable<SpanView> Listed => Spans.Where(s => Filter switch
    {
        ReviewFilter.NoOwner => s.Kind.InLedger() && s.Owner.Gap is not null,
        ReviewFilter.NoDate => s.Kind.InLedger() && s.Due.Gap is not null,
        ReviewFilter.Alike => s.Kind.InLedger() && (s.Alike is not null || s.AlsoSaid.Count > 0),
        _ => true,
    });

    /// <summary>The key of the span that is open.</summary>
    public string? Open => Current
        ?? Listed.FirstOrDefault(s => s.Status == SpanStatus.Pending && s.Kind.InLedger())?.Key
        ?? Listed.FirstOrDefault(s => s.Kind.InLedger())?.Key;
}

/// <summary>How far a review is.</summary>
/// <param name="Total">Spans for the ledger.</param>
/// <param name="Accepted">Of these, accepted or merged.</param>
/// <param name="Rejected">Of these, rejected.</param>
/// <param name="NoOwner">Of these, without an owner in the text.</param>
/// <param name="NoDate">Of these, without a date in the text.</param>
/// <param name="Alike">Of these, said much the same in another document.</param>
public sealed record TallyView(int Total, int Accepted, int Rejected, int NoOwner, int NoDate, int Alike = 0)
{
    /// <summary>Judged one way or the other.</summary>
    public int Reviewed => Accepted + Rejected;
}

/// <summary>Which cards of the ledger are listed.</summary>
public enum ReviewFilter
{
    /// <summary>All.</summary>
    None,

    /// <summary>Those whose words name no owner.</summary>
    NoOwner,

    /// <summary>Those whose words state no date.</summary>
    NoDate,

    /// <summary>Those that another document says too.</summary>
    Alike,
}

/// <summary>How filters are written in addresses.</summary>
public static class ReviewFilters
{
    /// <summary>The value of <c>show</c>; null for all.</summary>
    public static string? Code(this ReviewFilter filter) => filter switch
    {
        ReviewFilter.NoOwner => "no-owner",
        ReviewFilter.NoDate => "no-date",
        ReviewFilter.Alike => "alike",
        _ => null,
    };

    /// <summary>The filter of a value of <c>show</c>; all for anything unknown.</summary>
    public static ReviewFilter Parse(string? code) =>
        Enum.GetValues<ReviewFilter>().FirstOrDefault(f => f.Code() is { } known && known == code);
}
