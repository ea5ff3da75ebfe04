using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Calendar;

/// <summary>The working calendar as the city has imported it, and the working time that the present one gives.</summary>
public sealed class CalendarBook(Database database, CityClock clock)
{
    private volatile WorkingTime? _present;

    /// <summary>The present working time; read once and again only after an import on this node or a minute.</summary>
    public WorkingTime Time => _present ?? Reload();

    /// <summary>Reads the calendar again.</summary>
    public WorkingTime Reload()
    {
        var exceptions = database.Read(s => s.Rows<ExceptionRow>("select date, working, kind from calendar_exceptions"))
            .ConvertAll(r => new CalendarException(r.Date, r.Working, r.Kind));
        return _present = new WorkingTime(new WorkingCalendar(exceptions), OfficeHours.Default, clock.Zone);
    }

    /// <summary>Takes in a notice; days that it names again are amended. Due dates that waited for it are reckoned anew by <see cref="Matters.ReckonProvisional"/>.</summary>
    public static void Import(Writing writing, IEnumerable<CalendarException> notice, DateTimeOffset at, Actor by)
    {
        var days = notice.ToList();
        foreach (var day in days)
        {
            writing.Execute(
                "insert into calendar_exceptions (date, working, kind) values (@Date, @Working, @Kind) "
                + "on conflict (date) do update set working = excluded.working, kind = excluded.kind",
                new { day.Date, day.Working, day.Kind });
        }

        JournalBook.Append(writing, "calendar", 1, at, by, "imported", new { days = days.Count, from = days.Min(d => d.Date), to = days.Max(d => d.Date) });
    }

    private sealed record ExceptionRow
    {
        public DateOnly Date { get; init; }

        public bool Working { get; init; }

        public string Kind { get; init; } = "";
    }
}
