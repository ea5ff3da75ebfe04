using System.Text.RegularExpressions;
using static CityLoom.Reading.Grammar.DeadlinePatterns;

namespace CityLoom.Reading.Grammar;

/// <summary>Reads the time limit of a span and turns it into the last day on which the act is still in time.</summary>
/// <param name="document">Day of the document, for limits that leave the year out; its parts are 0 when unknown.</param>
/// <param name="text">The document, whose plan period a mere number of years takes.</param>
internal sealed class DeadlineReader(WrittenDate document, string text)
{
    private const string Digits = "一二三四五六七八九十";
    private const int LongestBase = 4;

    private readonly WrittenDate _document = document;
    private readonly int _year = document.Year;

    /// <summary>The forms of a limit, those first that would be misread by one after them.</summary>
    private static readonly Form[] Forms =
    [
        new(TimeSigns.Digit | TimeSigns.Ordinal | TimeSigns.Year | TimeSigns.Month, static (_, words) => Relative(words)),
        new(TimeSigns.Digit | TimeSigns.Every | TimeSigns.Year | TimeSigns.Month, static (_, words) => EachYear(words)),
        new(TimeSigns.Digit | TimeSigns.Range | TimeSigns.Month | TimeSigns.Day, static (reader, words) => reader.Range(words)),
        new(TimeSigns.Digit | TimeSigns.Range | TimeSigns.Month, static (reader, words) => reader.Months(words)),
        new(TimeSigns.Digit | TimeSigns.Range | TimeSigns.Year, static (_, words) => YearRange(words)),
        new(TimeSigns.Digit | TimeSigns.Since | TimeSigns.Year | TimeSigns.Within, static (_, words) => Since(words)),
        new(TimeSigns.Digit | TimeSigns.Within, static (reader, words) => reader.Within(words)),
        new(TimeSigns.Digit | TimeSigns.Month | TimeSigns.Day, static (reader, words) => reader.Day(words)),
        new(TimeSigns.Before, static (reader, words) => Occasions.Festival(words, reader._document)),
        new(TimeSigns.NoDigit | TimeSigns.Five, static (_, words) => Occasions.FiveYears(words)),
        new(TimeSigns.NoDigit | TimeSigns.Within, static (reader, words) => reader.Within(words)),
        new(TimeSigns.Digit | TimeSigns.Month, static (reader, words) => reader.Month(words)),
        new(TimeSigns.Week, static (reader, words) => NearDays.Week(words, reader._document)),
        new(TimeSigns.Month, static (reader, words) => NearDays.Month(words, reader._document)),
        new(TimeSigns.Digit | TimeSigns.Month, static (reader, words) => reader.WholeMonth(words)),
        new(TimeSigns.Half | TimeSigns.Year, static (reader, words) => reader.Quarter(words)),
        new(TimeSigns.Season, static (reader, words) => reader.Quarter(words)),
        new(TimeSigns.Digit | TimeSigns.Year, static (_, words) => OfYear(words)),
        new(TimeSigns.Digit | TimeSigns.Since, static (reader, words) => reader.FromThen(words)),
        new(TimeSigns.Five, static (_, words) => Occasions.FiveYears(words)),
        new(TimeSigns.Year, static (reader, words) => reader.YearEnd(words)),
        new(TimeSigns.Month, static (reader, words) => reader.YearEnd(words)),
        new(TimeSigns.Every, static (_, words) => Recurring(words)),
        new(TimeSigns.Near, static (_, words) => Vague(words)),
        new(TimeSigns.Before, static (_, words) => Vague(words)),
        new(TimeSigns.After, static (_, words) => Vague(words)),
    ];

    /// <summary>The first time limit in the words; null when there is none.</summary>
    public Deadline? Read(string words)
    {
        var signs = TimeSignReader.Of(words);
        if (signs == TimeSigns.None)
        {
            return null;
        }
        foreach (var form in Forms)
        {
            if ((signs & form.Needs) == form.Needs && form.Read(this, words) is { } limit)
            {
                return limit;
            }
        }
        return null;
    }

    /// <param name="Needs">The letters that each limit of this form holds.</param>
    /// <param name="Read">The limit, null where there is none of this form.</param>
    private sealed record Form(TimeSigns Needs, Func<DeadlineReader, string, Deadline?> Read);

    // 考核期第2年10月底前: counted from something the document does not date.
    private static Deadline? Relative(string words)
    {
        var match = RelativeYear().Match(words);
        return match.Success ? new Deadline(match.Value) : null;
    }

    // 每年3月底前 comes back each year.
    private static Deadline? EachYear(string words)
    {
        var match = words.Contains("每年", StringComparison.Ordinal) ? MonthOfEachYear().Match(words) : Match.Empty;
        return match.Success ? new Deadline(match.Value, Recurrence: "P1Y") : null;
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

    // 2024年5月至10月, 7月—9月
    private Deadline? Months(string words)
    {
        var match = words.Contains('月') ? MonthRange().Match(words) : Match.Empty;
        if (!match.Success)
        {
            return null;
        }
        int startYear = YearOf(match, 1), startMonth = Number(match, 2), endMonth = Number(match, 4);
        var endYear = match.Groups[3].Success ? YearOf(match, 3) : startYear;
        return new Deadline(match.Value, DateOf(startYear, startMonth, 1, 0), EndOfMonth(endYear, endMonth));
    }

    private static DateOnly? EndOfMonth(int ofYear, int month) =>
        ofYear is > 0 and < 9999 && month is >= 1 and <= 12 ? new DateOnly(ofYear, month, DateTime.DaysInMonth(ofYear, month)) : null;

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

    // 3个月内, 5年内, 10个工作日内, 用三年时间; but 压缩至5个工作日内 is a level to be reached.
    private Deadline? Within(string words)
    {
        var match = Durations().Match(words);
        while (match.Success && IsLevel(words, match.Groups[1].Index))
        {
            match = match.NextMatch();
        }
        if (!match.Success)
        {
            return null;
        }
        var unit = match.Groups[2].Value;
        var period = unit.Contains('年') ? "Y" : unit.Contains('月') ? "M" : unit.Contains('周') ? "W" : unit.Contains('时') ? "H" : "D";
        var prefix = period == "H" ? "PT" : "P";
        var raw = match.Groups[0].Value;
        if (match.Groups[1].Value == "半")
        {
            return period == "Y" ? new Deadline(raw, Duration: "P6M") : new Deadline(raw);
        }
        var count = Count(match.Groups[1].Value);
        return period == "Y" && PlanPeriod() is { } plan && plan.Years == count
            ? new Deadline(raw, plan.Start, plan.End)
            : new Deadline(raw, Duration: $"{prefix}{count}{period}");
    }

    // Where a plan says once “2012年起5年内”, a mere 5年内 means the same years.
    private (int Years, DateOnly? Start, DateOnly? End)? PlanPeriod()
    {
        var match = text.Contains("年起", StringComparison.Ordinal) ? YearsSince().Match(text) : Match.Empty;
        var (first, years) = match.Success ? (Number(match, 1), Count(match.Groups[2].Value)) : default;
        return match.Success ? (years, DateOf(first, 1, 1, 0), DateOf(first + years - 1, 12, 31, 0)) : null;
    }

    // 到2025年6月, 2025年6月开工, 6月，…: a month as a whole; only where it opens the words or a preposition leads to it.
    private Deadline? WholeMonth(string words)
    {
        var match = OpenMonth().Match(words);
        if (!match.Success || YearOf(match, 2) is not (> 0 and var ofYear) || Number(match, 3) is not (>= 1 and <= 12 and var month))
        {
            return null;
        }
        return new Deadline(match.Value, match.Groups[1].Success ? null : DateOf(ofYear, month, 1), EndOfMonth(ofYear, month));
    }

    // 从4月起, 2024年起: a beginning without an end.
    private Deadline? FromThen(string words)
    {
        var match = Beginning().Match(words);
        if (!match.Success || YearOf(match, 1) is not (> 0 and var ofYear))
        {
            return null;
        }
        return new Deadline(match.Value, DateOf(ofYear, Math.Max(1, Number(match, 2)), 1));
    }

    private static bool IsLevel(string words, int at)
    {
        for (var length = 1; length <= LongestBase && length <= at; length++)
        {
            if (Lexicon.Words.TryLongest(words.AsSpan(at - length, length), WordClass.Level | WordClass.Comparator, out var word)
                && word.Length == length)
            {
                return true;
            }
        }
        return false;
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

    // 2013年3月前, 10月底前, 3月底, 8月中旬
    private Deadline? Month(string words)
    {
        var match = WrittenMonth().Match(words);
        while (match.Success && !IsLimit(match) && !match.Value.Contains('份'))
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
        var end = match.Groups[3].Value switch
        {
            "上旬" => DateOf(ofYear, month, 10),
            "中旬" => DateOf(ofYear, month, 20),
            "" when match.Groups[4].Success => DateOf(ofYear, month, 1)?.AddDays(-1),
            _ => EndOfMonth(ofYear, month),
        };
        return new Deadline(match.Value, IsLimit(match) ? null : DateOf(ofYear, month, 1), end);
    }

    private static bool IsLimit(Match month) => month.Groups[3].Success || month.Groups[4].Success;

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
        if (ofYear == 0)
        {
            return new Deadline(match.Value);
        }
        // 三季度前 ends before the quarter, 三季度末前 with it.
        var end = match.Groups[3].Value == "前" ? DateOf(ofYear, first, 1)?.AddDays(-1) : EndOfMonth(ofYear, last);
        return new Deadline(match.Value, match.Groups[3].Success ? null : DateOf(ofYear, first, 1), end);
    }

    // 到2025年, 2012年底前, 2014年前, 2020年
    private static Deadline? OfYear(string words)
    {
        var match = WrittenYear().Match(words);
        while (match.Success && IsBase(words, match))
        {
            match = match.NextMatch();
        }
        if (!match.Success)
        {
            return null;
        }
        var first = Number(match, 2);
        var before = match.Groups[4].Success && !match.Groups[3].Success;
        var bare = !match.Groups[1].Success && !match.Groups[3].Success && !before;
        return new Deadline(match.Value, bare ? DateOf(first, 1, 1, 0) : null, DateOf(before ? first - 1 : first, 12, 31, 0));
    }

    // 较2023年下降, 2023年度: a year to compare with or to name something.
    private static bool IsBase(string words, Match match) =>
        match.Index > 0 && words[match.Index - 1] is '较' or '比' && !match.Groups[3].Success;

    // 今年年底前, 年内, 全年, 明年, 月底前
    private Deadline? YearEnd(string words)
    {
        var match = SpokenYear().Match(words);
        if (!match.Success)
        {
            return null;
        }
        var ofYear = match.Value[0] is '明' or '次' ? _year + 1 : _year;
        if (match.Groups[1].Success)
        {
            return new Deadline(match.Value, End: EndOfMonth(_year, _document.Month));
        }
        if (_year == 0)
        {
            return new Deadline(match.Value);
        }
        return new Deadline(match.Value, match.Value is "明年" or "今年" ? DateOf(ofYear, 1, 1) : null, DateOf(ofYear, 12, 31));
    }

    private static Deadline? Recurring(string words)
    {
        var match = Rhythm().Match(words);
        if (!match.Success)
        {
            return null;
        }
        if (match.Groups[1].Success && Count(match.Groups[1].Value) is > 1 and var times)
        {
            return new Deadline(match.Value, Recurrence: $"P{times}{(match.Value.Contains('年') ? "Y" : match.Value.Contains('月') ? "M" : match.Value.Contains('周') ? "W" : "D")}");
        }
        var period = match.Value.Trim('每', '一') switch
        {
            "日" or "天" or "按日" => "P1D",
            "周" or "星期" or "按周" => "P1W",
            "月" or "个月" or "按月" => "P1M",
            "季度" or "季" or "按季" or "按季度" => "P3M",
            "半年" => "P6M",
            "旬" => "P10D",
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
        return _year == 0 ? 0 : written is ['明' or '次' or '翌', ..] ? _year + 1 : _year;
    }

    private DateOnly? DateOf(int ofYear, int month, int day) => DateOf(ofYear, month, day, _year);

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
}
