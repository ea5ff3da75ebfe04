using System.Globalization;
using System.Xml.Linq;

namespace CityLoom.Emergency.Alerts;

/// <summary>Writes alerts as XML, elements in the order of the schema.</summary>
public static class CapWriter
{
    /// <summary>The namespace of version 1.2.</summary>
    public static readonly XNamespace Cap = "urn:oasis:names:tc:emergency:cap:1.2";

    /// <summary>The document of a message, times on the wall clock of a zone.</summary>
    public static XDocument Write(CapMessage message, TimeZoneInfo zone)
    {
        string Time(DateTimeOffset at) => CapTime.Write(at, zone);
        return new XDocument(new XElement(
            Cap + "alert",
            Text("identifier", message.Identifier),
            Text("sender", message.Sender),
            Text("sent", Time(message.Sent)),
            Text("status", $"{message.Status}"),
            Text("msgType", $"{message.Kind}"),
            Text("scope", message.Public ? "Public" : "Private"),
            message.Public ? null : Text("addresses", "-"),
            Text("note", message.Note),
            message.References.Count == 0 ? null : Text("references", string.Join(' ', message.References.Select(r => $"{r.Sender},{r.Identifier},{Time(r.Sent)}"))),
            message.Infos.Select(info => Info(info, Time))));
    }

    private static XElement Info(CapInfo info, Func<DateTimeOffset, string> time) => new(
        Cap + "info",
        Text("language", info.Language),
        info.Categories.Select(c => Text("category", c)),
        Text("event", info.Event),
        info.Responses.Select(r => Text("responseType", r)),
        Text("urgency", info.Urgency),
        Text("severity", info.Severity),
        Text("certainty", info.Certainty),
        Text("effective", info.Effective is { } effective ? time(effective) : null),
        Text("onset", info.Onset is { } onset ? time(onset) : null),
        Text("expires", info.Expires is { } expires ? time(expires) : null),
        Text("senderName", info.SenderName),
        Text("headline", info.Headline),
        Text("description", info.Description),
        Text("instruction", info.Instruction),
        Text("web", info.Web),
        info.Areas.Select(Area));

    private static XElement Area(CapArea area) => new(
        Cap + "area",
        Text("areaDesc", area.Description),
        area.Polygons.Select(p => Text("polygon", string.Join(' ', p.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Latitude:0.#####},{c.Longitude:0.#####}"))))),
        area.Codes.Select(c => new XElement(Cap + "geocode", Text("valueName", c.List), Text("value", c.Code))));

    private static XElement? Text(string name, string? value) => string.IsNullOrEmpty(value) ? null : new XElement(Cap + name, value);
}
