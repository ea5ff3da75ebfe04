namespace CityLoom.City.Indicators;

/// <summary>A measured quantity: what it is, in which unit, how often it is observed, which way it should go.</summary>
public sealed record Indicator
{
    /// <summary>The name under which indicators stand in the journal.</summary>
    public const string Subject = "indicator";

    /// <summary>Identity; 0 until it is stored.</summary>
    public long Id { get; init; }

    /// <summary>Stable dotted name, such as <c>fire.lane.clear</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What it measures.</summary>
    public required string Name { get; init; }

    /// <summary>The same in English.</summary>
    public string EnglishName { get; init; } = "";

    /// <summary>Unit as written after a number; may be empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The unit in English; may be empty.</summary>
    public string EnglishUnit { get; init; } = "";

    /// <summary>Whether more or less is better.</summary>
    public Direction Direction { get; init; }

    /// <summary>Whether values add up over time.</summary>
    public Accumulation Accumulation { get; init; } = Accumulation.Level;

    /// <summary>How values of territories make that of the one above.</summary>
    public Aggregation Aggregation { get; init; } = Aggregation.Sum;

    /// <summary>How often it is observed.</summary>
    public Rhythm Rhythm { get; init; } = Rhythm.Month;

    /// <summary>Code of the category of concerns it belongs to.</summary>
    public string? Category { get; init; }

    /// <summary>Digits after the point that are worth showing.</summary>
    public int Decimals { get; init; }

    /// <summary>How it is measured.</summary>
    public string Description { get; init; } = "";

    /// <summary>Where its values come from.</summary>
    public string Source { get; init; } = "";

    /// <summary>Name in both languages.</summary>
    public Bilingual Words => new(Name, EnglishName.Length > 0 ? EnglishName : Name);

    /// <summary>Unit in both languages.</summary>
    public Bilingual UnitWords => new(Unit, EnglishUnit.Length > 0 ? EnglishUnit : Unit);
}
