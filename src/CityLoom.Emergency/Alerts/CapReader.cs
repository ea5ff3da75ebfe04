using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using CityLoom.Kernel;

namespace CityLoom.Emergency.Alerts;

/// <summary>
/// Reads alerts from outside. Document types and entities are refused before anything is read, the size and the depth are limited,
/// nothing is fetched; then the rules of the standard are held against what was read.
/// </summary>
public static class CapReader
{
    /// <summary>The largest message that is read.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    private const int MostDepth = 32;
    private const int MostInfos = 20;
    private const int MostPoints = 100_000;

    private static readonly Dictionary<string, string[]> Choices = new(StringComparer.Ordinal)
    {
        ["scope"] = ["Public", "Restricted", "Private"],
        ["category"] = ["Geo", "Met", "Safety", "Security", "Rescue", "Fire", "Health", "Env", "Transport", "Infra", "CBRNE", "Other"],
        ["responseType"] = ["Shelter", "Evacuate", "Prepare", "Execute", "Avoid", "Monitor", "Assess", "AllClear", "None"],
        ["urgency"] = ["Immediate", "Expected", "Future", "Past", "Unknown"],
        ["severity"] = ["Extreme", "Severe", "Moderate", "Minor", "Unknown"],
        ["certainty"] = ["Observed", "Likely", "Possible", "Unlikely", "Unknown"],
    };

    /// <summary>The message of these bytes, or why they are refused.</summary>
    public static Outcome<CapMessage> Read(byte[] bytes) => bytes.Length > MostBytes
        ? Bad("alert.large", $"预警消息超过 {MostBytes / 1024} KB。", $"The message is larger than {MostBytes / 1024} KB.")
        : Load(bytes).Then(document => Message(document.Root!));

    /// <summary>The document of these bytes without document type, entities or deep nesting.</summary>
    internal static Outcome<XDocument> Load(byte[] bytes)
    {
        try
        {
            using (var guard = Reader(bytes))
            {
                while (guard.Read())
                {
                    if (guard.Depth > MostDepth)
                    {
                        return Bad("alert.deep", "预警消息嵌套过深。", "The message is nested too deeply.");
                    }
                }
            }

            using var reader = Reader(bytes);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException malformed)
        {
            return Bad("alert.malformed", $"不是可接受的 XML：{malformed.Message}", $"This is not XML that is accepted: {malformed.Message}");
        }
    }

    private static XmlReader Reader(byte[] bytes) => XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostBytes,
        MaxCharactersFromEntities = 1,
    });

    private static Outcome<CapMessage> Message(XElement root)
    {
        if (root.Name != CapWriter.Cap + "alert")
        {
            return Bad("alert.not-cap", "不是 CAP 1.2 预警消息。", "This is not an alert message of CAP 1.2.");
        }

        var faults = new CapFaults(Choices);
        var infos = root.Elements(CapWriter.Cap + "info").ToList();
        var message = new CapMessage
        {
            Identifier = faults.Name(root, "identifier"),
            Sender = faults.Name(root, "sender"),
            Sent = faults.Time(root, "sent", true) ?? default,
            Status = faults.Named<CapStatus>(root, "status"),
            Kind = faults.Named<CapKind>(root, "msgType"),
            Public = faults.Chosen(root, "scope") == "Public",
            Note = CapFaults.Text(root, "note"),
            References = References(CapFaults.Text(root, "references"), faults),
            Infos = infos.Count > MostInfos ? faults.Say<CapInfo>("info") : [.. infos.Select(i => Info(i, faults))],
        };
        if (message.Kind is CapKind.Update or CapKind.Cancel && message.References.Count == 0)
        {
            faults.Add("references");
        }

        return faults.None
            ? message
            : Bad("alert.faults", $"预警消息不合 CAP 1.2：{faults}。", $"The message does not follow CAP 1.2: {faults}.");
    }

    private static CapInfo Info(XElement info, CapFaults faults) => new()
    {
        Language = CapFaults.Text(info, "language") ?? "en-US",
        Categories = faults.Several(info, "category", true),
        Event = faults.Needed(info, "event"),
        Responses = faults.Several(info, "responseType", false),
        Urgency = faults.Chosen(info, "urgency"),
        Severity = faults.Chosen(info, "severity"),
        Certainty = faults.Chosen(info, "certainty"),
        Effective = faults.Time(info, "effective", false),
        Onset = faults.Time(info, "onset", false),
        Expires = faults.Time(info, "expires", false),
        SenderName = CapFaults.Text(info, "senderName"),
        Headline = CapFaults.Text(info, "headline"),
        Description = CapFaults.Text(info, "description"),
        Instruction = CapFaults.Text(info, "instruction"),
        Web = CapFaults.Text(info, "web"),
        Areas = [.. info.Elements(CapWriter.Cap + "area").Select(a => Area(a, faults))],
    };

    private static CapArea Area(XElement area, CapFaults faults) => new()
    {
        Description = faults.Needed(area, "areaDesc"),
        Polygons = [.. area.Elements(CapWriter.Cap + "polygon").Where(p => p.Value.Trim().Length > 0).Select(p => Polygon(p.Value, faults))],
        Codes = [.. area.Elements(CapWriter.Cap + "geocode").Select(g => (CapFaults.Text(g, "valueName") ?? "", CapFaults.Text(g, "value") ?? ""))],
    };

    /// <summary>Four points or more, the last as the first, each latitude before longitude.</summary>
    private static List<(double, double)> Polygon(string text, CapFaults faults)
    {
        var points = new List<(double, double)>();
        foreach (var pair in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (points.Count == MostPoints || pair.Split(',') is not [var lat, var lon]
                || !double.TryParse(lat, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) || latitude is not (>= -90 and <= 90)
                || !double.TryParse(lon, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude) || longitude is not (>= -180 and <= 180))
            {
                return [.. faults.Say<(double, double)>("polygon")];
            }

            points.Add((latitude, longitude));
        }

        return points.Count >= 4 && points[0] == points[^1] ? points : [.. faults.Say<(double, double)>("polygon")];
    }

    private static List<CapReference> References(string? text, CapFaults faults)
    {
        var read = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(CapReference.Parse).ToList();
        return read.Contains(null) ? [.. faults.Say<CapReference>("references")] : read.ConvertAll(r => r!.Value);
    }

    private static Refusal Bad(string code, string words, string english) => new(code, words, english, 400);
}
