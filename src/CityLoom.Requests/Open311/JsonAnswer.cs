using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace CityLoom.Requests.Open311;

/// <summary>An answer in JSON. Chinese stays readable; what a browser could take for markup is escaped.</summary>
internal sealed class JsonAnswer(IBufferWriter<byte> output) : Answer
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Utf8JsonWriter _json = new(output, Options);
    private int _depth;

    public override string ContentType => "application/json; charset=utf-8";

    public override void BeginList(string list, string item)
    {
        if (_depth++ == 0)
        {
            _json.WriteStartArray();
        }
        else
        {
            _json.WriteStartArray(list);
        }
    }

    public override void EndList()
    {
        _depth--;
        _json.WriteEndArray();
    }

    public override void BeginItem()
    {
        _depth++;
        _json.WriteStartObject();
    }

    public override void EndItem() => EndObject();

    public override void BeginObject(string name)
    {
        if (_depth++ == 0)
        {
            _json.WriteStartObject();
        }
        else
        {
            _json.WriteStartObject(name);
        }
    }

    public override void EndObject()
    {
        _depth--;
        _json.WriteEndObject();
    }

    public override void Write(string name, string? value) => _json.WriteString(name, value);

    public override void Write(string name, double? value)
    {
        if (value is { } number)
        {
            _json.WriteNumber(name, number);
        }
        else
        {
            _json.WriteNull(name);
        }
    }

    public override void Write(string name, bool value) => _json.WriteBoolean(name, value);

    public override void Write(string list, string item, IEnumerable<string> values)
    {
        _json.WriteStartArray(list);
        foreach (var value in values)
        {
            _json.WriteStringValue(value);
        }

        _json.WriteEndArray();
    }

    public override void Flush() => _json.Flush();

    public override void Dispose() => _json.Dispose();
}
