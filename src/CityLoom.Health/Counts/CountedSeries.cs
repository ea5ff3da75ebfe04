namespace CityLoom.Health.Counts;

/// <summary>The counts of a stream at a place over consecutive periods.</summary>
/// <param name="Territory">Code of the place.</param>
/// <param name="First">Number of the first period.</param>
/// <param name="Counts">One count a period, oldest first; -1 where nothing was reported.</param>
public sealed record CountedSeries(string Territory, int First, int[] Counts)
{
    /// <summary>Number of the last period.</summary>
    public int Last => First + Counts.Length - 1;

    /// <summary>The count of a period; null when it is not known.</summary>
    public int? At(int period) => period >= First && period <= Last && Counts[period - First] >= 0 ? Counts[period - First] : null;
}

/// <summary>A count that somebody reports.</summary>
/// <param name="Stream">Code of the stream.</param>
/// <param name="Territory">Code of the place.</param>
/// <param name="Period">Number of the period, of the stream's own rhythm.</param>
/// <param name="Count">How many.</param>
public readonly record struct NewCount(string Stream, string Territory, int Period, int Count);

/// <summary>A correction of a count.</summary>
public sealed record CountRevision
{
    /// <summary>Code of the place.</summary>
    public string Territory { get; init; } = "";

    /// <summary>Number of the period.</summary>
    public int Period { get; init; }

    /// <summary>1 for the first correction.</summary>
    public int Revision { get; init; }

    /// <summary>What stood before.</summary>
    public int Before { get; init; }

    /// <summary>What stands since.</summary>
    public int After { get; init; }

    /// <summary>When it was entered, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>By which account; null for an import.</summary>
    public long? Account { get; init; }

    /// <summary>For which organization.</summary>
    public string? Organization { get; init; }
}
