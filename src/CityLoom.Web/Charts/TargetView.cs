using CityLoom.Web.Parts;

namespace CityLoom.Web.Charts;

/// <summary>A target against its path.</summary>
/// <param name="Title">What is measured: 消防通道整治数.</param>
/// <param name="Unit">Its unit as written after a number: 处, %.</param>
/// <param name="Path">The way that leads to the target, by date; at least two points, the last is the target.</param>
/// <param name="Observed">What was measured, by date, oldest first.</param>
/// <param name="Today">Where the present stands on the axis.</param>
/// <param name="Light">Ahead or on track None, behind Yellow, overdue Red, reached Green.</param>
/// <param name="Status">The status in words: 落后计划 12 处.</param>
/// <param name="Why">How the status was reckoned.</param>
/// <param name="Source">What the target comes from, with its address.</param>
public sealed record TargetView(
    string Title, string Unit, IReadOnlyList<TargetPoint> Path, IReadOnlyList<TargetPoint> Observed, DateOnly Today,
    Light Light, string Status, string? Why = null, FactView? Source = null)
{
    /// <summary>The page that explains the target; null where one is on it.</summary>
    public string? Href { get; init; }
}

/// <summary>A value on a day.</summary>
public readonly record struct TargetPoint(DateOnly Date, double Value);
