using CityLoom.Kernel;

namespace CityLoom.Requests.Open311;

/// <summary>Tells programs where the endpoints are and what they speak.</summary>
internal static class Discovery
{
    private const string Specification = "http://wiki.open311.org/GeoReport_v2";
    private const string Contact = "api-key: cityloom api-key create NAME";
    private static readonly DateTimeOffset Changed = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Answer answer, string host, CityClock clock)
    {
        var changed = Instants.Write(Changed, clock.Zone);
        answer.BeginObject("discovery");
        answer.Write("changeset", changed);
        answer.Write("contact", $"市政务热线 12345 / city hotline 12345, {host}");
        answer.Write("key_service", $"由城市管理员发放 / issued by the city's administrator ({Contact})");
        answer.BeginList("endpoints", "endpoint");
        Endpoint(answer, $"{host}/open311/v2", "production", changed);
        Endpoint(answer, $"{host}/open311/v2", "test", changed);
        answer.EndList();
        answer.EndObject();
    }

    /// <summary>A city's test system is another installation; until one is named the same address stands for both.</summary>
    private static void Endpoint(Answer answer, string url, string type, string changed)
    {
        answer.BeginItem();
        answer.Write("specification", Specification);
        answer.Write("url", url);
        answer.Write("changeset", changed);
        answer.Write("type", type);
        answer.Write("formats", "format", ["text/xml", "application/json"]);
        answer.EndItem();
    }
}
