using System.Text.RegularExpressions;

namespace CityLoom.Reading.Grammar;

/// <summary>Limits counted from the day of the document by weeks and months: 下周五前, 本周内, 下月底前, 本月20日前.</summary>
internal static partial class NearDays
{
    private const string Weekdays = "一二三四五六日";
    private const int DaysOfWeek = 7;

    /// <summary>The week runs from Monday to Sunday; only words when the document has no whole date.</summary>
    public static Deadline? Week(string words, WrittenDate document)
    {
        var match = Weeks().Match(words);
        if (!match.Success)
        {
            return null;
        }
        if (Written(document) is not { } written)
        {
            return new Deadline(match.Value);
        }
        var monday = written.AddDays(-(((int)written.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek) + (match.Groups[1].Value == "下" ? DaysOfWeek : 0));
        if (match.Groups[2].Success)
        {
            var day = Weekdays.IndexOf(match.Groups[2].Value.Replace('天', '日'), StringComparison.Ordinal);
            return new Deadline(match.Value, End: monday.AddDays(day));
        }
        return new Deadline(match.Value, match.Groups[3].Success ? null : monday, monday.AddDays(DaysOfWeek - 1));
    }

    /// <summary>The month of the document or the next; only words when the document's month is not known.</summary>
    public static Deadline? Month(string words, WrittenDate document)
    {
        var match = Months().Match(words);
        if (!match.Success)
        {
            return null;
        }
        if (document.Year is 0 or >= 9999 || document.Month == 0)
        {
            return new Deadline(match.Value);
        }
        var first = new DateOnly(document.Year, document.Month, 1).AddMonths(match.Groups[1].Value == "下" ? 1 : 0);
        var length = DateTime.DaysInMonth(first.Year, first.Month);
        var end = match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
            : match.Groups[3].Value switch { "上旬" => 10, "中旬" => 20, _ => length };
        if (end < 1 || end > length)
        {
            return new Deadline(match.Value);
        }
        var limits = match.Groups[2].Success || match.Groups[3].Success || match.Groups[4].Success;
        return new Deadline(match.Value, limits ? null : first, first.AddDays(end - 1));
    }

    private static DateOnly? Written(WrittenDate document) =>
        document is { Year: > 0 and < 9999, Month: > 0, Day: > 0 } && document.Day <= DateTime.DaysInMonth(document.Year, document.Month)
            ? new DateOnly(document.Year, document.Month, document.Day) : null;

    [GeneratedRegex("(下|本)(?:个)?(?:周|星期)(?:([一二三四五六日天])|(底|末|内|(?=之?前)))?(?:之?前(?!后)|以前)?(?!期|年|边|转|密)")]
    private static partial Regex Weeks();

    [GeneratedRegex(@"(下|本)个?月(?:(\d{1,2})日|(底|末|上旬|中旬|下旬|内))?(之?前(?!后)|以前)?")]
    private static partial Regex Months();
}
