namespace CityLoom.City.Calendar;

/// <summary>The working time of a city: its calendar, its office hours and its zone. Starts the clocks of terms.</summary>
/// <param name="Calendar">The days on which people work.</param>
/// <param name="Hours">The hours in which working minutes run.</param>
/// <param name="Zone">The zone in which days begin and offices open.</param>
public sealed record WorkingTime(WorkingCalendar Calendar, OfficeHours Hours, TimeZoneInfo Zone)
{
    /// <summary>Starts the clock of one term. The same arguments always give the same clock; it can be remade at any time.</summary>
    /// <param name="accepted">When the matter was accepted, between the years 1900 and 2200.</param>
    /// <param name="term">How long it may take.</param>
    /// <param name="pauses">The pauses in any order; those before acceptance or after the due time make no difference.</param>
    public TermClock Start(DateTimeOffset accepted, Term term, params IReadOnlyList<Pause> pauses) => new(this, accepted, term, pauses);
}
