using CityLoom.City;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace CityLoom.Emergency.Roster;

/// <summary>Writes shifts as iCalendar (RFC 5545), for phones that cannot sign in.</summary>
public static class RosterCalendar
{
    /// <summary>The calendar of these shifts.</summary>
    public static string Write(IEnumerable<Shift> shifts, IReadOnlyDictionary<string, DutyPost> posts, CityContext city, string language)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//CityLoom//Duty roster//ZH" };
        calendar.AddProperty("METHOD", "PUBLISH");
        calendar.AddProperty("X-WR-CALNAME", new Bilingual("值班", "Duty").In(language));
        calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        foreach (var shift in shifts)
        {
            var post = posts[shift.Post];
            calendar.Events.Add(new CalendarEvent
            {
                Uid = $"duty-{shift.Id}@cityloom",
                DtStamp = new CalDateTime(city.Now.UtcDateTime),
                Start = new CalDateTime(shift.BeginsAt.UtcDateTime),
                End = new CalDateTime(shift.EndsAt.UtcDateTime),
                Summary = $"{new Bilingual(post.Name, post.EnglishName.Length > 0 ? post.EnglishName : post.Name).In(language)}: {shift.Person}",
                Sequence = shift.Changes,
            });
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }
}
