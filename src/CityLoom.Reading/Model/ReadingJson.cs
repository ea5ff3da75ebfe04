using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CityLoom.Reading;

/// <summary>The JSON form of a reading: snake case, Chinese left readable, an explanation only where there is one.</summary>
public static class ReadingJson
{
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>One JSON object, indented, without a line break at its end.</summary>
    public static string Write(DirectiveReading reading)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Form))
        {
            ReadingJsonWriter.Write(writer, reading);
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes one JSON object as UTF-8 without a byte order mark.</summary>
    public static void Write(Stream stream, DirectiveReading reading)
    {
        using var writer = new Utf8JsonWriter(stream, Form);
        ReadingJsonWriter.Write(writer, reading);
    }

    /// <summary>Reads what <see cref="Write(DirectiveReading)"/> wrote; the way back to the source file is kept only in the measures.</summary>
    /// <exception cref="JsonException">The text is not such an object.</exception>
    public static DirectiveReading Read(string json) =>
        JsonSerializer.Deserialize(json, ReadingJsonContext.Default.DirectiveReading) ?? throw new JsonException("null is not a reading.");
}
