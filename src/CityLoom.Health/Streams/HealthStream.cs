using CityLoom.City;

namespace CityLoom.Health.Streams;

/// <summary>What is counted: a condition as one source sees it; its series are the counts of each place.</summary>
public sealed record HealthStream
{
    /// <summary>The name under which streams stand in the journal.</summary>
    public const string Subject = "health-stream";

    /// <summary>Identity; 0 until it is stored.</summary>
    public long Id { get; init; }

    /// <summary>Stable dotted name, such as <c>ili.clinic</c>.</summary>
    public string Code { get; init; } = "";

    /// <summary>Code of the disease or syndrome.</summary>
    public string Condition { get; init; } = "";

    /// <summary>The condition in Chinese.</summary>
    public string ConditionName { get; init; } = "";

    /// <summary>The condition in English.</summary>
    public string ConditionEnglish { get; init; } = "";

    /// <summary>Code of who counts: clinics, laboratories, schools, pharmacies, the hotline, wastewater …</summary>
    public string Source { get; init; } = "";

    /// <summary>The source in Chinese.</summary>
    public string SourceName { get; init; } = "";

    /// <summary>The source in English.</summary>
    public string SourceEnglish { get; init; } = "";

    /// <summary>By day or by week.</summary>
    public CountRhythm Rhythm { get; init; }

    /// <summary>Unit after a number, such as 例.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The unit in English; may be empty.</summary>
    public string EnglishUnit { get; init; } = "";

    /// <summary>True when the counts are of persons: 1 to 4 are then shown to the health role only.</summary>
    public bool Persons { get; init; } = true;

    /// <summary>The detector that is used whatever the history; empty for the usual choice.</summary>
    public string Method { get; init; } = "";

    /// <summary>The condition in both languages.</summary>
    public Bilingual ConditionWords => new(ConditionName, ConditionEnglish.Length > 0 ? ConditionEnglish : ConditionName);

    /// <summary>The source in both languages.</summary>
    public Bilingual SourceWords => new(SourceName, SourceEnglish.Length > 0 ? SourceEnglish : SourceName);

    /// <summary>The unit in both languages.</summary>
    public Bilingual UnitWords => new(Unit, EnglishUnit.Length > 0 ? EnglishUnit : Unit);
}
