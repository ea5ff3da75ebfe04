namespace CityLoom.City.Indicators;

/// <summary>A target as it is kept: for which indicator and territory, by when, along which path, and what set it.</summary>
public sealed record StoredTarget
{
    /// <summary>Identity; 0 until it is stored.</summary>
    public long Id { get; init; }

    /// <summary>Stable name, such as <c>lanes-clear-2026</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Code of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>Code of the territory.</summary>
    public required string Territory { get; init; }

    /// <summary>At least the value (<c>&gt;=</c>) or at most (<c>&lt;=</c>).</summary>
    public Direction Direction { get; init; }

    /// <summary>What should be reached, in the indicator's unit.</summary>
    public required decimal Value { get; init; }

    /// <summary>The first day of the path.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The day at whose end the value should be reached.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>Where the path begins.</summary>
    public decimal Baseline { get; init; }

    /// <summary>The path as it is written.</summary>
    public PathText Path { get; init; } = PathText.Linear;

    /// <summary>What set it, such as <c>directive</c>, with <see cref="SourceId"/>.</summary>
    public string? Source { get; init; }

    /// <summary>Which of them set it.</summary>
    public long? SourceId { get; init; }

    /// <summary>What the file that brought it says of its origin; may be empty.</summary>
    public string Reference { get; init; } = "";

    /// <summary><c>&gt;=</c> or <c>&lt;=</c>.</summary>
    public string Comparator => Direction == Direction.HigherIsBetter ? ">=" : "<=";

    /// <summary>The target to be judged.</summary>
    public Target For(Indicator indicator) => new()
    {
        Accumulation = indicator.Accumulation,
        Direction = Direction,
        Rhythm = indicator.Rhythm,
        Baseline = Baseline,
        Value = Value,
        Start = Start,
        Due = Due,
        Path = Path.Read(out _) ?? TargetPath.Even,
        Unit = indicator.UnitWords,
    };
}
