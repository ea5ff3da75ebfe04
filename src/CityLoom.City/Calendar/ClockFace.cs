namespace CityLoom.City.Calendar;

/// <summary>What a clock shows at one instant.</summary>
public sealed record ClockFace
{
    /// <summary>Green, yellow from 80 %, red from the due time.</summary>
    public required ClockLight Light { get; init; }

    /// <summary>Working time used up over the whole term; more than 1 once overdue.</summary>
    public required double Share { get; init; }

    /// <summary>Working time left; zero once due.</summary>
    public required TimeSpan Left { get; init; }

    /// <summary>Civil time since the due time, nights and days off included; zero before it.</summary>
    public required TimeSpan Overdue { get; init; }

    /// <summary>Whether a pause holds the clock at this instant.</summary>
    public required bool StandsStill { get; init; }

    /// <summary>What <see cref="Left"/> calls one working day: 24 hours for a term of days, a day's office hours for one of minutes.</summary>
    public required TimeSpan WorkingDay { get; init; }

    /// <summary>What the term is counted in.</summary>
    public required TermUnit Unit { get; init; }

    /// <summary>The face in words, such as 还剩 2 个工作日 3 小时 or 超期 1 天 6 小时.</summary>
    public Bilingual Words => ClockWords.Of(this);
}
