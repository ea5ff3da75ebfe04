using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Calendar;

/// <summary>The working calendar as the city has imported it, and the working time that the present one gives. Thread-safe.</summary>
public sealed class CalendarBook(Database database, CityClock clock)
{
    /// <summary>How long a node may go on with a calendar that another node has replaced.</summary>
    internal static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private const long Calendar = 1;
    private volatile Reading? _present;

    /// <summary>The days that differ from a plain week, and the notices that named them; whether clocks were reckoned since is no statement of a notice.</summary>
    public static KeptSubject Kept { get; } = new(
        "calendar",
        [
            new RowSet("calendar_exceptions", RowSet.Only, "date, working, kind"),
            new RowSet("calendar_notices", RowSet.Only, "id, imported_at, days, first_changed"),
        ]);

    /// <summary>The present working time: read once, and again within seconds of an import by whichever node or verb.</summary>
    public WorkingTime Time => _present is { } reading && clock.Now - reading.CheckedAt < Freshness ? reading.Time : Reload();

    /// <summary>Reads the calendar again if a notice has been imported since.</summary>
    public WorkingTime Reload()
    {
        var before = _present;
        var checkedAt = clock.Now;
        var version = database.Read(s => s.Value<long>("select coalesce(max(id), 0) from calendar_notices"));
        var time = before?.Version == version ? before.Time : new WorkingTime(database.Read(Load), OfficeHours.Default, clock.Zone);
        _present = new Reading(time, version, checkedAt);
        return time;
    }

    /// <summary>
    /// Takes in a notice; days that it names again are amended. Open clocks are reckoned anew by <see cref="Matters.ReckonClocks"/>.
    /// A notice that says nothing new leaves no trace.
    /// </summary>
    /// <returns>How many days it named for the first time or said otherwise.</returns>
    public static int Import(Writing writing, IEnumerable<CalendarException> notice, DateTimeOffset at, Actor by)
    {
        var before = Load(writing);
        var days = notice.Where(d => before.ExceptionOn(d.Date) != d).ToList();
        if (days.Count == 0)
        {
            return 0;
        }

        foreach (var day in days)
        {
            writing.Execute(
                "insert into calendar_exceptions (date, working, kind) values (@Date, @Working, @Kind) "
                + "on conflict (date) do update set working = excluded.working, kind = excluded.kind",
                new { day.Date, day.Working, day.Kind });
        }

        var changed = days.Where(d => before.IsWorking(d.Date) != d.Working).Select(d => (DateOnly?)d.Date).Min();
        var id = writing.Insert(
            "insert into calendar_notices (imported_at, days, first_changed) values (@at, @Count, @changed)", new { at, days.Count, changed });
        Kept.Append(writing, Calendar, at, by, "imported", new
        {
            notice = id, days = days.Count, from = days.Min(d => d.Date), to = days.Max(d => d.Date), firstChanged = changed,
        });
        return days.Count;
    }

    /// <summary>The calendar as it is stored.</summary>
    public static WorkingCalendar Load(Session session) =>
        new(session.Rows<ExceptionRow>("select date, working, kind from calendar_exceptions").ConvertAll(r => new CalendarException(r.Date, r.Working, r.Kind)));

    /// <summary>The notices after which open clocks still have to be reckoned, oldest first.</summary>
    internal static List<Notice> Waiting(Session session) =>
        session.Rows<Notice>("select id, imported_at, first_changed from calendar_notices where reckoned_at is null order by id");

    /// <summary>Notes that all clocks have been reckoned since a notice.</summary>
    internal static void Settle(Writing writing, Notice notice, DateTimeOffset at) =>
        writing.Execute("update calendar_notices set reckoned_at = @at where id = @Id", new { at, notice.Id });

    /// <summary>A notice that changed the calendar.</summary>
    internal sealed record Notice
    {
        public long Id { get; init; }

        public DateTimeOffset ImportedAt { get; init; }

        /// <summary>The first day on which people work or rest other than before; null when it only confirms plain weeks.</summary>
        public DateOnly? FirstChanged { get; init; }
    }

    private sealed record Reading(WorkingTime Time, long Version, DateTimeOffset CheckedAt);

    private sealed record ExceptionRow
    {
        public DateOnly Date { get; init; }

        public bool Working { get; init; }

        public string Kind { get; init; } = "";
    }
}
