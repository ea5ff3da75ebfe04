using System.Text.Json.Serialization;

namespace CityLoom.Reading;

/// <summary>What a span is; only actions and targets enter the ledger.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MeasureKind>))]
public enum MeasureKind
{
    /// <summary>A concrete act of which one can later ask "done or not?".</summary>
    [JsonStringEnumMemberName("action")]
    Action,

    /// <summary>An end state that can be checked.</summary>
    [JsonStringEnumMemberName("target")]
    Target,

    /// <summary>Exhortation or direction without a criterion of completion.</summary>
    [JsonStringEnumMemberName("principle")]
    Principle,

    /// <summary>What was done, reached, adopted or found already.</summary>
    [JsonStringEnumMemberName("report-of-past")]
    ReportOfPast,
}
