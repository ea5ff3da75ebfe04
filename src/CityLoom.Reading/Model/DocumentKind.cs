using System.Text.Json.Serialization;

namespace CityLoom.Reading;

/// <summary>The genre of a directive; printed by its Chinese name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DocumentKind>))]
public enum DocumentKind
{
    /// <summary>会议报道: a press report of a meeting or inspection.</summary>
    [JsonStringEnumMemberName("会议报道")]
    MeetingReport,

    /// <summary>决议: a resolution, decision or order.</summary>
    [JsonStringEnumMemberName("决议")]
    Resolution,

    /// <summary>报告: a work report.</summary>
    [JsonStringEnumMemberName("报告")]
    Report,

    /// <summary>方案: a plan, opinion, set of measures or detailed rules.</summary>
    [JsonStringEnumMemberName("方案")]
    Plan,

    /// <summary>通报: a circular or inspection notice.</summary>
    [JsonStringEnumMemberName("通报")]
    Notice,
}
