using System.Text.Json;

namespace CityLoom.Detection.Cases;

/// <summary>One line of a reference's case file: a method with settings, run on a series.</summary>
/// <param name="Id">Name of the case.</param>
/// <param name="Method">The reference's name of the method.</param>
/// <param name="Series">Name of the series.</param>
/// <param name="Control">The reference's settings.</param>
/// <param name="Column">Column of the series that is judged.</param>
/// <param name="First">Only this many first points are used; null for all.</param>
public sealed record ReferenceCase(string Id, string Method, string Series, JsonElement Control, string Column, int? First)
{
    /// <summary>Reads a case file. Those of the moving percentile name no method, those of ESSENCE one of three.</summary>
    /// <exception cref="JsonException">The file is not a list of cases.</exception>
    public static IReadOnlyList<ReferenceCase> Read(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("a case file is a list of cases");
        }
        return [.. document.RootElement.EnumerateArray().Select(Read)];
    }

    private static ReferenceCase Read(JsonElement item) => new(
        Text(item, "id") ?? throw new JsonException("a case has no id"),
        Text(item, "method") ?? "mpm",
        Text(item, "series") ?? throw new JsonException($"case {Text(item, "id")} has no series"),
        Of(item, "control") is { ValueKind: not JsonValueKind.Undefined } control ? control.Clone() : default,
        Text(item, "column") ?? "count",
        Whole(item, "first"));

    private static string? Text(JsonElement item, string name) => Of(item, name) switch
    {
        { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        var value => throw new JsonException($"{name} is a text, not {value}"),
    };

    private static int? Whole(JsonElement item, string name) => Of(item, name) switch
    {
        { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var number) && number >= 0 => number,
        var value => throw new JsonException($"{name} is a whole number, not {value}"),
    };

    private static JsonElement Of(JsonElement item, string name) => item.ValueKind != JsonValueKind.Object
        ? throw new JsonException("a case is an object with id and series")
        : item.TryGetProperty(name, out var value) ? value : default;
}
