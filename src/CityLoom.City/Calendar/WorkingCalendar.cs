using System.Collections.Frozen;

namespace CityLoom.City.Calendar;

/// <summary>
/// The days on which a city works: Monday to Friday, except where a notice says otherwise. Immutable and safe to share.
/// </summary>
/// <remarks>
/// Counting is done with running totals over the days the notices speak of, and with arithmetic outside them, so that
/// every question is answered in constant time however far apart two days are.
/// A year is covered when it holds an exception before December: the notice for a year may already move days in the
/// last week of the year before (29 and 31 December 2018 belong to the notice for 2019), which does not cover that year.
/// </remarks>
public sealed class WorkingCalendar
{
    /// <summary>A calendar that no notice has reached yet: plain weeks, every due date provisional.</summary>
    public static WorkingCalendar PlainWeeks { get; } = new([]);

    private readonly FrozenDictionary<int, CalendarException> _exceptions;
    private readonly FrozenSet<int> _coveredYears;
    private readonly int _firstDay;
    private readonly int _endDay;
    private readonly int[] _workedBefore;
    private readonly int[] _workingDays;
    private readonly int _shift;

    /// <summary>Makes a calendar. Of several exceptions for one day the last counts, as a later notice amends an earlier.</summary>
    public WorkingCalendar(IEnumerable<CalendarException> exceptions)
    {
        var byDay = new SortedDictionary<int, CalendarException>();
        foreach (var exception in exceptions)
            byDay[exception.Date.DayNumber] = exception;
        _exceptions = byDay.ToFrozenDictionary();
        _coveredYears = byDay.Values.Where(e => e.Date.Month < 12).Select(e => e.Date.Year).ToFrozenSet();
        _firstDay = byDay.Count == 0 ? 0 : byDay.Keys.First();
        _endDay = byDay.Count == 0 ? 0 : byDay.Keys.Last() + 1;
        _workedBefore = new int[_endDay - _firstDay + 1];
        _workedBefore[0] = PlainWeek.WorkedBefore(_firstDay);
        var workingDays = new List<int>(_workedBefore.Length);
        for (var day = _firstDay; day < _endDay; day++)
        {
            var working = IsWorking(day);
            if (working)
                workingDays.Add(day);
            _workedBefore[day - _firstDay + 1] = _workedBefore[day - _firstDay] + (working ? 1 : 0);
        }
        _workingDays = [.. workingDays];
        _shift = _workedBefore[^1] - PlainWeek.WorkedBefore(_endDay);
    }

    /// <summary>The first day of the earliest year that a notice covers; null without any notice.</summary>
    public DateOnly? ValidFrom => _coveredYears.Count == 0 ? null : new DateOnly(_coveredYears.Min(), 1, 1);

    /// <summary>The last day of the latest year that a notice covers; null without any notice.</summary>
    public DateOnly? ValidUntil => _coveredYears.Count == 0 ? null : new DateOnly(_coveredYears.Max(), 12, 31);

    /// <summary>The exceptions in the order of their days.</summary>
    public IEnumerable<CalendarException> Exceptions => _exceptions.Values.OrderBy(e => e.Date);

    /// <summary>Whether notices cover every day from the first to the last, both included.</summary>
    public bool Covers(DateOnly first, DateOnly last)
    {
        for (var year = first.Year; year <= last.Year; year++)
        {
            if (!_coveredYears.Contains(year))
                return false;
        }
        return true;
    }

    /// <summary>Whether people work on the day.</summary>
    public bool IsWorking(DateOnly date) => IsWorking(date.DayNumber);

    /// <summary>What a notice says of the day, or null where the plain week holds.</summary>
    public CalendarException? ExceptionOn(DateOnly date) => _exceptions.GetValueOrDefault(date.DayNumber);

    /// <summary>The number of working days from the first day, included, to the end day, not included.</summary>
    public int CountWorkingDays(DateOnly first, DateOnly end) => WorkedBefore(end.DayNumber) - WorkedBefore(first.DayNumber);

    /// <summary>This calendar with a further notice: its days amend or confirm what was known of them.</summary>
    public WorkingCalendar With(IEnumerable<CalendarException> notice) => new([.. Exceptions, .. notice]);

    internal bool IsWorking(int day) =>
        day >= _firstDay && day < _endDay && _exceptions.TryGetValue(day, out var exception) ? exception.Working : PlainWeek.IsWorking(day);

    internal int WorkedBefore(int day)
    {
        if (day <= _firstDay)
            return PlainWeek.WorkedBefore(day);
        return day < _endDay ? _workedBefore[day - _firstDay] : PlainWeek.WorkedBefore(day) + _shift;
    }

    /// <summary>The working day that has exactly this many working days before it since 0001-01-01.</summary>
    internal int DayOf(int ordinal)
    {
        if (ordinal < _workedBefore[0])
            return PlainWeek.DayOf(ordinal);
        return ordinal < _workedBefore[^1] ? _workingDays[ordinal - _workedBefore[0]] : PlainWeek.DayOf(ordinal - _shift);
    }
}
