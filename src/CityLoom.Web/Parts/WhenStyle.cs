namespace CityLoom.Web.Parts;

/// <summary>How much of a date is written; an instant always adds the time of day.</summary>
public enum WhenStyle
{
    /// <summary>3月2日, 2 Mar; with the year when it isn't this one.</summary>
    Short,

    /// <summary>2026年3月2日, 2 Mar 2026.</summary>
    Full,

    /// <summary>2026年3月2日 (周一), Mon 2 Mar 2026.</summary>
    Weekday,
}
