namespace CityLoom.City.Calendar;

/// <summary>The light of a clock.</summary>
public enum ClockLight
{
    /// <summary>Less than 80 % of the term is used up.</summary>
    Green,

    /// <summary>80 % or more is used up and the due time has not come.</summary>
    Yellow,

    /// <summary>The due time has come.</summary>
    Red,
}
