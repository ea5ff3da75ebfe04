namespace CityLoom.City.Indicators;

/// <summary>An indicator, the value it should have by a day, and the path that leads there.</summary>
public sealed record Target
{
    /// <summary>Whether the indicator is a flow or a level.</summary>
    public required Accumulation Accumulation { get; init; }

    /// <summary>Whether more or less is better.</summary>
    public Direction Direction { get; init; } = Direction.HigherIsBetter;

    /// <summary>How often it is observed; reports of another rhythm are not used.</summary>
    public Rhythm Rhythm { get; init; } = Rhythm.Month;

    /// <summary>Where the path begins: the level before the start, or for a flow what counts as delivered before it (usually 0).</summary>
    public decimal Baseline { get; init; }

    /// <summary>What should be reached, in the indicator's unit.</summary>
    public required decimal Value { get; init; }

    /// <summary>The first day of the path.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The day at whose end the value should be reached.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>How the way is divided.</summary>
    public TargetPath Path { get; init; } = TargetPath.Even;

    /// <summary>How far, as a share of the way expected so far, one may be off and still be on track.</summary>
    public decimal Tolerance { get; init; } = 0.05m;

    /// <summary>The unit in which values are said; may be empty.</summary>
    public Bilingual Unit { get; init; } = new("", "");

    /// <summary>What is expected at the end of a day; monotone from the baseline to the value.</summary>
    public decimal ExpectedAt(DateOnly day) => Path.ExpectedAt(this, day);

    /// <summary>What a period should add. The parts of the months of a quarter sum up to the quarter's.</summary>
    public decimal ExpectedIn(Period period) => ExpectedAt(period.Last) - ExpectedAt(period.First.AddDays(-1));

    /// <summary>What is wrong with the target and how it reads, or null when it is sound.</summary>
    public Bilingual? Fault
    {
        get
        {
            if (Due < Start)
                return new("到期日早于起始日", "the due day is before the start");
            if (Tolerance is < 0 or >= 1)
                return new("容差须在 0 与 1 之间", "the tolerance must be at least 0 and below 1");
            if (Accumulation == Accumulation.Flow && Value < Baseline)
                return new("累计指标的目标不能低于起点", "the target of a flow can't be below where it begins");
            return Path.FaultFor(this);
        }
    }
}
