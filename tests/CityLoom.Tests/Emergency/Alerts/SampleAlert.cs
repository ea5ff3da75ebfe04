using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using CityLoom.City.Territories;
using CityLoom.City.Trees;
using CityLoom.Emergency.Alerts;
using CityLoom.Tests.City;
using TestCity = CityLoom.Tests.City.DemoCity;

namespace CityLoom.Tests.Emergency.Alerts;

/// <summary>Alerts to try things on, and the schema by which they are judged.</summary>
internal static class SampleAlert
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static readonly Lazy<CityTrees> LazyTrees = new(() =>
    {
        using var json = TestCity.Open("territory/districts.wgs84.geojson");
        var boundaries = BoundaryImport.Read("districts.wgs84.geojson", json.BaseStream, Datum.Wgs84, TestCity.Territories).AsOutcome().Value;
        return new CityTrees(TestCity.Territories, boundaries, TestCity.Categories, TestCity.Organizations);
    });

    /// <summary>The demo's trees with their outlines.</summary>
    public static CityTrees Trees => LazyTrees.Value;

    /// <summary>A message of this city in two languages, for two districts.</summary>
    public static CapMessage Message { get; } = new()
    {
        Identifier = "cityloom-1", Sender = "4201.yjj@cityloom", Sent = At("2026-07-01T06:30:00"), Status = CapStatus.Exercise, Note = "演练",
        Infos = [Info("zh-CN", "暴雨", "橙色暴雨预警"), Info("en", "Rainstorm", "Orange rainstorm warning")],
    };

    public static DateTimeOffset At(string local) => new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    /// <summary>As a program posts it.</summary>
    public static object Asked(string headline, string status = "exercise", long? replaces = null, int hours = 6) => new
    {
        replaces, status, category = "Met", response = "Prepare", urgency = "Expected", severity = "Severe", certainty = "Likely",
        expires = TimeProvider.System.GetUtcNow().AddHours(hours), territories = new[] { "420102", "420106" },
        chinese = new { @event = "暴雨", headline, description = "未来六小时有暴雨。", instruction = "避开低洼路段和地下空间。" },
        english = new { @event = "Rainstorm", headline = headline + " en", description = "Heavy rain within six hours.", instruction = "Keep away from low roads and basements." },
    };

    /// <summary>Everything that the schema of CAP 1.2 has against a document; skips where the schema is not at hand.</summary>
    public static List<string> Against(XDocument document)
    {
        var schemas = new XmlSchemaSet { XmlResolver = null };
        using (var reader = XmlReader.Create(TestCity.Shared("standards/cap/cap12.xsd")))
        {
            schemas.Add(CapWriter.Cap.NamespaceName, reader);
        }

        var faults = new List<string>();
        document.Validate(schemas, (_, fault) => faults.Add(fault.Message));
        return faults;
    }

    private static CapInfo Info(string language, string name, string headline) => new()
    {
        Language = language, Categories = ["Met"], Event = name, Responses = ["Prepare"], Urgency = "Expected", Severity = "Severe", Certainty = "Likely",
        Effective = At("2026-07-01T06:30:00"), Onset = At("2026-07-01T08:00:00"), Expires = At("2026-07-01T14:00:00"), SenderName = "市应急管理局", Headline = headline,
        Description = "一小时雨量可达 50 毫米 <以上> & 更多", Instruction = "避开低洼路段。", Areas = AlertAreas.Of(["420102", "420106"], Trees, language),
    };
}
