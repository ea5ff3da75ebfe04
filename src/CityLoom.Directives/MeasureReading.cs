using System.Text.Json;
using CityLoom.Reading;

namespace CityLoom.Directives;

/// <summary>The reader's findings on a measure as they are stored.</summary>
internal static class MeasureReading
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(Measure measure) => JsonSerializer.Serialize(measure, Json);

    /// <summary>The findings with the words and place that the review has given the measure since.</summary>
    public static Measure Read(ReviewedMeasure m)
    {
        var found = m.Reading == "{}"
            ? new Measure { Text = m.Words, Start = m.StartAt, End = m.EndAt, Kind = m.Kind }
            : JsonSerializer.Deserialize<Measure>(m.Reading, Json)!;
        return found with { Text = m.Words, Start = m.StartAt, End = m.EndAt, Kind = m.Kind };
    }
}
