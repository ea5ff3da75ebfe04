using CityLoom.Emergency.Alerts;
using CityLoom.Web.Parts;
using CityLoom.Web.Words;

namespace CityLoom.Web.Pages.Command;

/// <summary>How alerts look: the colour of their severity, their words in the reader's language.</summary>
internal static class AlertLook
{
    /// <summary>Extreme red, severe orange, moderate yellow, minor blue.</summary>
    public static Light LightOf(string severity) => severity switch
    {
        "Extreme" => Light.Red,
        "Severe" => Light.Orange,
        "Moderate" => Light.Yellow,
        "Minor" => Light.Blue,
        _ => Light.None,
    };

    /// <summary>The headline in the reader's language, marked when it is an exercise.</summary>
    public static string Headline(this Say say, Alert alert) => Mark(say, alert.Status) + say.Either(alert.Headline, alert.EnglishHeadline);

    /// <summary>[Exercise], [Test]; nothing for what is meant.</summary>
    public static string Mark(this Say say, CapStatus status) => status == CapStatus.Actual ? "" : say["alert.mark-" + status.ToString().ToLowerInvariant()];

    /// <summary>Where an alert stands now: in force, to come, changed, taken back, expired.</summary>
    public static (Light Light, string Words) Standing(this Say say, Alert alert, DateTimeOffset now) => alert switch
    {
        { Kind: CapKind.Cancel } => (Light.None, say["alert.is-cancel"]),
        { EndedAt: not null } => (Light.None, say["alert.is-replaced"]),
        _ when alert.ExpiresAt <= now => (Light.None, say["alert.is-expired"]),
        _ when alert.ActiveAt(now) => (LightOf(alert.Severity), say["alert.is-active"]),
        _ => (Light.None, say["alert.is-quiet"]),
    };

    /// <summary>The outlines of a message as points of longitude and latitude.</summary>
    public static string Areas(this Say say, CapInfo info) => say.List(info.Areas.Select(a => a.Description));
}
