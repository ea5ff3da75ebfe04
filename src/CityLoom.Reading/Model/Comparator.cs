using System.Text.Json.Serialization;

namespace CityLoom.Reading;

/// <summary>How a result must relate to the value of a <see cref="Quantity"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Comparator>))]
public enum Comparator
{
    /// <summary>A bare number in an act.</summary>
    [JsonStringEnumMemberName("=")]
    Equal,

    /// <summary>达到X, X以上, 不少于.</summary>
    [JsonStringEnumMemberName(">=")]
    AtLeast,

    /// <summary>以内, 不超过, 不高于.</summary>
    [JsonStringEnumMemberName("<=")]
    AtMost,

    /// <summary>超过, 突破.</summary>
    [JsonStringEnumMemberName(">")]
    Above,

    /// <summary>低于, 小于.</summary>
    [JsonStringEnumMemberName("<")]
    Below,

    /// <summary>左右, 近.</summary>
    [JsonStringEnumMemberName("~")]
    About,

    /// <summary>Between a low and a high number, both included.</summary>
    [JsonStringEnumMemberName("range")]
    Range,

    /// <summary>A place in an order: 领先, 前列, 后十位; the value is the phrase.</summary>
    [JsonStringEnumMemberName("rank")]
    Rank,
}
