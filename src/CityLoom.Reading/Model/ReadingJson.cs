using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityLoom.Reading;

/// <summary>The JSON form of a reading: snake case, Chinese left readable, an explanation only where there is one.</summary>
public static class ReadingJson
{
    private static readonly ReadingJsonContext Context = new(new JsonSerializerOptions(ReadingJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>One JSON object, indented, without a line break at its end.</summary>
    public static string Write(DirectiveReading reading) => JsonSerializer.Serialize(reading, Context.DirectiveReading);

    /// <summary>Writes one JSON object as UTF-8 without a byte order mark.</summary>
    public static void Write(Stream stream, DirectiveReading reading) =>
        JsonSerializer.Serialize(stream, reading, Context.DirectiveReading);

    /// <summary>Reads what <see cref="Write(DirectiveReading)"/> wrote; the way back to the source file is kept only in the measures.</summary>
    /// <exception cref="JsonException">The text is not such an object.</exception>
    public static DirectiveReading Read(string json) =>
        JsonSerializer.Deserialize(json, Context.DirectiveReading) ?? throw new JsonException("null is not a reading.");
}
