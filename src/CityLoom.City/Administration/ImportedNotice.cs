using CityLoom.City.Calendar;
using CityLoom.City.Matters;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Administration;

/// <summary>What came of importing a notice.</summary>
/// <param name="Days">Days that it named for the first time or said otherwise.</param>
/// <param name="Moved">Open matters whose clocks moved.</param>
public sealed record ImportedNotice(int Days, int Moved)
{
    /// <summary>Takes in a notice and reckons the open clocks at once; the job finds those started meanwhile.</summary>
    public static async Task<ImportedNotice> TakeAsync(
        Database database, CalendarBook calendar, CityContext city, Actor by, IReadOnlyList<CalendarException> days, CancellationToken cancel)
    {
        var taken = await database.WriteAsync(w => CalendarBook.Import(w, days, city.Now, by)).ConfigureAwait(false);
        var moved = await ReckonClocks.RunAsync(database, calendar, () => city.For(null), cancel).ConfigureAwait(false);
        return new ImportedNotice(taken, moved);
    }
}
