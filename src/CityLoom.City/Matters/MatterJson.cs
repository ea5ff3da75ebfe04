using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Matters;

/// <summary>Writes a row of matters as the API shows it, the same as <see cref="MatterView"/>, without making a matter of it first.</summary>
internal static class MatterJson
{
    /// <summary>The columns that <see cref="Write"/> reads, in its order.</summary>
    public const string Columns =
        "id, kind, title, words, state, accountable, handling, offered, supports, category, territory, parent, created_at, due_at, provisional, ended_at, progress, "
        + "escalation_level, supervision, extensions, suspensions, version, behind, warn_at, resolved_at";

    private static readonly FrozenDictionary<MatterState, JsonEncodedText> States = Names<MatterState>();
    private static readonly FrozenDictionary<Light, JsonEncodedText> Lamps = Names<Light>();
    private static readonly FrozenDictionary<SupervisionColour, JsonEncodedText> Colours = Names<SupervisionColour>();

    /// <summary>Writes the matter in a row of <see cref="Columns"/>.</summary>
    public static void Write(Statement row, DateTimeOffset now, Utf8JsonWriter json)
    {
        var state = row.Named<MatterState>(4);
        var due = row.InstantOrNull(13);
        var ended = row.InstantOrNull(15);
        json.WriteStartObject();
        json.WriteNumber("id"u8, row.Number(0));
        json.WriteString("number"u8, string.Create(CultureInfo.InvariantCulture, $"{MatterKinds.Of(row.Text(1)).Prefix}-{row.Number(0):000000}"));
        Text(json, "kind"u8, row, 1);
        Text(json, "title"u8, row, 2);
        Text(json, "words"u8, row, 3);
        json.WriteString("state"u8, States[state]);
        json.WriteString("light"u8, Lamps[Lights.Of(state, row.Flag(22), due, row.InstantOrNull(23), row.InstantOrNull(24) ?? ended ?? now)]);
        Text(json, "accountable"u8, row, 5);
        Text(json, "handling"u8, row, 6);
        Text(json, "offered"u8, row, 7);
        Supports(json, row.Text(8));
        Text(json, "category"u8, row, 9);
        Text(json, "territory"u8, row, 10);
        Number(json, "parent"u8, row.NumberOrNull(11));
        json.WriteString("createdAt"u8, row.Instant(12));
        Instant(json, "dueAt"u8, due);
        json.WriteBoolean("provisional"u8, row.Flag(14));
        Instant(json, "endedAt"u8, ended);
        Number(json, "progress"u8, row.NumberOrNull(16));
        json.WriteNumber("escalationLevel"u8, row.Number(17));
        json.WriteString("supervision"u8, Colours[row.Named<SupervisionColour>(18)]);
        json.WriteNumber("extensions"u8, row.Number(19));
        json.WriteNumber("suspensions"u8, row.Number(20));
        json.WriteNumber("version"u8, row.Number(21));
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, ReadOnlySpan<byte> name, Statement row, int column)
    {
        json.WritePropertyName(name);
        row.WriteText(json, column);
    }

    private static void Supports(Utf8JsonWriter json, string codes)
    {
        json.WriteStartArray("supports"u8);
        foreach (var code in codes.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            json.WriteStringValue(code);
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Instant(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } instant)
        {
            json.WriteString(name, instant);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static FrozenDictionary<T, JsonEncodedText> Names<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToFrozenDictionary(v => v, v => JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(v.ToString())));
}
