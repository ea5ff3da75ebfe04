using CityLoom.City.Matters;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Calendar;

/// <summary>What a notice would change if it were imported now.</summary>
/// <param name="Days">Days that it names for the first time or says otherwise.</param>
/// <param name="ValidUntil">The last day that the calendar would then cover.</param>
/// <param name="Looked">Open matters with a clock that were reckoned.</param>
/// <param name="Later">How many would be due later.</param>
/// <param name="Earlier">How many would be due earlier.</param>
/// <param name="Settled">How many due dates would no longer be provisional.</param>
/// <param name="Examples">The first few that would move.</param>
public sealed record NoticePreview(int Days, DateOnly? ValidUntil, int Looked, int Later, int Earlier, int Settled, IReadOnlyList<MovedDue> Examples)
{
    /// <summary>How many due dates would move.</summary>
    public int Moved => Later + Earlier;
}

/// <summary>A matter whose due date would move.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="From">When it is due now, UTC.</param>
/// <param name="To">When it would be.</param>
public sealed record MovedDue(long Id, string Number, string Title, DateTimeOffset From, DateTimeOffset To);

/// <summary>Reckons every open clock by the calendar with a further notice, and changes nothing.</summary>
public static class PreviewNotice
{
    private const int Shown = 10;

    /// <summary>The preview of a notice.</summary>
    public static NoticePreview Run(Session session, IReadOnlyList<CalendarException> notice, CityContext city)
    {
        var before = CalendarBook.Load(session);
        var days = notice.Count(d => before.ExceptionOn(d.Date) != d);
        var time = new WorkingTime(before.With(notice), OfficeHours.Default, city.Clock.Zone);
        var (looked, later, earlier, settled) = (0, 0, 0, 0);
        var examples = new List<MovedDue>();
        foreach (var matter in session.Stream<Matter>($"select {MatterRow.Columns} from matters where open = 1 and due_at is not null order by due_at, id"))
        {
            var reckoned = matter.Reckon(time);
            looked++;
            settled += matter.Provisional && !reckoned.Provisional ? 1 : 0;
            if (reckoned.DueAt is not { } due || due == matter.DueAt)
            {
                continue;
            }

            (later, earlier) = due > matter.DueAt ? (later + 1, earlier) : (later, earlier + 1);
            if (examples.Count < Shown)
            {
                examples.Add(new MovedDue(matter.Id, matter.Number, matter.Title, matter.DueAt!.Value, due));
            }
        }

        return new NoticePreview(days, time.Calendar.ValidUntil, looked, later, earlier, settled, examples);
    }
}
