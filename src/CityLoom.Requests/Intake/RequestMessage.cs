using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Intake;

/// <summary>What the resident or the office said.</summary>
public sealed record RequestMessage
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>True when the office said it, false when the resident did.</summary>
    public bool Office { get; init; }

    /// <summary>True when anybody may read it.</summary>
    public bool Published { get; init; }

    /// <summary>The words.</summary>
    public string Words { get; init; } = "";

    /// <summary>For which organization.</summary>
    public string? Organization { get; init; }

    /// <summary>The messages of a request, oldest first.</summary>
    public static List<RequestMessage> Of(Session session, long request) => session.Rows<RequestMessage>(
        "select id, at, office, published, words, organization from request_messages where request_id = @request order by id", new { request });
}
