namespace CityLoom.Health.Streams;

/// <summary>How often a stream counts; the value is the number of days in a period.</summary>
public enum CountRhythm
{
    /// <summary>Every day.</summary>
    Day = 1,

    /// <summary>Every week, Monday to Sunday (ISO 8601).</summary>
    Week = 7,
}
