using System.Collections.Frozen;

namespace CityLoom.Detection.Essence;

/// <summary>
/// Which day of the week a day counts like. Clinics are as quiet on a holiday as on a Sunday, and a Saturday or Sunday that is worked to
/// make up for one is as busy as the Friday before or the Monday after it; without this the days around a holiday would be judged by
/// the wrong days and spoil the baseline of the weeks after. Off by default, as in the reference, which knows no holidays.
/// </summary>
public sealed class DayPattern
{
    private readonly FrozenSet<DateOnly> _holidays;
    private readonly FrozenSet<DateOnly> _worked;

    /// <summary>A pattern from the notices of a calendar.</summary>
    /// <param name="holidays">Days off from Monday to Friday.</param>
    /// <param name="worked">Saturdays and Sundays that are worked.</param>
    public DayPattern(IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> worked) => (_holidays, _worked) = (holidays.ToFrozenSet(), worked.ToFrozenSet());

    /// <summary>Days count like the days they are.</summary>
    public static DayPattern Plain { get; } = new([], []);

    /// <summary>The day of the week that this day counts like.</summary>
    public DayOfWeek Of(DateOnly day) => _holidays.Contains(day) ? DayOfWeek.Sunday
        : !_worked.Contains(day) ? day.DayOfWeek
        : day.DayOfWeek switch { DayOfWeek.Saturday => DayOfWeek.Friday, DayOfWeek.Sunday => DayOfWeek.Monday, var weekday => weekday };

    internal bool IsWeekend(DateOnly day) => Of(day) is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
