using CityLoom.City.Calendar;
using CityLoom.City.Matters;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace CityLoom.City.Feeds;

/// <summary>Writes the due dates of matters as iCalendar (RFC 5545): a day for each date, an instant for each term in minutes.</summary>
public static class DueCalendar
{
    /// <summary>The media type.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    /// <summary>The calendar of the matters that have a due date.</summary>
    /// <param name="name">How a calendar program calls it.</param>
    /// <param name="matters">Open matters; confidential ones have no place in it.</param>
    /// <param name="site">The address of the site, without a slash at its end.</param>
    /// <param name="city">The city.</param>
    /// <param name="language">Language tag of the words.</param>
    public static string Write(string name, IEnumerable<Matter> matters, string site, CityContext city, string language)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//CityLoom//Due dates//ZH" };
        calendar.AddProperty("METHOD", "PUBLISH");
        calendar.AddProperty("NAME", name);
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        foreach (var matter in matters.Where(m => m is { DueAt: not null, Confidential: false }))
        {
            calendar.Events.Add(EventOf(matter, site, city, language));
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    private static CalendarEvent EventOf(Matter matter, string site, CityContext city, string language)
    {
        var due = city.Clock.Local(matter.DueAt!.Value);
        var light = matter.LightAt(city.Now);
        var mark = light == Light.None ? "" : $"[{MatterWords.Of(light).In(language)}] ";
        var page = $"{site}/matters/{matter.Id}";
        var made = new CalendarEvent
        {
            Uid = $"matter-{matter.Id}@cityloom",
            DtStamp = new CalDateTime(city.Now.UtcDateTime),
            Summary = mark + matter.Title,
            Description = string.Join('\n', new[] { matter.Number, Owner(matter, city, language), MatterWords.Of(matter.State).In(language), page }),
            Url = new Uri(page),
            Transparency = Ical.Net.TransparencyType.Transparent,
            Sequence = matter.Version,
        };
        // 24:00 of a day belongs to that day.
        made.Start = due.TimeOfDay == TimeSpan.Zero ? new CalDateTime(DateOnly.FromDateTime(due.AddMilliseconds(-1))) : new CalDateTime(matter.DueAt.Value.UtcDateTime);
        return made;
    }

    private static string Owner(Matter matter, CityContext city, string language) => city.Organizations.Find(matter.Accountable) is { } found
        ? new Bilingual(found.ShortName, found.EnglishName).In(language)
        : matter.Accountable;
}
