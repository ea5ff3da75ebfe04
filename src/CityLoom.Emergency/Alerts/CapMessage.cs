using System.Globalization;

namespace CityLoom.Emergency.Alerts;

/// <summary>An alert message of the Common Alerting Protocol 1.2 (OASIS, July 2010), as far as this city writes and reads it.</summary>
public sealed record CapMessage
{
    /// <summary>Unique for the sender; no spaces, commas, &lt; or &amp;.</summary>
    public string Identifier { get; init; } = "";

    /// <summary>Who sent it; no spaces, commas, &lt; or &amp;.</summary>
    public string Sender { get; init; } = "";

    /// <summary>When it was sent.</summary>
    public DateTimeOffset Sent { get; init; }

    /// <summary>Whether it is meant.</summary>
    public CapStatus Status { get; init; }

    /// <summary>Whether it is new, or changes or takes back earlier ones.</summary>
    public CapKind Kind { get; init; }

    /// <summary>True when it is meant for everybody.</summary>
    public bool Public { get; init; } = true;

    /// <summary>Why it is an exercise or what was wrong, where that is said.</summary>
    public string? Note { get; init; }

    /// <summary>The earlier messages that it changes or takes back.</summary>
    public IReadOnlyList<CapReference> References { get; init; } = [];

    /// <summary>The same alert once for each language.</summary>
    public IReadOnlyList<CapInfo> Infos { get; init; } = [];

    /// <summary>The words in a language, or the first ones; null when it has none.</summary>
    public CapInfo? In(string language) => Infos.FirstOrDefault(i => i.Language.StartsWith(language[..2], StringComparison.OrdinalIgnoreCase)) ?? (Infos.Count > 0 ? Infos[0] : null);
}

/// <summary>One language's part of an alert.</summary>
public sealed record CapInfo
{
    /// <summary>Language tag; en-US where nothing is said, as the standard has it.</summary>
    public string Language { get; init; } = "en-US";

    /// <summary>Such as Met, Geo, Safety, Fire, Health, Infra.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>What it is about.</summary>
    public string Event { get; init; } = "";

    /// <summary>What people should do, such as Shelter, Evacuate, Prepare, Monitor.</summary>
    public IReadOnlyList<string> Responses { get; init; } = [];

    /// <summary>Immediate, Expected, Future, Past or Unknown.</summary>
    public string Urgency { get; init; } = "Unknown";

    /// <summary>Extreme, Severe, Moderate, Minor or Unknown.</summary>
    public string Severity { get; init; } = "Unknown";

    /// <summary>Observed, Likely, Possible, Unlikely or Unknown.</summary>
    public string Certainty { get; init; } = "Unknown";

    /// <summary>From when it holds; when it was sent where nothing is said.</summary>
    public DateTimeOffset? Effective { get; init; }

    /// <summary>When the event itself is expected.</summary>
    public DateTimeOffset? Onset { get; init; }

    /// <summary>Until when it holds.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The sender's name for people.</summary>
    public string? SenderName { get; init; }

    /// <summary>One line.</summary>
    public string? Headline { get; init; }

    /// <summary>What happens.</summary>
    public string? Description { get; init; }

    /// <summary>What to do.</summary>
    public string? Instruction { get; init; }

    /// <summary>Where more is said.</summary>
    public string? Web { get; init; }

    /// <summary>Where it holds.</summary>
    public IReadOnlyList<CapArea> Areas { get; init; } = [];
}

/// <summary>A place of an alert.</summary>
public sealed record CapArea
{
    /// <summary>The place in words.</summary>
    public string Description { get; init; } = "";

    /// <summary>Outlines: latitude and longitude in WGS-84 degrees, the last point the same as the first.</summary>
    public IReadOnlyList<IReadOnlyList<(double Latitude, double Longitude)>> Polygons { get; init; } = [];

    /// <summary>Codes of the place: the name of the list and the code in it.</summary>
    public IReadOnlyList<(string List, string Code)> Codes { get; init; } = [];
}

/// <summary>An earlier message: sender, identifier and when it was sent, joined by commas.</summary>
public readonly record struct CapReference(string Sender, string Identifier, DateTimeOffset Sent)
{
    /// <summary>Reads what stands between two spaces of <c>references</c>; null when it is malformed.</summary>
    public static CapReference? Parse(string text) =>
        text.Split(',') is [var sender, var identifier, var sent] && CapTime.TryParse(sent, out var at) ? new(sender, identifier, at) : null;
}

/// <summary>Times as the standard wants them: seconds, and an offset that is never written Z.</summary>
public static class CapTime
{
    private const string Shape = "yyyy-MM-dd'T'HH:mm:sszzz";

    /// <summary>The instant on the city's wall clock with its offset, such as 2026-03-02T09:30:00+08:00.</summary>
    public static string Write(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).ToString(Shape, CultureInfo.InvariantCulture);

    /// <summary>Reads such a time; one with Z or without an offset is malformed.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text.Trim(), Shape, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant)
        && !text.EndsWith('Z') && !text.EndsWith('z');
}

/// <summary>Whether an alert is meant.</summary>
public enum CapStatus
{
    /// <summary>Meant: act on it.</summary>
    Actual,

    /// <summary>An exercise: only those who take part act.</summary>
    Exercise,

    /// <summary>For systems, not for people.</summary>
    System,

    /// <summary>A test: nobody acts.</summary>
    Test,

    /// <summary>Not to be acted on yet.</summary>
    Draft,
}

/// <summary>What a message does.</summary>
public enum CapKind
{
    /// <summary>A new alert.</summary>
    Alert,

    /// <summary>Takes the place of earlier ones.</summary>
    Update,

    /// <summary>Takes earlier ones back.</summary>
    Cancel,

    /// <summary>Says that one was received.</summary>
    Ack,

    /// <summary>Says that one was refused.</summary>
    Error,
}
