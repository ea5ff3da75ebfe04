using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityLoom.Demo;

/// <summary>How the demo's ledger is filled, as <c>demo/story.json</c> says.</summary>
internal sealed record StoryFile(
    int Seed, int SpanDays, int Matters, IReadOnlyList<StoryDirective> Directives, JsonElement Lifecycle,
    IReadOnlyDictionary<string, StoryDistrict> Districts, IReadOnlyList<StoryKind> Kinds)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static StoryFile Read(string folder) =>
        JsonSerializer.Deserialize<StoryFile>(File.ReadAllText(Path.Combine(folder, "story.json")), Json)!;

    /// <summary>The share of matters that have reached a state.</summary>
    public double Share(string state) => Lifecycle.GetProperty(state).GetDouble();
}

internal sealed record StoryDirective(string File, DateOnly Issued, bool Publish);

internal sealed record StoryDistrict(double Weight, double Overdue);

internal sealed record StoryKind(string Kind, string Category, double Weight, string Term, [property: JsonPropertyName("titles")] IReadOnlyList<string> Titles);
