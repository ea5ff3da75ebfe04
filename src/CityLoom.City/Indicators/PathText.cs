using System.Globalization;

namespace CityLoom.City.Indicators;

/// <summary>A target's path as files and tables write it.</summary>
/// <param name="Kind"><c>linear</c>, <c>monthly</c>, <c>quarterly</c> or <c>waypoints</c>.</param>
/// <param name="Points">
/// Twelve or four weights parted by semicolons (<c>monthly</c>, <c>quarterly</c>; empty for equal ones), or days with values
/// (<c>waypoints</c>): <c>2026-03-31:50;2026-06-30:120</c>.
/// </param>
public sealed record PathText(string Kind, string Points)
{
    /// <summary>The same part every month.</summary>
    public static PathText Linear { get; } = new("linear", "");

    /// <summary>The path, or null with what is wrong and how to mend it.</summary>
    public TargetPath? Read(out Bilingual? fault)
    {
        fault = null;
        var parts = Points.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var path = Kind switch
        {
            "linear" when parts.Length == 0 => TargetPath.Even,
            "monthly" => Weights(parts, 12) is { } months ? TargetPath.ByMonth(months) : null,
            "quarterly" => Weights(parts, 4) is { } quarters ? TargetPath.ByQuarter(quarters) : null,
            "waypoints" => Waypoints(parts) is { } waypoints ? TargetPath.Through(waypoints) : null,
            _ => null,
        };
        if (path is null)
        {
            fault = new(
                $"路径“{Kind}”“{Points}”不成形；可写 linear，monthly（12 个权重或留空），quarterly（4 个权重或留空），waypoints（如 2026-03-31:50;2026-06-30:120）。",
                $"The path '{Kind}' '{Points}' is malformed; write linear, monthly (12 weights or none), quarterly (4 or none), or waypoints such as 2026-03-31:50;2026-06-30:120.");
        }

        return path;
    }

    private static decimal[]? Weights(string[] parts, int count)
    {
        var weights = parts.Length == 0 ? [.. Enumerable.Repeat("1", count)] : parts;
        decimal[] read = [.. weights.Select(Number).OfType<decimal>()];
        return read.Length == count && read.All(w => w >= 0) && read.Sum() > 0 ? read : null;
    }

    private static Waypoint[]? Waypoints(string[] parts)
    {
        Waypoint[] read = [.. parts.Select(Waypoint).OfType<Waypoint>()];
        return read.Length == parts.Length && read.Length > 0 ? read : null;
    }

    private static Waypoint? Waypoint(string part)
    {
        var ends = part.Split(':');
        return ends.Length == 2 && Number(ends[1]) is { } value
            && DateOnly.TryParseExact(ends[0].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Waypoint(day, value)
            : null;
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
