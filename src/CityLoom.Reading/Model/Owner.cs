using System.Text.Json.Serialization;

namespace CityLoom.Reading;

/// <summary>A body that is told to act.</summary>
/// <param name="Name">The name as written; bodies change names, so it is never normalised here.</param>
/// <param name="Role">Its part in the work.</param>
public sealed record Owner(string Name, OwnerRole Role);

/// <summary>The part of a body in a measure.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OwnerRole>))]
public enum OwnerRole
{
    /// <summary>牵头: leads the others and reports for all.</summary>
    [JsonStringEnumMemberName("lead")]
    Lead,

    /// <summary>配合: supports the lead.</summary>
    [JsonStringEnumMemberName("support")]
    Support,

    /// <summary>责任单位: answers for the work, or is the subject told to act.</summary>
    [JsonStringEnumMemberName("responsible")]
    Responsible,
}
