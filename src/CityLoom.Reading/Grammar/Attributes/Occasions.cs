using System.Globalization;
using System.Text.RegularExpressions;

namespace CityLoom.Reading.Grammar;

/// <summary>Days that are named and not dated: festivals (春节前) and five-year plans (“十五五”期间, “十四五”末).</summary>
internal static partial class Occasions
{
    private const string Digits = "一二三四五六七八九十";

    // The third plan began in 1966; since then each follows the one before at once.
    private const int ThirdPlan = 1966;
    private const int YearsOfPlan = 5;

    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>
    /// The day before a festival: of the year named, otherwise the first that comes after the document; only words when the
    /// document has no day to count from.
    /// </summary>
    public static Deadline? Festival(string words, WrittenDate document)
    {
        var match = words.Contains('前') ? Festivals().Match(words) : Match.Empty;
        if (!match.Success)
        {
            return null;
        }
        var name = match.Groups[2].Value;
        var named = YearOf(match.Groups[1].Value, document.Year);
        if (named > 0)
        {
            return new Deadline(match.Value, End: DayOf(name, named)?.AddDays(-1));
        }
        if (document.Year == 0 || document.Month == 0)
        {
            return new Deadline(match.Value);
        }
        var written = new DateOnly(document.Year, document.Month, Math.Max(1, document.Day));
        var next = DayOf(name, document.Year);
        next = next <= written ? DayOf(name, document.Year + 1) : next;
        return new Deadline(match.Value, End: next?.AddDays(-1));
    }

    /// <summary>The years of a five-year plan, or its last day after 末 and 到.</summary>
    public static Deadline? FiveYears(string words)
    {
        var match = words.Contains('五') ? Plans().Match(words) : Match.Empty;
        if (!match.Success)
        {
            return null;
        }
        if (PlanYears(match.Groups[2].Value) is not { } plan || !(match.Groups[1].Success || match.Groups[3].Success))
        {
            return null;
        }
        var whole = match.Groups[3].Value is not "末" and not "期末" && !match.Groups[1].Success;
        return new Deadline(match.Value, whole ? new DateOnly(plan.First, 1, 1) : null, new DateOnly(plan.Last, 12, 31));
    }

    /// <summary>First and last year of the plan of that number (十四); null for those before the third, which did not follow at once.</summary>
    public static (int First, int Last)? PlanYears(string number) =>
        Number(number) is >= 3 and var plan ? (ThirdPlan + ((plan - 3) * YearsOfPlan), ThirdPlan + ((plan - 2) * YearsOfPlan) - 1) : null;

    private static DateOnly? DayOf(string festival, int year) => festival switch
    {
        "元旦" => new DateOnly(year, 1, 1),
        "五一" or "劳动节" => new DateOnly(year, 5, 1),
        "六一" => new DateOnly(year, 6, 1),
        "七一" => new DateOnly(year, 7, 1),
        "八一" => new DateOnly(year, 8, 1),
        "十一" or "国庆" => new DateOnly(year, 10, 1),
        "端午" => LunarDay(year, 5, 5),
        "中秋" => LunarDay(year, 8, 15),
        "春节" => LunarDay(year, 1, 1),
        _ => null,
    };

    private static DateOnly? LunarDay(int year, int month, int day)
    {
        if (year < Lunar.MinSupportedDateTime.Year + 1 || year >= Lunar.MaxSupportedDateTime.Year)
        {
            return null;
        }
        var leap = Lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }

    private static int YearOf(string words, int year) =>
        words.Length >= 4 && int.TryParse(words.AsSpan(0, 4), CultureInfo.InvariantCulture, out var written) ? written
        : words.Length == 0 || year == 0 ? 0 : words[0] is '明' or '次' ? year + 1 : year;

    // 十四 is fourteen.
    private static int Number(string words) =>
        (words[0] == '十' ? 10 : 0) + (words[^1] == '十' ? 0 : Digits.IndexOf(words[^1], StringComparison.Ordinal) + 1);

    [GeneratedRegex("(\\d{4}年|今年|明年|次年)?[“\"]?(元旦|春节|端午|中秋|国庆|劳动节|五一|六一|七一|八一|十一)[”\"]?(?:国际)?(?:节|假期|小长假)?(?:来临|到来)?之?前")]
    private static partial Regex Festivals();

    [GeneratedRegex("(到|至)?[“\"](十?[一二三四五六七八九])五[”\"](规划期|时期|期间|期末|期|末)?")]
    private static partial Regex Plans();
}
