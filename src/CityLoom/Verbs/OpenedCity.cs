using CityLoom.City;
using CityLoom.City.Calendar;
using CityLoom.City.Trees;
using CityLoom.Hosting;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;

namespace CityLoom.Verbs;

/// <summary>A city's store opened by a verb, with its clock, trees and calendar.</summary>
internal sealed class OpenedCity : IAsyncDisposable
{
    private OpenedCity(Database database)
    {
        Database = database;
        var clock = new CityClock(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        Calendar = new CalendarBook(database, clock);
        City = new CityContext(clock, new CityTreesBook(database, TimeProvider.System), Calendar);
    }

    /// <summary>The store.</summary>
    public Database Database { get; }

    /// <summary>The working calendar.</summary>
    public CalendarBook Calendar { get; }

    /// <summary>The city.</summary>
    public CityContext City { get; }

    /// <summary>Whoever runs a verb on the store itself may read all of it.</summary>
    public SignedIn Reader => new(0, "", [.. City.Organizations.Roots.Select(r => new Grant { Role = Role.Auditor, Organization = r.Code })]);

    /// <summary>Opens the store and brings it up to date.</summary>
    public static async Task<OpenedCity> AtAsync(StorageOptions store) => new(await CityHost.OpenAsync(store));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
