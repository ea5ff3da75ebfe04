namespace CityLoom.City.Calendar;

/// <summary>What a term is counted in.</summary>
public enum TermUnit
{
    /// <summary>Whole working days after the day of acceptance; the clock ends at 24:00 of the last one.</summary>
    WorkingDays,

    /// <summary>Minutes inside office hours of working days, from the moment of acceptance.</summary>
    WorkingMinutes,
}
