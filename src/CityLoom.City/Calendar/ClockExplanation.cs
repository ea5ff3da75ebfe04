using System.Globalization;

namespace CityLoom.City.Calendar;

/// <summary>A clock told step by step: the beginning, what counted, what did not and why, the pauses, the end.</summary>
internal sealed class ClockExplanation
{
    /// <summary>A longer span is told in totals: nobody reads a list of two years of holidays.</summary>
    private const int MostDaysListed = 200;

    private readonly TermClock _clock;
    private readonly WorkingCalendar _calendar;
    private readonly DateOnly _first;
    private readonly DateOnly _last;
    private readonly List<Bilingual> _steps = [];

    private ClockExplanation(TermClock clock)
    {
        _clock = clock;
        _calendar = clock.Time.Calendar;
        _first = clock.FirstDay;
        _last = clock.DueDate ?? WallTime.Date(clock.StoppedAt);
    }

    private bool InDays => _clock.Term.Unit == TermUnit.WorkingDays;

    public static IReadOnlyList<Bilingual> Of(TermClock clock)
    {
        var told = new ClockExplanation(clock);
        told.Beginning();
        if (clock.Term.Count > 0)
        {
            told.Counted();
            told.DaysOff();
            told.MakeUpDays();
            told.Pauses();
        }
        told.End();
        return told._steps;
    }

    private void Say(string zh, string en) => _steps.Add(new(zh, en));

    private void Beginning()
    {
        var accepted = CivilWords.Moment(_clock.Accepted);
        var n = _clock.Term.Count;
        if (InDays)
        {
            Say($"{accepted.Zh} 受理，受理当日不计", $"Accepted {accepted.En}; the day of acceptance is not counted");
            Say($"期限 {n} 个工作日，每日按 24 小时走，无暂停时至第 {n} 个工作日 24:00 止",
                $"Term of {Count(n, "working day")} of 24 hours, without a pause ending at 24:00 of the last one");
            return;
        }
        Say($"{accepted.Zh} 受理", $"Accepted {accepted.En}");
        Say($"期限 {n} 个工作分钟，只在工作日 {_clock.Time.Hours} 内走",
            $"Term of {n} working minutes, running only on working days {_clock.Time.Hours}");
    }

    private void Counted()
    {
        if (_last.DayNumber - _first.DayNumber > MostDaysListed)
        {
            var all = _calendar.CountWorkingDays(_first, _last.AddDays(1));
            Say($"其间共有 {all} 个工作日", $"{all} working days lie in between");
            return;
        }
        var days = Days(_first, _last).Where(d => MinutesOn(d) > 0).ToList();
        if (!InDays && days.Count <= 10)
        {
            foreach (var day in days)
                Say($"{CivilWords.Day(day).Zh} 走 {MinutesOn(day)} 分钟", $"{CivilWords.Day(day).En}: {MinutesOn(day)} minutes ran");
            return;
        }
        foreach (var run in DayRun.Of(days.Select(d => (d, "")), (run, date) => IsWhole(run.Last) && IsWhole(date) && JoinsOverWeekend(run, date)))
            CountedRun(run);
    }

    private void CountedRun(DayRun run)
    {
        var said = CivilWords.Run(run.First, run.Last);
        var ran = ClockWords.Of(new TimeSpan(RanOn(run.First)), new TimeSpan(_clock.PerDay));
        if (IsWhole(run.First))
            Say($"{said.Zh} 计 {run.Days} 个工作日", $"{said.En}: {Count(run.Days, "working day")} counted");
        else
            Say($"{said.Zh} 走 {ran.Zh}", $"{said.En}: {ran.En} ran");
    }

    private void DaysOff()
    {
        var holidays = _calendar.Exceptions.Where(e => !e.Working && e.Date >= _first && e.Date <= _last).ToList();
        var all = _last.DayNumber - _first.DayNumber + 1;
        var weekends = all - _calendar.CountWorkingDays(_first, _last.AddDays(1)) - holidays.Count;
        if (weekends > 0)
            Say($"周末 {weekends} 天不计", $"{Count(weekends, "weekend day")} not counted");
        if (all > MostDaysListed && holidays.Count > 0)
        {
            Say($"节假日 {holidays.Count} 天不计", $"{Count(holidays.Count, "holiday")} not counted");
            return;
        }
        foreach (var run in DayRun.Of(holidays.Select(e => (e.Date, e.Kind)), (run, date) => !AnyWorking(run.Last, date)))
            Say($"{CivilWords.Run(run.First, run.Last).Zh} 放假，{run.Days} 天不计",
                $"{CivilWords.Run(run.First, run.Last).En}: holiday, {Count(run.Days, "day")} not counted");
    }

    private void MakeUpDays()
    {
        var days = _calendar.Exceptions
            .Where(e => e.Working && !PlainWeek.IsWorking(e.Date.DayNumber) && e.Date >= _first && e.Date <= _last && RanOn(e.Date) > 0)
            .Select(e => CivilWords.Day(e.Date))
            .ToList();
        if (days.Count > 0)
            Say($"调休上班，计入：{string.Join("、", days.Select(d => d.Zh))}",
                $"Make-up working {(days.Count == 1 ? "day" : "days")}, counted: {string.Join("; ", days.Select(d => d.En))}");
    }

    private void Pauses()
    {
        var end = (_last.DayNumber + 1) * TimeSpan.TicksPerDay;
        var start = _first.DayNumber * TimeSpan.TicksPerDay;
        foreach (var pause in _clock.Pauses.Where(p => p.To > start && p.From < end))
        {
            var from = CivilWords.Moment(pause.From);
            if (pause.To == StillSpan.Open)
            {
                Say($"{from.Zh} 起暂停，尚未恢复", $"Paused since {from.En} and not resumed");
                continue;
            }
            var to = CivilWords.Moment(pause.To, asEnd: true);
            var lost = LostIn(pause);
            Say($"{from.Zh} 至 {to.Zh} 暂停，{lost.Zh}", $"Paused from {from.En} to {to.En}: {lost.En}");
        }
    }

    private void End()
    {
        if (_clock.IsSuspended)
        {
            var left = ClockWords.Left(_clock.FaceAt(WallTime.ToInstant(_clock.StoppedAt, _clock.Time.Zone)));
            Say($"时钟停住，恢复后才能算出到期时间；还剩 {left.Zh}", $"The clock stands still, the due time is not known before it resumes; {left.En} left");
            return;
        }
        var due = CivilWords.Moment(WallTime.Of(_clock.Due!.Value, _clock.Time.Zone), asEnd: true);
        Say($"{due.Zh} 到期", $"Due {due.En}");
        if (_clock.IsProvisional)
            Say($"节假日安排只公布到 {_calendar.ValidUntil?.ToString("O", CultureInfo.InvariantCulture) ?? "（无）"}，此到期日暂定，新通知导入后重算",
                $"Holidays are known only until {_calendar.ValidUntil?.ToString("O", CultureInfo.InvariantCulture) ?? "(none)"}: provisional, computed again when the next notice is imported");
    }

    private Bilingual LostIn(StillSpan pause)
    {
        var held = _clock.HeldBy(pause);
        if (!InDays)
        {
            var minutes = held / TimeSpan.TicksPerMinute;
            return new($"{minutes} 个工作分钟不计", $"{Count((int)minutes, "working minute")} not counted");
        }
        var said = ClockWords.Of(new TimeSpan(held), new TimeSpan(_clock.PerDay));
        return new($"时钟停走 {said.Zh}，如数顺延", $"the clock stood still for {said.En}, given back in full");
    }

    private long RanOn(DateOnly date)
    {
        var midnight = date.DayNumber * TimeSpan.TicksPerDay;
        var stop = _clock.Due is { } due ? WallTime.Of(due, _clock.Time.Zone) : long.MaxValue;
        return _clock.Ran(midnight, Math.Min(midnight + TimeSpan.TicksPerDay, stop));
    }

    private bool IsWhole(DateOnly date) => RanOn(date) == _clock.PerDay;

    private long MinutesOn(DateOnly date) => RanOn(date) / TimeSpan.TicksPerMinute;

    private bool JoinsOverWeekend(DayRun run, DateOnly date) =>
        Days(run.Last.AddDays(1), date.AddDays(-1)).All(d => !_calendar.IsWorking(d) && _calendar.ExceptionOn(d) is null);

    private bool AnyWorking(DateOnly after, DateOnly before) => _calendar.CountWorkingDays(after.AddDays(1), before) > 0;

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
            yield return day;
    }

    private static string Count(int n, string noun) => $"{n} {noun}{(n == 1 ? "" : "s")}";
}
