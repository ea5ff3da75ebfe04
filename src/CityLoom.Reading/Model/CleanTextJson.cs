using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityLoom.Reading;

internal sealed class CleanTextJson : JsonConverter<CleanText>
{
    public override CleanText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CleanText.Unchanged(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, CleanText value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}
