using CityLoom.Detection.Fusion;

namespace CityLoom.Health.Sweeps;

/// <summary>What a sweep did.</summary>
/// <param name="Day">The day swept.</param>
/// <param name="Series">How many series there are.</param>
/// <param name="Judged">How many had history enough to be judged.</param>
/// <param name="Raised">How many findings were raised to a level.</param>
/// <param name="Opened">Warnings that are new.</param>
/// <param name="Grown">Warnings that reached a new place, source or level.</param>
/// <param name="Changed">Rows that were changed at all; 0 when the day had been swept with the same counts.</param>
public sealed record SweepResult(DateOnly Day, int Series, int Judged, int Raised, int Opened, int Grown, int Changed);

/// <summary>What the pure part of a sweep found; storing it is another step.</summary>
/// <param name="Day">The day.</param>
/// <param name="Findings">Of all conditions and places with anything to say, the most remarkable first.</param>
/// <param name="Series">How many series there are.</param>
/// <param name="Judged">How many had history enough.</param>
internal sealed record SweptDay(DateOnly Day, IReadOnlyList<Finding> Findings, int Series, int Judged);
