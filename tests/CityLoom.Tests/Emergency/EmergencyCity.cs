using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CityLoom.Reach.Roads;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Emergency;

/// <summary>What the tests over HTTP share: a road file in the city's data folder and small registers.</summary>
internal static class EmergencyCity
{
    private const string Stations = "code,name,longitude,latitude,territory\nS1,一站,114.02,30.02,420102\nS2,二站,114.08,30.08,420102\nS3,三站,114.13,30.03,420103\n";
    private const string Hospitals = "code,name,longitude,latitude,level,free_beds,territory,skills\nH1,大医院,114.05,30.05,3,5,420102,trauma;burns\nH2,小医院,114.03,30.03,1,4,420102,\nH3,中医院,114.1,30.1,2,0,420103,trauma\n";

    /// <summary>Units, three to each station.</summary>
    private static readonly string Units = "code,station,level,turn_out\n"
        + string.Concat(Enumerable.Range(1, 3).SelectMany(s => Enumerable.Range(1, 12).Select(u => $"U{s}-{u},S{s},{1 + (u % 3)},{50 + u}\n")));

    private static readonly string People = "code,territory,longitude,latitude,people\n"
        + string.Concat(Enumerable.Range(0, 40).Select(n => FormattableString.Invariant($"P{n},{(n % 2 == 0 ? "420102002" : "420103013")},{114.004 + (n % 8 * 0.018):0.####},{30.004 + (n / 8 * 0.028):0.####},{100 + n}\n")));

    private static readonly SemaphoreSlim Once = new(1);
    private static readonly HashSet<ServedCity> Ready = [];

    /// <summary>Puts roads and registers into a city unless they are there.</summary>
    public static async Task Fill(ServedCity city)
    {
        await Once.WaitAsync();
        try
        {
            if (Ready.Add(city))
            {
                RoadFile.Save(LatticeTown.Roads(new Random(7)), Path.Combine(city.Store.Folder, "roads.graph"));
                using var keeper = city.As("administrator");
                foreach (var (kind, text) in ((string, string)[])[("stations", Stations), ("units", Units), ("hospitals", Hospitals), ("people", People)])
                {
                    _ = (await Import(keeper, kind, text)).Good;
                }
            }
        }
        finally
        {
            Once.Release();
        }
    }

    public static Task<Answer> Import(Caller caller, string kind, string text) =>
        caller.Send(HttpMethod.Post, $"/api/emergency/registers/{kind}", new StringContent(text, Encoding.UTF8, new MediaTypeHeaderValue("text/csv")));

    /// <summary>An incident that is verified and graded, ready for units.</summary>
    public static async Task<long> Raise(Caller desk, double longitude = 114.031, double latitude = 30.027, int? grade = 4, int level = 1) =>
        (await desk.Post("/api/emergency/incidents", new { title = "路口两车相撞", nature = "traffic", longitude, latitude, territory = "420102002", grade, level })).Id;

    public static Task<Answer> Do(Caller caller, long incident, string act, string? reason = null, int? grade = null) =>
        caller.Post($"/api/emergency/incidents/{incident}/acts", new { act, reason, grade });

    public static Task<Answer> Unit(Caller caller, string unit, string act, string? hospital = null, string? reason = null) =>
        caller.Post($"/api/emergency/units/{unit}/acts", new { act, hospital, reason });

    public static Task<Answer> Send(Caller caller, long incident, string unit) => caller.Post($"/api/emergency/incidents/{incident}/units", new { unit });

    /// <summary>Brings a unit back from whatever it does.</summary>
    public static async Task Home(Caller caller, string unit)
    {
        foreach (var act in new[] { "handOver", "clear", "return" })
        {
            await Unit(caller, unit, act);
        }
    }

    public static JsonElement[] All(Answer answer) => [.. answer.Good.Json.EnumerateArray()];
}
