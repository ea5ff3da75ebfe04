using System.Text.Json.Serialization;

namespace CityLoom.Reading;

/// <summary>The smallest clause that stands by itself in a ledger: verb, object and qualifiers, in the document's own words.</summary>
public sealed record Measure
{
    /// <summary>The words, exactly as they stand in the clean text between <see cref="Start"/> and <see cref="End"/>.</summary>
    public required string Text { get; init; }

    /// <summary>Offset of the first character in the clean text.</summary>
    public required int Start { get; init; }

    /// <summary>Offset after the last character in the clean text.</summary>
    public required int End { get; init; }

    /// <summary>Offset of the first character in the decoded source; set by the reader, not by the grammar.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? SourceStart { get; init; }

    /// <summary>Offset after the last character in the decoded source; set by the reader, not by the grammar.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? SourceEnd { get; init; }

    /// <summary>Whether this is a commitment, an end state, an exhortation or a report of what was done.</summary>
    public required MeasureKind Kind { get; init; }

    /// <summary>The act's verb without adverbs, two to four characters; empty where there is none.</summary>
    public string Verb { get; init; } = "";

    /// <summary>The chain of headings over the span, outermost first.</summary>
    public IReadOnlyList<string> Theme { get; init; } = [];

    /// <summary>Bodies told to act, as written; empty where the text names none.</summary>
    public IReadOnlyList<Owner> Owners { get; init; } = [];

    /// <summary>When it must be done; null where the text does not say.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>Numbers that one can later be held to.</summary>
    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    /// <summary>Named programmes, slogans and systems used as the object.</summary>
    public IReadOnlyList<string> Programmes { get; init; } = [];

    /// <summary>Which rule decided what, in order; null unless an explanation was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RuleNote>? Explanation { get; init; }
}
