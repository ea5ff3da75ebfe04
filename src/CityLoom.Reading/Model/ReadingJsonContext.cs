using System.Text.Json.Serialization;

namespace CityLoom.Reading;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(DirectiveReading))]
internal sealed partial class ReadingJsonContext : JsonSerializerContext;
