using System.Globalization;

namespace CityLoom.City.Indicators;

/// <summary>A civil month, quarter or year for which something was measured.</summary>
public readonly record struct Period : IComparable<Period>
{
    private Period(DateOnly first, Rhythm rhythm)
    {
        First = first;
        Rhythm = rhythm;
    }

    /// <summary>The first day.</summary>
    public DateOnly First { get; }

    /// <summary>Month, quarter or year.</summary>
    public Rhythm Rhythm { get; }

    /// <summary>The last day, included.</summary>
    public DateOnly Last => First.AddMonths((int)Rhythm).AddDays(-1);

    /// <summary>The period after this one.</summary>
    public Period Next => new(First.AddMonths((int)Rhythm), Rhythm);

    /// <summary>The period in which a day lies.</summary>
    public static Period Of(DateOnly day, Rhythm rhythm)
    {
        var months = (int)rhythm;
        return new(new(day.Year, (day.Month - 1) / months * months + 1, 1), rhythm);
    }

    /// <summary>Every period that touches the days from the first to the last, both included.</summary>
    public static IEnumerable<Period> Between(DateOnly first, DateOnly last, Rhythm rhythm)
    {
        for (var period = Of(first, rhythm); period.First <= last; period = period.Next)
            yield return period;
    }

    /// <summary>Reads <c>2026-02</c>, <c>2026-Q1</c> or <c>2026</c>.</summary>
    public static bool TryParse(string text, out Period period)
    {
        period = default;
        if (text.Length < 4 || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is 0 or 9999)
            return false;
        var part = text.AsSpan(4);
        if (part.IsEmpty)
            period = new(new(year, 1, 1), Rhythm.Year);
        else if (part is ['-', 'Q', >= '1' and <= '4'])
            period = new(new(year, (part[2] - '1') * 3 + 1, 1), Rhythm.Quarter);
        else if (part is ['-', _, _] && int.TryParse(part[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12)
            period = new(new(year, month, 1), Rhythm.Month);
        else
            return false;
        return true;
    }

    /// <summary>The period as people say it: 2026年2月, 2026年一季度, 2026年.</summary>
    public Bilingual Words => Rhythm switch
    {
        Rhythm.Month => new($"{First.Year}年{First.Month}月", First.ToString("MMM yyyy", CultureInfo.InvariantCulture)),
        Rhythm.Quarter => new($"{First.Year}年{"一二三四"[First.Month / 3]}季度", $"Q{First.Month / 3 + 1} {First.Year}"),
        _ => new($"{First.Year}年", $"{First.Year}"),
    };

    /// <inheritdoc/>
    public int CompareTo(Period other) => (First, (int)Rhythm).CompareTo((other.First, (int)other.Rhythm));

    /// <summary>The form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => Rhythm switch
    {
        Rhythm.Month => First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        Rhythm.Quarter => $"{First.Year:0000}-Q{First.Month / 3 + 1}",
        _ => $"{First.Year:0000}",
    };

    /// <summary>Whether the left period comes before the right one.</summary>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left period comes after the right one.</summary>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left period is the right one or comes before it.</summary>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left period is the right one or comes after it.</summary>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;
}
