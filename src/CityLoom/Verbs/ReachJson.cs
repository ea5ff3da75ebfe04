using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityLoom.Verbs;

/// <summary>Writes an answer of reach as JSON to a file, or to standard output for <c>-</c>.</summary>
internal static class ReachJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = null,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Writes it; returns the exit code.</summary>
    public static int Write(Terminal terminal, string output, object answer)
    {
        var text = JsonSerializer.Serialize(answer, Options);
        if (output == "-")
        {
            terminal.Line(text);
            return ExitCodes.Done;
        }

        try
        {
            File.WriteAllText(output, text + "\n", new UTF8Encoding(false));
            return ExitCodes.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return terminal.Refuse($"{output}: 写不进去 / it cannot be written: {e.Message}");
        }
    }
}
