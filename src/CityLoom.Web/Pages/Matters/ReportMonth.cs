using System.Globalization;

namespace CityLoom.Web.Pages.Matters;

/// <summary>Months as reports name them: <c>2026-03</c>.</summary>
internal static class ReportMonth
{
    private const int LastDayForPast = 10;

    /// <summary>The month that is due for reporting on a day: the past one until the tenth, then the present one.</summary>
    public static string Of(DateOnly today) => Name(today.Day <= LastDayForPast ? today.AddMonths(-1) : today);

    /// <summary>The month of a day.</summary>
    public static string Name(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The first day of a month; null when it is none.</summary>
    public static DateOnly? First(string? month) =>
        DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first : null;
}
