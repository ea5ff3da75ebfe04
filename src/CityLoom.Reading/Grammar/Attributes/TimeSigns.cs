using System.Buffers;

namespace CityLoom.Reading.Grammar;

/// <summary>The letters that time limits are made of; what a limit needs and a text lacks need not be looked for.</summary>
[Flags]
internal enum TimeSigns
{
    None = 0,
    Digit = 1 << 0,
    Year = 1 << 1,
    Month = 1 << 2,
    Day = 1 << 3,
    Season = 1 << 4,
    Within = 1 << 5,
    Before = 1 << 6,
    Since = 1 << 7,
    Range = 1 << 8,
    Ordinal = 1 << 9,
    Every = 1 << 10,
    Five = 1 << 11,
    Near = 1 << 12,
    Half = 1 << 13,
    Week = 1 << 14,
    After = 1 << 15,
    NoDigit = 1 << 16,
}

/// <summary>Finds the signs in some words; none where no time limit can be.</summary>
internal static class TimeSignReader
{
    /// <summary>Without one of these nothing is a time limit.</summary>
    private static readonly SearchValues<char> Telling = SearchValues.Create("年月日季天期底周前旬五春后时");

    public static TimeSigns Of(ReadOnlySpan<char> words)
    {
        if (!words.ContainsAny(Telling))
        {
            return TimeSigns.None;
        }
        var signs = TimeSigns.None;
        for (var at = 0; at < words.Length; at++)
        {
            signs |= words[at] switch
            {
                >= '0' and <= '9' => TimeSigns.Digit,
                '年' => TimeSigns.Year,
                '月' => TimeSigns.Month,
                '日' => TimeSigns.Day,
                '季' => TimeSigns.Season,
                '半' => TimeSigns.Half,
                '内' => TimeSigns.Within,
                '间' when at > 0 && words[at - 1] == '时' => TimeSigns.Within,
                '力' when at > 0 && words[at - 1] == '努' => TimeSigns.Within,
                '前' => TimeSigns.Before,
                '起' => TimeSigns.Since,
                '至' or '到' or '—' or '-' or '–' or '－' or '~' or '～' => TimeSigns.Range,
                '第' => TimeSigns.Ordinal,
                '每' or '按' or '逐' or '均' => TimeSigns.Every,
                '五' => TimeSigns.Five,
                '周' or '期' => TimeSigns.Week,
                '后' => TimeSigns.After,
                '近' or '即' or '明' => TimeSigns.Near,
                _ => TimeSigns.None,
            };
        }
        return (signs & TimeSigns.Digit) == 0 ? signs | TimeSigns.NoDigit : signs;
    }
}
