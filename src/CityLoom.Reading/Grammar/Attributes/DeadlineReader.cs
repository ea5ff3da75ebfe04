using System.Buffers;
using System.Text.RegularExpressions;

namespace CityLoom.Reading.Grammar;

/// <summary>Reads the time limit of a span and turns it into the last day on which the act is still in time.</summary>
/// <param name="year">Year of the document, for limits that leave it out; 0 when unknown.</param>
internal sealed partial class DeadlineReader(int year)
{
    private const string Digits = "一二三四五六七八九十";

    private static readonly SearchValues<char> TimeLetters = SearchValues.Create("年月日季天期底周");

    /// <summary>The first time limit in the words; null when there is none.</summary>
    public Deadline? Read(string words)
    {
        if (words.AsSpan().IndexOfAny(TimeLetters) < 0)
        {
            return null;
        }
        if (words.AsSpan().IndexOfAnyInRange('0', '9') < 0)
        {
            return Within(words) ?? Quarter(words) ?? YearEnd(words) ?? Recurring(words) ?? Vague(words);
        }
        return Relative(words) ?? Range(words) ?? YearRange(words) ?? Since(words) ?? Within(words) ?? Day(words) ?? Month(words) ?? Quarter(words)
            ?? OfYear(words) ?? YearEnd(words) ?? Recurring(words) ?? Vague(words);
    }

    // 考核期第2年10月底前: counted from something the document does not date.
    private static Deadline? Relative(string words)
    {
        var match = RelativeYear().Match(words);
        return match.Success ? new Deadline(match.Value) : null;
    }

    // 2020年2月19日至22日, 2月19日至3月2日
    private Deadline? Range(string words)
    {
        var match = DayRange().Match(words);
        if (!match.Success)
        {
            return null;
        }
        var start = DateOf(Number(match, 1), Number(match, 2), Number(match, 3));
        var endMonth = match.Groups[5].Success ? Number(match, 5) : Number(match, 2);
        var endYear = match.Groups[4].Success ? Number(match, 4) : Number(match, 1);
        return new Deadline(match.Value, start, DateOf(endYear, endMonth, Number(match, 6)));
    }

    // 2012－2015年
    private static Deadline? YearRange(string words)
    {
        var match = Years().Match(words);
        return match.Success
            ? new Deadline(match.Value, DateOf(Number(match, 1), 1, 1, 0), DateOf(Number(match, 2), 12, 31, 0))
            : null;
    }

    // 2012年起5年内
    private static Deadline? Since(string words)
    {
        var match = YearsSince().Match(words);
        if (!match.Success)
        {
            return null;
        }
        var first = Number(match, 1);
        return new Deadline(match.Value, DateOf(first, 1, 1, 0), DateOf(first + Count(match.Groups[2].Value) - 1, 12, 31, 0));
    }

    // 3个月内, 5年内, 10个工作日内
    private static Deadline? Within(string words)
    {
        var match = Durations().Match(words);
        if (!match.Success)
        {
            return null;
        }
        var unit = match.Groups[2].Value;
        var period = unit.Contains('年') ? "Y" : unit.Contains('月') ? "M" : unit.Contains('周') ? "W" : unit.Contains('时') ? "H" : "D";
        var prefix = period == "H" ? "PT" : "P";
        var raw = match.Groups[0].Value;
        return new Deadline(raw, Duration: $"{prefix}{Count(match.Groups[1].Value)}{period}");
    }

    // 2020年6月20日18：00前, 2月17日24时前, 6月30日
    private Deadline? Day(string words)
    {
        var match = Days().Match(words);
        if (!match.Success || match.Groups[4].Value == "后")
        {
            return null;
        }
        var day = DateOf(Number(match, 1), Number(match, 2), Number(match, 3));
        var starts = match.Groups[4].Value == "起";
        return new Deadline(match.Value, starts ? day : null, starts ? null : day);
    }

    // 2013年3月前, 10月底前, 3月底
    private Deadline? Month(string words)
    {
        var match = Months().Match(words);
        while (match.Success && !match.Groups[3].Success && !match.Groups[4].Success && !match.Value.Contains('份'))
        {
            match = match.NextMatch();
        }
        if (!match.Success)
        {
            return null;
        }
        var ofYear = YearOf(match, 1);
        var month = Number(match, 2);
        if (ofYear == 0 || month is < 1 or > 12)
        {
            return new Deadline(match.Value);
        }
        var end = match.Groups[3].Success || !match.Groups[4].Success
            ? DateOf(ofYear, month, DateTime.DaysInMonth(ofYear, month))
            : DateOf(ofYear, month, 1)?.AddDays(-1);
        var whole = !match.Groups[3].Success && !match.Groups[4].Success;
        return new Deadline(match.Value, whole ? DateOf(ofYear, month, 1) : null, end);
    }

    // 2020年一季度, 上半年
    private Deadline? Quarter(string words)
    {
        var match = Quarters().Match(words);
        if (!match.Success)
        {
            return null;
        }
        var ofYear = YearOf(match, 1);
        var name = match.Groups[2].Value;
        var (first, last) = name[0] switch
        {
            '上' => (1, 6),
            '下' => (7, 12),
            _ => ((Count(name.TrimStart('第')[..1]) * 3) - 2, Count(name.TrimStart('第')[..1]) * 3),
        };
        return ofYear == 0
            ? new Deadline(match.Value)
            : new Deadline(match.Value, DateOf(ofYear, first, 1), DateOf(ofYear, last, DateTime.DaysInMonth(ofYear, last)));
    }

    // 到2025年, 2012年底前, 2014年前, 2020年
    private static Deadline? OfYear(string words)
    {
        var match = WrittenYear().Match(words);
        if (!match.Success)
        {
            return null;
        }
        var first = Number(match, 2);
        var before = match.Groups[4].Success && !match.Groups[3].Success;
        var bare = !match.Groups[1].Success && !match.Groups[3].Success && !before;
        return new Deadline(match.Value, bare ? DateOf(first, 1, 1, 0) : null, DateOf(before ? first - 1 : first, 12, 31, 0));
    }

    // 今年年底前, 年内, 全年, 明年
    private Deadline? YearEnd(string words)
    {
        var match = SpokenYear().Match(words);
        if (!match.Success)
        {
            return null;
        }
        var ofYear = match.Value.StartsWith('明') ? year + 1 : year;
        if (year == 0)
        {
            return new Deadline(match.Value);
        }
        return new Deadline(match.Value, match.Value == "明年" ? DateOf(ofYear, 1, 1) : null, DateOf(ofYear, 12, 31));
    }

    private static Deadline? Recurring(string words)
    {
        var match = Rhythm().Match(words);
        if (!match.Success)
        {
            return null;
        }
        var period = match.Value.Trim('每', '一') switch
        {
            "日" or "天" or "按日" => "P1D",
            "周" or "星期" or "按周" => "P1W",
            "月" or "个月" or "按月" => "P1M",
            "季度" or "季" or "按季" or "按季度" => "P3M",
            "半年" => "P6M",
            "两年" => "P2Y",
            "两个月" => "P2M",
            _ => "P1Y",
        };
        return new Deadline(match.Value, Recurrence: period);
    }

    private static Deadline? Vague(string words)
    {
        var match = Soon().Match(words);
        return match.Success ? new Deadline(match.Value) : null;
    }

    private int YearOf(Match match, int group)
    {
        var written = match.Groups[group].Value;
        if (written.Length >= 4 && char.IsAsciiDigit(written[0]))
        {
            return int.Parse(written.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture);
        }
        return year == 0 ? 0 : written.StartsWith('明') ? year + 1 : year;
    }

    private DateOnly? DateOf(int ofYear, int month, int day) => DateOf(ofYear, month, day, year);

    private static DateOnly? DateOf(int ofYear, int month, int day, int otherwise)
    {
        ofYear = ofYear == 0 ? otherwise : ofYear;
        return ofYear is > 0 and < 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(ofYear, month)
            ? new DateOnly(ofYear, month, day)
            : null;
    }

    private static int Number(Match match, int group) =>
        match.Groups[group].Success && int.TryParse(match.Groups[group].ValueSpan, out var number) ? number : 0;

    private static int Count(string digits)
    {
        if (int.TryParse(digits, out var number))
        {
            return number;
        }
        if (digits.Length == 1)
        {
            return digits[0] == '两' ? 2 : digits[0] == '半' ? 1 : Digits.IndexOf(digits[0], StringComparison.Ordinal) + 1;
        }
        var ten = digits.IndexOf('十', StringComparison.Ordinal);
        return ten < 0
            ? 0 : ((ten == 0 ? 1 : Digits.IndexOf(digits[0], StringComparison.Ordinal) + 1) * 10) + Digits.IndexOf(digits[^1],
            StringComparison.Ordinal) + 1 - (digits[^1] == '十' ? 10 : 0);
    }

    [GeneratedRegex(@"(?<=[于在])\p{IsCJKUnifiedIdeographs}{2,8}第[\d一二三四五]年\d{1,2}月(?:上旬|中旬|下旬|底|末)?(?:之?前)?")]
    private static partial Regex RelativeYear();

    [GeneratedRegex(@"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:至|到|—|-|–|－|~|～)+(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日")]
    private static partial Regex DayRange();

    [GeneratedRegex(@"(\d{4})年?(?:至|到|—|-|–|－|~|～){1,2}(\d{4})年")]
    private static partial Regex Years();

    [GeneratedRegex(@"(\d{4})年起[，,]?([\d一二三四五六七八九十两]{1,3})年内")]
    private static partial Regex YearsSince();

    [GeneratedRegex(@"(?:\p{IsCJKUnifiedIdeographs}{1,6}(?:结束|之日起|后|起))?([\d一二三四五六七八九十两]{1,3})(个月|个工作日|工作日|年|日|天|周|个小时|小时)(?:以内|之内|内)")]
    private static partial Regex Durations();

    [GeneratedRegex(@"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:\s?\d{1,2}[:：]\d{2}|\d{1,2}[时点]|[上下]午)?(之?前|以前|后|起)?")]
    private static partial Regex Days();

    [GeneratedRegex(@"(\d{4}年|今年|明年|本年)?(?<![\d.])(\d{1,2})月(?:份)?(底|末)?(之?前|以前)?(?![、，和]\d)(?=\P{N}|$)")]
    private static partial Regex Months();

    [GeneratedRegex(@"(\d{4}年|今年|明年)?(第?[一二三四]季度|上半年|下半年)(?:末|内|前)?")]
    private static partial Regex Quarters();

    [GeneratedRegex(@"(到|至)?(?<![\d〔\[（(])(\d{4})年(底|末|内|年底|年末)?(之?前|以前)?(?![度\d一-三起])")]
    private static partial Regex WrittenYear();

    [GeneratedRegex(@"(?:今年|明年|本年)?(?:年底|年末|年内)(?:之?前|以前)?|今年内|明年|全年(?=.{0,2}(?:目标|任务|“|""|完成|实现))")]
    private static partial Regex SpokenYear();

    [GeneratedRegex(@"每(?:一)?(?:日|天|周|星期|个?月|季度|半年|年|两年|两个月)(?![一-龥]?均)|年均|按月|按季度?|按周|逐年|逐月")]
    private static partial Regex Rhythm();

    [GeneratedRegex(@"近期|近日|即日起|明后几天内|明后两天")]
    private static partial Regex Soon();
}
