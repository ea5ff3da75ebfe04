namespace CityLoom.City.Indicators;

/// <summary>A path that goes on by a weight for each month of the year, within a month by its days.</summary>
internal sealed record SeasonalPath(IReadOnlyList<decimal> Months, Bilingual Said) : TargetPath
{
    public override Bilingual Words => Said;

    internal override decimal ExpectedAt(Target target, DateOnly day)
    {
        if (day < target.Start)
            return target.Baseline;
        if (day >= target.Due)
            return target.Value;
        var origin = WeightBefore(target.Start.AddDays(-1));
        var share = (WeightBefore(day) - origin) / (WeightBefore(target.Due) - origin);
        return target.Baseline + (target.Value - target.Baseline) * share;
    }

    internal override Bilingual? FaultFor(Target target) =>
        WeightBefore(target.Due) > WeightBefore(target.Start.AddDays(-1))
            ? null
            : new("路径在起止日期之间没有权重", "the path has no weight between its start and its due day");

    /// <summary>The weights of all months up to the end of a day.</summary>
    private decimal WeightBefore(DateOnly day)
    {
        var months = MonthClock.EndOf(day);
        var whole = (int)months;
        var weight = whole / 12 * Months.Sum() + Months.Take(whole % 12).Sum();
        return weight + (months - whole) * Months[whole % 12];
    }
}
