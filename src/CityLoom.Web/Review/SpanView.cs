using CityLoom.Web.Parts;

namespace CityLoom.Web.Review;

/// <summary>A span of a directive as the review shows it: a place in the text and a card of the ledger.</summary>
/// <param name="Key">Names it in addresses; stays the same when others are split or merged.</param>
/// <param name="Number">Its number in the ledger, as people say it; 0 for what isn't in the ledger.</param>
/// <param name="Start">First character in the clean text (UTF-16).</param>
/// <param name="End">One past the last character.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Words">The wording of the ledger.</param>
/// <param name="Quote">The exact words of the text.</param>
public sealed record SpanView(string Key, int Number, int Start, int End, SpanKind Kind, SpanStatus Status, string Words, string Quote)
{
    /// <summary>The last heading over it.</summary>
    public string? Theme { get; init; }

    /// <summary>Who does it.</summary>
    public GapView Owner { get; init; } = new(null, null, []);

    /// <summary>By when; choices carry ISO dates.</summary>
    public GapView Due { get; init; } = new(null, null, []);

    /// <summary>Codes of those who support, joined by semicolons.</summary>
    public string Supports { get; init; } = "";

    /// <summary>Those who support, in words.</summary>
    public string? SupportNames { get; init; }

    /// <summary>Named programmes in it: “五社联动”.</summary>
    public string? Programmes { get; init; }

    /// <summary>Why it is of its kind, the weightiest reason first.</summary>
    public IReadOnlyList<ReasonView> Why { get; init; } = [];

    /// <summary>How much, in words: ≥ 120 个路口.</summary>
    public string? Quantity { get; init; }

    /// <summary>What accepting will make, in words: 采纳后将生成 13 件事项.</summary>
    public string? Makes { get; init; }

    /// <summary>The same said elsewhere, each with its source.</summary>
    public IReadOnlyList<QuoteView> AlsoSaid { get; init; } = [];

    /// <summary>What it may be merged with: neighbours first, then other documents that say the same.</summary>
    public IReadOnlyList<MergeView> Candidates { get; init; } = [];

    /// <summary>The likest of another document, put before the reviewer together with the question whether it is the same.</summary>
    public MergeView? Alike => Candidates.FirstOrDefault(c => c.Likeness is not null);

    /// <summary>Why the last act was refused and how to mend it.</summary>
    public string? Error { get; init; }
}

/// <summary>Something the text may not say.</summary>
/// <param name="Value">What holds now, in words; null when nothing does.</param>
/// <param name="Gap">What is missing: 原文未写, 原文只写“各区”; null when the text says it.</param>
/// <param name="Choices">What may be chosen, the best first; suggestions say in their words that they are suggestions.</param>
/// <param name="Why">How the first choice was found.</param>
public sealed record GapView(string? Value, string? Gap, IReadOnlyList<ChoiceView> Choices, string? Why = null);

/// <summary>One reason for a span's kind: what was seen, the words that show it, and whether it speaks for an act.</summary>
public sealed record ReasonView(string What, string Words, double Weight);

/// <summary>A sentence of a document.</summary>
public sealed record QuoteView(string Words, string Source, string Href);

/// <summary>Something a span may be merged with. <paramref name="Likeness"/> is 0…1 for another document's, null for a neighbour.</summary>
public sealed record MergeView(string Key, string Words, string Source, double? Likeness = null);
