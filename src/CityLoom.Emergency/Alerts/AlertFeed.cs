using System.Globalization;
using System.Xml.Linq;
using CityLoom.City;

namespace CityLoom.Emergency.Alerts;

/// <summary>Writes alerts as an Atom feed (RFC 4287), each entry with a link to its message.</summary>
public static class AlertFeed
{
    /// <summary>The media type of the feed.</summary>
    public const string MediaType = "application/atom+xml; charset=utf-8";

    /// <summary>The media type of a message.</summary>
    public const string MessageType = "application/cap+xml; charset=utf-8";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The feed of these alerts.</summary>
    /// <param name="alerts">What holds now.</param>
    /// <param name="site">The address of the site, without a slash at its end.</param>
    /// <param name="language">Language tag of the words.</param>
    /// <param name="city">The city.</param>
    public static string Write(IReadOnlyList<Alert> alerts, string site, string language, CityContext city)
    {
        string Time(DateTimeOffset at) => CapTime.Write(at, city.Clock.Zone);
        var updated = alerts.Count == 0 ? city.Clock.Instant(city.Clock.Today.ToDateTime(TimeOnly.MinValue)) : alerts.Max(a => a.ReceivedAt);
        var feed = new XElement(
            Atom + "feed",
            new XElement(Atom + "id", site + "/alerts.atom"),
            new XElement(Atom + "title", new Bilingual("正在生效的预警", "Alerts in force").In(language)),
            new XElement(Atom + "updated", Time(updated)),
            new XElement(Atom + "author", new XElement(Atom + "name", "CityLoom")),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", site + "/alerts.atom")),
            new XElement(Atom + "link", new XAttribute("href", site + "/alerts")),
            alerts.Select(a => Entry(a, site, language, Time)));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + feed;
    }

    private static XElement Entry(Alert alert, string site, string language, Func<DateTimeOffset, string> time)
    {
        var mark = alert.Status == CapStatus.Exercise ? new Bilingual("【演练】", "[Exercise] ").In(language) : "";
        var message = string.Create(CultureInfo.InvariantCulture, $"{site}/alerts/{alert.Id}.xml");
        return new XElement(
            Atom + "entry",
            new XElement(Atom + "id", message),
            new XElement(Atom + "title", mark + new Bilingual(alert.Headline, alert.EnglishHeadline).In(language)),
            new XElement(Atom + "updated", time(alert.ReceivedAt)),
            new XElement(Atom + "published", time(alert.SentAt)),
            new XElement(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("type", "application/cap+xml"), new XAttribute("href", message)),
            new XElement(Atom + "summary", new Bilingual($"{alert.Event}，至 {time(alert.ExpiresAt)}", $"{alert.Event}, until {time(alert.ExpiresAt)}").In(language)));
    }
}
