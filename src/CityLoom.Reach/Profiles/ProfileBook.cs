using System.Text.Json;
using System.Text.Json.Serialization;
using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Profiles;

/// <summary>Reads profiles from JSON: those that come with the product, or a city's own.</summary>
public static class ProfileBook
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    private static readonly Lazy<IReadOnlyList<Profile>> OwnProfiles = new(() =>
    {
        using var json = typeof(ProfileBook).Assembly.GetManifestResourceStream("profiles.json")!;
        return Read(json);
    });

    /// <summary>Those that come with the product: <c>civil</c> and <c>ambulance</c>.</summary>
    public static IReadOnlyList<Profile> Own => OwnProfiles.Value;

    /// <summary>Reads a list of profiles.</summary>
    /// <exception cref="RoadFileException">The JSON is damaged, or a profile cannot be driven by.</exception>
    public static IReadOnlyList<Profile> Read(Stream json)
    {
        try
        {
            var profiles = JsonSerializer.Deserialize<List<Profile>>(json, Options) ?? [];
            return profiles.Select(Checked).ToList();
        }
        catch (JsonException e)
        {
            throw new RoadFileException($"profiles: {e.Message}", e);
        }
    }

    private static Profile Checked(Profile profile)
    {
        var fault = profile switch
        {
            { Name: null or "" } => "a profile has no name",
            { SpeedsKmh: null or { Count: 0 } } => "speedsKmh names no class of road",
            _ when profile.SpeedsKmh.Values.Any(kmh => kmh is not (> 0 and <= 300)) => "speeds are above 0 and at most 300 km/h",
            _ when profile.PostedFactor is not (>= 0 and <= 3) || profile.ContraflowFactor is not (>= 0 and <= 3) => "factors are 0 to 3",
            _ when profile.GateSeconds is not (>= 0 and <= 3600) => "gateSeconds is 0 to 3600",
            _ when !IsDay(profile.ArterialByHour) || !IsDay(profile.LocalByHour) => "arterialByHour and localByHour have 24 factors above 0 and at most 3",
            _ => null,
        };
        return fault is null ? profile : throw new RoadFileException($"profile '{profile.Name}': {fault}");
    }

    private static bool IsDay(IReadOnlyList<double>? factors) => factors is { Count: 24 } && factors.All(factor => factor is > 0 and <= 3);
}
