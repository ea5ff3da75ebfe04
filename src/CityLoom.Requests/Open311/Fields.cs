using System.Globalization;
using CityLoom.Kernel;
using CityLoom.Requests.Intake;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CityLoom.Requests.Open311;

/// <summary>The parameters of a call. An empty one is as good as none.</summary>
internal sealed class Fields(Func<string, StringValues> find)
{
    /// <summary>Those of the address.</summary>
    public static Fields Of(IQueryCollection query) => new(name => query[name]);

    /// <summary>Those of a form and, where it lacks one, of the address.</summary>
    public static Fields Of(IFormCollection form, IQueryCollection query) => new(name => form.TryGetValue(name, out var value) ? value : query[name]);

    /// <summary>The first value, tidied; null when there is none.</summary>
    public string? this[string name] => Text.OrNull(find(name) is [var first, ..] ? first : null);

    /// <summary>A list parted by commas; null when there is none.</summary>
    public string[]? List(string name)
    {
        var parts = this[name]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts is { Length: > 0 } ? parts : null;
    }

    /// <summary>A number in degrees; refused when it is none.</summary>
    public Outcome<double?> Degrees(string name) => this[name] is not { } text ? (double?)null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
        : Refusals.Parameter(name, "须为十进制度数。", "must be a number of degrees.");

    /// <summary>An instant; refused when it is none.</summary>
    public Outcome<DateTimeOffset?> Instant(string name) => this[name] is not { } text ? (DateTimeOffset?)null
        : Instants.TryParse(text, out var instant) ? instant
        : Refusals.Parameter(name, "须为带时区的日期时间，如 2026-03-01T00:00:00+08:00。", "must be a date and time with zone, such as 2026-03-01T00:00:00Z.");

    /// <summary>When something was written elsewhere, which we note by our own clock: older senders leave the zone out.</summary>
    public Outcome<DateTimeOffset?> Written(string name) =>
        DateTime.TryParseExact(this[name], "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? (DateTimeOffset?)null : Instant(name);

    /// <summary>A whole number in a range; refused when it is none.</summary>
    public Outcome<int?> Whole(string name, int least, int most) => this[name] is not { } text ? (int?)null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? Math.Min(number, most)
        : Refusals.Parameter(name, $"须为不小于 {least} 的整数。", $"must be a whole number from {least} on.");
}
