using System.Globalization;
using CityLoom.Web.Words;

namespace CityLoom.Web.Pages.Directives;

/// <summary>The date of a directive, which may be a day, a month or a year.</summary>
internal static class DirectiveDates
{
    /// <summary>2026年2月6日, 2026年2月 or 2026年; empty when it isn't known.</summary>
    public static string Write(string? date, Say say) => date?.Length switch
    {
        10 when DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => say.Day(day),
        7 => say["directives.month", ("year", date[..4]), ("month", date[5..].TrimStart('0'))],
        4 => say["directives.year-only", ("year", date)],
        _ => date ?? "",
    };
}
