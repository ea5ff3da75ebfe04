using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityLoom.Kernel.Web;

/// <summary>Texts from outside: the character NUL, which one of the databases cannot hold, is refused at the door on both.</summary>
public sealed class PlainText : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is not { } text ? null
        : text.Contains('\0', StringComparison.Ordinal) ? throw new JsonException("A text must not hold the character NUL.")
        : text;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
