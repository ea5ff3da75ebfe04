namespace CityLoom.City.Indicators;

/// <summary>How often an indicator is observed; the value is the number of months in a period.</summary>
public enum Rhythm
{
    /// <summary>Once a month.</summary>
    Month = 1,

    /// <summary>Once a quarter.</summary>
    Quarter = 3,

    /// <summary>Once a year.</summary>
    Year = 12,
}
