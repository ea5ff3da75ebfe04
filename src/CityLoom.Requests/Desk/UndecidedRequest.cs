using CityLoom.City.Matters;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Intake;

namespace CityLoom.Requests.Desk;

/// <summary>An open request whose category a person has yet to decide.</summary>
public sealed record UndecidedRequest
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>One line.</summary>
    public string Title { get; init; } = "";

    /// <summary>What was said.</summary>
    public string Words { get; init; } = "";

    /// <summary>Code of the territory; null when not known.</summary>
    public string? Territory { get; init; }

    /// <summary>Code of the organization that answers for it.</summary>
    public string Accountable { get; init; } = "";

    /// <summary>True when only its own organizations may read it.</summary>
    public bool Confidential { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>What people call it.</summary>
    public string Number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{MatterKinds.Of(Request.Kind).Prefix}-{Id:000000}");

    private const string Open = "from requests r join matters m on m.id = r.id where r.service = '' and m.open = 1";

    /// <summary>How many wait.</summary>
    public static int Count(Session session) => session.Value<int>($"select count(*) {Open}");

    /// <summary>Those that have waited longest.</summary>
    public static List<UndecidedRequest> Oldest(Session session, int most) => session.Rows<UndecidedRequest>(
        $"select r.id, m.title, m.words, m.territory, m.accountable, m.confidential, r.requested_at {Open} order by r.id limit @most", new { most });
}
