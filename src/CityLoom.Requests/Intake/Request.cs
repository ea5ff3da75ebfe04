using System.Text.Json;

namespace CityLoom.Requests.Intake;

/// <summary>What a request has beyond its matter. Its identity is that of the matter.</summary>
public sealed record Request
{
    /// <summary>The name under which requests stand in the journal, beside the chain of their matter.</summary>
    public const string Subject = "request";

    /// <summary>Code of the kind of matter.</summary>
    public const string Kind = "request";

    /// <summary>Identity of the request and its matter.</summary>
    public long Id { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>Code of the category as it was asked for.</summary>
    public string Service { get; init; } = "";

    /// <summary>The door by which it came.</summary>
    public Channel Channel { get; init; }

    /// <summary>Eight characters that only the one who asked knows; with the number they open the request to them.</summary>
    public string Code { get; init; } = "";

    /// <summary>By which a program finds the identity later, for a service that answers by token; null otherwise.</summary>
    public string? Token { get; init; }

    /// <summary>The address in words.</summary>
    public string? Address { get; init; }

    /// <summary>The sender's own identity for the address.</summary>
    public string? AddressId { get; init; }

    /// <summary>Answers to the category's questions, as JSON.</summary>
    public string Attributes { get; init; } = "{}";

    /// <summary>Address of a picture elsewhere.</summary>
    public string? MediaUrl { get; init; }

    /// <summary>Language in which to answer.</summary>
    public string Language { get; init; } = "zh";

    /// <summary>True when its words, without what points to a person, may be shown to anybody.</summary>
    public bool Published { get; init; }

    /// <summary>True when the one who asked left a way to be reached.</summary>
    public bool Reachable { get; init; }

    /// <summary>By when the one who asked must have been contacted, UTC.</summary>
    public DateTimeOffset? RespondDueAt { get; init; }

    /// <summary>When they first were.</summary>
    public DateTimeOffset? RespondedAt { get; init; }

    /// <summary>Version of the duty catalogue by which it was routed; null when there was none.</summary>
    public int? DutyVersion { get; init; }

    /// <summary>Line of that version.</summary>
    public int? Duty { get; init; }

    /// <summary>The square of the map in which it lies; null without a point.</summary>
    public long? Cell { get; init; }

    /// <summary>The answers to the category's questions.</summary>
    public IReadOnlyDictionary<string, string[]> Answers => JsonSerializer.Deserialize<Dictionary<string, string[]>>(Attributes)!;
}
