namespace CityLoom.City.Indicators;

/// <summary>An indicator as the API shows it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">What it measures.</param>
/// <param name="EnglishName">The same in English.</param>
/// <param name="Unit">Unit after a number.</param>
/// <param name="Direction">Which way it should go.</param>
/// <param name="Accumulation">Flow or level.</param>
/// <param name="Rhythm">How often it is observed.</param>
/// <param name="Category">Category of concerns.</param>
/// <param name="Description">How it is measured.</param>
/// <param name="Source">Where its values come from.</param>
public sealed record IndicatorView(
    string Code, string Name, string EnglishName, string Unit, Direction Direction, Accumulation Accumulation, Rhythm Rhythm, string? Category, string Description, string Source)
{
    /// <summary>The view of an indicator.</summary>
    public static IndicatorView Of(Indicator i) =>
        new(i.Code, i.Name, i.EnglishName, i.Unit, i.Direction, i.Accumulation, i.Rhythm, i.Category, i.Description, i.Source);
}

/// <summary>An observation as the API shows it.</summary>
/// <param name="Territory">Code of the territory.</param>
/// <param name="Period">The period.</param>
/// <param name="Revision">0 for the first report; the highest speaks.</param>
/// <param name="Value">The value.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="At">When it was entered, UTC.</param>
/// <param name="Organization">For which organization.</param>
public sealed record ObservationView(string Territory, string Period, int Revision, decimal Value, string Source, DateTimeOffset At, string? Organization)
{
    /// <summary>The view of an observation.</summary>
    public static ObservationView Of(StoredObservation o) =>
        new(o.Territory, o.Observed.Period.ToString(), o.Observed.Revision, o.Observed.Value, o.Source, o.At, o.Organization);
}

/// <summary>A value that a standing rests on.</summary>
/// <param name="Period">The period.</param>
/// <param name="Value">The value.</param>
/// <param name="Revision">Which revision of it.</param>
public sealed record UsedValueView(string Period, decimal Value, int Revision);

/// <summary>A target with how it stands, explained.</summary>
public sealed record TargetReport
{
    /// <summary>Its code.</summary>
    public required string Code { get; init; }

    /// <summary>Code of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>What is measured.</summary>
    public required string Name { get; init; }

    /// <summary>Code of the territory.</summary>
    public required string Territory { get; init; }

    /// <summary><c>&gt;=</c> or <c>&lt;=</c>.</summary>
    public required string Comparator { get; init; }

    /// <summary>What should be reached.</summary>
    public decimal Value { get; init; }

    /// <summary>Unit after a number.</summary>
    public required string Unit { get; init; }

    /// <summary>The first day of the path.</summary>
    public DateOnly Start { get; init; }

    /// <summary>The last day of the path.</summary>
    public DateOnly Due { get; init; }

    /// <summary>Where the path begins.</summary>
    public decimal Baseline { get; init; }

    /// <summary>Kind of the path.</summary>
    public required string Path { get; init; }

    /// <summary>The verdict.</summary>
    public TargetStatus Status { get; init; }

    /// <summary>The day on which it was judged.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>What was reached; null without data.</summary>
    public decimal? Actual { get; init; }

    /// <summary>What the path expects of the same periods.</summary>
    public decimal? Expected { get; init; }

    /// <summary>How far the difference may go the wrong way.</summary>
    public decimal? Tolerance { get; init; }

    /// <summary>What each open period has to bring.</summary>
    public decimal? RequiredPerPeriod { get; init; }

    /// <summary>The values the verdict rests on, with their revisions.</summary>
    public required IReadOnlyList<UsedValueView> Used { get; init; }

    /// <summary>Periods of which nothing was reported.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>The reckoning step by step, in Chinese.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>The same in English.</summary>
    public required IReadOnlyList<string> English { get; init; }

    /// <summary>What set it, such as <c>directive</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Which of them set it.</summary>
    public long? SourceId { get; init; }

    /// <summary>The report of a target.</summary>
    public static TargetReport Of(StandingTarget t) => new()
    {
        Code = t.Stored.Code, Indicator = t.Indicator.Code, Name = t.Indicator.Name, Territory = t.Stored.Territory, Comparator = t.Stored.Comparator,
        Value = t.Stored.Value, Unit = t.Indicator.Unit, Start = t.Stored.Start, Due = t.Stored.Due, Baseline = t.Stored.Baseline, Path = t.Stored.Path.Kind,
        Status = t.Standing.Status, AsOf = t.Standing.AsOf, Actual = t.Standing.Actual, Expected = t.Standing.Expected, Tolerance = t.Standing.Tolerance,
        RequiredPerPeriod = t.Standing.RequiredPerPeriod,
        Used = [.. t.Standing.Used.Select(o => new UsedValueView(o.Period.ToString(), o.Value, o.Revision))],
        Missing = [.. t.Standing.Missing.Select(p => p.ToString())],
        Words = [.. t.Standing.Words.Select(w => w.Zh)], English = [.. t.Standing.Words.Select(w => w.En)],
        Source = t.Stored.Source, SourceId = t.Stored.SourceId,
    };
}
