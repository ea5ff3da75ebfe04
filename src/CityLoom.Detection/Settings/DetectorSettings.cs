using System.Globalization;
using System.Text.Json;

namespace CityLoom.Detection.Settings;

/// <summary>The settings of one method as JSON, read by name; names nobody asked for are refused, so that a slip is not ignored.</summary>
/// <param name="method">The method, for messages.</param>
/// <param name="json">An object, or undefined for no settings at all.</param>
public sealed class DetectorSettings(string method, JsonElement json)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal) { "range", "glmWarnings", "profile" };

    /// <summary>No settings: the defaults of a method.</summary>
    public static DetectorSettings None(string method) => new(method, default);

    /// <summary>True when the settings ask for the reference's own answers, slips and all.</summary>
    internal bool RCompatible { get; init; } = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("profile", out var profile)
        && string.Equals(profile.ToString(), "R-compatible", StringComparison.OrdinalIgnoreCase);

    internal bool Has(string name) => Find(name) is not null;

    internal bool IsNull(string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Null;

    internal double Number(string name, double otherwise) => Find(name) is not { } value ? otherwise
        : value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw Wrong(name, "a number");

    internal double Positive(string name, double otherwise) => Number(name, otherwise) is var number && number > 0
        ? number : throw Wrong(name, "above 0");

    /// <summary>A rate strictly between 0 and 1.</summary>
    internal double Rate(string name, double otherwise) => Number(name, otherwise) is var rate && rate > 0 && rate < 1
        ? rate : throw Wrong(name, "a number between 0 and 1");

    internal int Whole(string name, int otherwise, int least = 0) => Find(name) is not { } value ? otherwise
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var whole) && whole >= least
            ? whole : throw Wrong(name, $"a whole number of at least {least}");

    internal bool Flag(string name, bool otherwise) => Find(name) is not { } value ? otherwise
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(name, "true or false");

    internal string? Text(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Wrong(name, "a text");

    internal string Choice(string name, string otherwise, params string[] choices) => Text(name) is not { } text ? otherwise
        : choices.Contains(text) ? text : throw Wrong(name, $"one of {string.Join(", ", choices)}");

    internal double[]? Numbers(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number)
            ? [.. value.EnumerateArray().Select(item => item.GetDouble())] : throw Wrong(name, "a list of numbers");

    /// <summary>A list of days; empty when there is none.</summary>
    internal IReadOnlyList<DateOnly> Days(string name) => Find(name) is not { } value ? []
        : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(item.GetString(), "yyyy-MM-dd", out _))
            ? [.. value.EnumerateArray().Select(item => DateOnly.ParseExact(item.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture))]
            : throw Wrong(name, "a list of days such as [\"2026-02-17\"]");

    internal DetectorSettings? Object(string name) => Find(name) is { ValueKind: JsonValueKind.Object } value
        ? new DetectorSettings($"{method}.{name}", value) { RCompatible = RCompatible } : null;

    internal JsonValueKind Kind(string name) => Find(name)?.ValueKind ?? JsonValueKind.Undefined;

    /// <summary>Refuses what was not asked for.</summary>
    internal void Finish()
    {
        if (json.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Object))
        {
            throw new SettingsException($"{method}: settings must be a JSON object such as {{\"alpha\": 0.01}}");
        }
        var unknown = json.ValueKind == JsonValueKind.Object
            ? json.EnumerateObject().Select(property => property.Name).Where(name => !_known.Contains(name)).ToArray() : [];
        if (unknown.Length > 0)
        {
            throw new SettingsException($"{method} has no setting {string.Join(", ", unknown)}; it has {string.Join(", ", _known.Order(StringComparer.Ordinal))}");
        }
    }

    private JsonElement? Find(string name)
    {
        _known.Add(name);
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private SettingsException Wrong(string name, string wanted) => new($"{method}: {name} must be {wanted}");
}
