using System.Globalization;
using System.Text;
using CityLoom.City.Calendar;

namespace CityLoom.Verbs;

/// <summary>A working calendar as plain text for a terminal.</summary>
internal static class CalendarSheet
{
    public static string Years(WorkingCalendar calendar)
    {
        var sheet = new StringBuilder(Validity(calendar)).Append("\nyear  working days  holidays on weekdays  make-up working days\n");
        foreach (var year in calendar.Exceptions.GroupBy(e => e.Date.Year))
        {
            var days = calendar.CountWorkingDays(new(year.Key, 1, 1), new(year.Key + 1, 1, 1));
            sheet.Append(CultureInfo.InvariantCulture,
                $"{year.Key}  {days,12}  {year.Count(e => !e.Working && !IsWeekend(e.Date)),20}  {year.Count(e => e.Working && IsWeekend(e.Date)),20}\n");
        }
        return sheet.ToString();
    }

    public static string Month(WorkingCalendar calendar, DateOnly first)
    {
        var end = first.AddMonths(1);
        var sheet = new StringBuilder();
        sheet.Append(CultureInfo.InvariantCulture, $"{first.Year}年{first.Month}月 · {first:MMMM yyyy} · {calendar.CountWorkingDays(first, end)} 个工作日 working days\n");
        sheet.Append("  一  二  三  四  五  六  日   休 holiday  班 make-up working day\n");
        var column = ((int)first.DayOfWeek + 6) % 7;
        sheet.Append(' ', column * 4);
        for (var day = first; day < end; day = day.AddDays(1))
        {
            sheet.Append(CultureInfo.InvariantCulture, $"{day.Day,2}{Mark(calendar.ExceptionOn(day))}");
            if (++column % 7 == 0 && day.AddDays(1) < end)
                sheet.Append('\n');
        }
        sheet.Append('\n');
        foreach (var exception in calendar.Exceptions.Where(e => e.Date >= first && e.Date < end))
            sheet.Append(CultureInfo.InvariantCulture, $"{exception.Date:yyyy-MM-dd} {(exception.Working ? '班' : '休')} {exception.Kind}\n");
        if (!calendar.Covers(first, end.AddDays(-1)))
            sheet.Append("No notice covers this month: plain weeks 节假日安排尚未公布\n");
        return sheet.Append(Validity(calendar)).ToString();
    }

    private static string Mark(CalendarException? exception) => exception is null ? "  " : exception.Working ? "班" : "休";

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static string Validity(WorkingCalendar calendar) => calendar.ValidFrom is { } from
        ? string.Create(CultureInfo.InvariantCulture, $"有效 valid {from:yyyy-MM-dd} – {calendar.ValidUntil:yyyy-MM-dd}")
        : "没有节假日通知 no notice: plain weeks";
}
