using System.Text.Json;
using System.Text.Json.Serialization;
using CityLoom.Kernel.Journal;

namespace CityLoom.Health;

/// <summary>How the fusion's own records are kept: as the journal writes, but with every property, so that what was not there is read back as not there.</summary>
internal static class HealthJson
{
    private static readonly JsonSerializerOptions Options = new(JournalBook.Json) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T? Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options);
}
