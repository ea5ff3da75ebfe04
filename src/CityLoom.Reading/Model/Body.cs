using System.Text.Json.Serialization;

namespace CityLoom.Reading;

/// <summary>A party or government body, office or named institution in the text; never a person.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Level">Where it stands in the order of administration.</param>
public sealed record Body(string Name, BodyLevel Level);

/// <summary>Level of a body; printed by its Chinese name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BodyLevel>))]
public enum BodyLevel
{
    /// <summary>中央.</summary>
    [JsonStringEnumMemberName("中央")]
    Central,

    /// <summary>省: a province or autonomous region.</summary>
    [JsonStringEnumMemberName("省")]
    Province,

    /// <summary>市.</summary>
    [JsonStringEnumMemberName("市")]
    City,

    /// <summary>区县, including the districts of a direct-administered city.</summary>
    [JsonStringEnumMemberName("区县")]
    District,

    /// <summary>街道乡镇.</summary>
    [JsonStringEnumMemberName("街道乡镇")]
    Street,

    /// <summary>社区.</summary>
    [JsonStringEnumMemberName("社区")]
    Community,

    /// <summary>其他: media, firms, mixed groups.</summary>
    [JsonStringEnumMemberName("其他")]
    Other,
}
