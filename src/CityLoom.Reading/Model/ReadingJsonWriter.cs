using System.Text.Json;

namespace CityLoom.Reading;

/// <summary>
/// Writes a reading by hand: the serializer's converters for eight enums took a quarter of the time of a whole process.
/// What it writes, <see cref="ReadingJsonContext"/> reads; a test holds the two together.
/// </summary>
internal static class ReadingJsonWriter
{
    private static readonly string[] DocumentKinds = ["会议报道", "决议", "报告", "方案", "通报"];
    private static readonly string[] MeasureKinds = ["action", "target", "principle", "report-of-past"];
    private static readonly string[] Roles = ["lead", "support", "responsible"];
    private static readonly string[] Comparators = ["=", ">=", "<=", ">", "<", "~", "range", "rank"];
    private static readonly string[] Levels = ["中央", "省", "市", "区县", "街道乡镇", "社区", "其他"];

    public static void Write(Utf8JsonWriter json, DirectiveReading reading)
    {
        json.WriteStartObject();
        json.WriteString("clean_text", reading.CleanText.Text);
        Write(json, reading.Document);
        Array(json, "measures", reading.Measures, Write);
        Array(json, "frameworks", reading.Frameworks, Write);
        Array(json, "bodies", reading.Bodies, Write);
        Array(json, "warnings", reading.Warnings, Write);
        json.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string text) => json.WriteStringValue(text);

    private static void Write(Utf8JsonWriter json, DocumentFacts facts)
    {
        json.WriteStartObject("document");
        json.WriteString("title", facts.Title);
        json.WriteString("issuer", facts.Issuer);
        json.WriteString("meeting", facts.Meeting);
        json.WriteString("date", facts.Date);
        json.WriteString("place", facts.Place);
        json.WriteString("kind", facts.Kind is { } kind ? DocumentKinds[(int)kind] : null);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Measure measure)
    {
        json.WriteStartObject();
        json.WriteString("text", measure.Text);
        json.WriteNumber("start", measure.Start);
        json.WriteNumber("end", measure.End);
        if (measure.SourceStart is { } start && measure.SourceEnd is { } end)
        {
            json.WriteNumber("source_start", start);
            json.WriteNumber("source_end", end);
        }
        json.WriteString("kind", MeasureKinds[(int)measure.Kind]);
        json.WriteString("verb", measure.Verb);
        Array(json, "theme", measure.Theme, Write);
        Array(json, "owners", measure.Owners, Write);
        Write(json, measure.Deadline);
        Array(json, "quantities", measure.Quantities, Write);
        Array(json, "programmes", measure.Programmes, Write);
        if (measure.Explanation is { } explanation)
        {
            Array(json, "explanation", explanation, Write);
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Owner owner)
    {
        json.WriteStartObject();
        json.WriteString("name", owner.Name);
        json.WriteString("role", Roles[(int)owner.Role]);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Deadline? deadline)
    {
        if (deadline is null)
        {
            json.WriteNull("deadline");
            return;
        }
        json.WriteStartObject("deadline");
        json.WriteString("raw", deadline.Raw);
        json.WriteString("start", Day(deadline.Start));
        json.WriteString("end", Day(deadline.End));
        json.WriteString("duration", deadline.Duration);
        json.WriteString("recurrence", deadline.Recurrence);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Quantity quantity)
    {
        json.WriteStartObject();
        json.WriteString("indicator", quantity.Indicator);
        json.WriteString("comparator", Comparators[(int)quantity.Comparator]);
        json.WritePropertyName("value");
        QuantityValueJson.Write(json, quantity.Value);
        json.WriteString("unit", quantity.Unit);
        json.WriteString("raw", quantity.Raw);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RuleNote note)
    {
        json.WriteStartObject();
        json.WriteString("rule", note.Rule);
        json.WriteString("words", note.Words);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Framework framework)
    {
        json.WriteStartObject();
        json.WriteString("name", framework.Name);
        Array(json, "members", framework.Members, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Body body)
    {
        json.WriteStartObject();
        json.WriteString("name", body.Name);
        json.WriteString("level", Levels[(int)body.Level]);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadingWarning warning)
    {
        json.WriteStartObject();
        json.WriteString("code", warning.Code);
        json.WriteStartObject("words");
        json.WriteString("zh", warning.Words.Zh);
        json.WriteString("en", warning.Words.En);
        json.WriteEndObject();
        if (warning.Start is { } start && warning.End is { } end)
        {
            json.WriteNumber("start", start);
            json.WriteNumber("end", end);
        }
        json.WriteEndObject();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
