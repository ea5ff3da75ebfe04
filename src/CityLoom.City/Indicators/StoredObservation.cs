namespace CityLoom.City.Indicators;

/// <summary>An observation as it is kept: for which territory, since when, by whom.</summary>
public sealed record StoredObservation
{
    /// <summary>Identity of the indicator.</summary>
    public long IndicatorId { get; init; }

    /// <summary>Code of the territory.</summary>
    public required string Territory { get; init; }

    /// <summary>Period, value and revision.</summary>
    public required Observation Observed { get; init; }

    /// <summary>Where the value comes from; may be empty.</summary>
    public string Source { get; init; } = "";

    /// <summary>When it was entered, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>By which account; null for an import.</summary>
    public long? Account { get; init; }

    /// <summary>For which organization.</summary>
    public string? Organization { get; init; }

    /// <summary>The entry of its indicator's chain that wrote it.</summary>
    public int Entry { get; init; }
}

/// <summary>A value that somebody reports; which revision it becomes is for the book to say.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Territory">Code of the territory.</param>
/// <param name="Period">The period it was measured for, of the indicator's own rhythm.</param>
/// <param name="Value">The value in the indicator's unit.</param>
/// <param name="Source">Where it comes from; may be empty.</param>
public sealed record NewObservation(string Indicator, string Territory, Period Period, decimal Value, string Source);

/// <summary>What became of values that were reported.</summary>
/// <param name="Added">Periods of which nothing was known.</param>
/// <param name="Revised">Periods that now have a further revision.</param>
/// <param name="Unchanged">Values that were known already.</param>
public sealed record ObservationCounts(int Added, int Revised, int Unchanged)
{
    /// <summary>Both together.</summary>
    public static ObservationCounts operator +(ObservationCounts a, ObservationCounts b) =>
        new(a.Added + b.Added, a.Revised + b.Revised, a.Unchanged + b.Unchanged);
}
