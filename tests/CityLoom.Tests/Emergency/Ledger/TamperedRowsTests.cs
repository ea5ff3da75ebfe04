using CityLoom.City;
using CityLoom.City.Calendar;
using CityLoom.City.Trees;
using CityLoom.Emergency;
using CityLoom.Emergency.Alerts;
using CityLoom.Emergency.Supplies;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Tests.Emergency.Alerts;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Emergency.Ledger;

/// <summary>Whoever changes a row behind the journal's back is found out.</summary>
public sealed class TamperedRowsTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private Database _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = new StorageOptions { Folder = _folder.Path }.Open();
        await Migrations.ApplyAsync(_database, [new KernelModule(), new CityModule(), new EmergencyModule()], TimeProvider.System);
        var clock = new CityClock(TimeProvider.System, SampleAlert.Zone);
        var city = new CityContext(clock, new CityTreesBook(_database, TimeProvider.System), new CalendarBook(_database, clock));
        await _database.WriteAsync(w =>
        {
            w.Execute("insert into supply_items (code, name, english_name, unit, english_unit) values ('bed', '床', '', '张', '')");
            w.Execute("insert into warehouses (code, name, english_name, organization, territory, longitude, latitude) values ('w', '库', '', 'o', 't', 114, 30)");
            _ = StockBook.AddLot(w, new Lot { Warehouse = "w", Item = "bed", Quantity = 40 }, clock.Now, Actor.System);
            var message = System.Text.Encoding.UTF8.GetBytes(CapWriter.Write(SampleAlert.Message, SampleAlert.Zone).ToString());
            return ReceiveAlert.Run(w, message, "import", null, Actor.System, city).Value.Alert.Id;
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void What_nobody_touched_holds() => Assert.Empty(Faults());

    [Theory]
    [InlineData("update stock_lots set quantity = 41", "stock-lot 1", "not what the last entry")]
    [InlineData("update alerts set message = replace(message, '橙色', '红色')", "alert 1", "not what the last entry")]
    [InlineData("update alerts set ended_at = 1", "alert 1", "not what the last entry")]
    [InlineData("delete from stock_lots", "stock-lot 1", "rows are gone")]
    [InlineData("insert into stock_lots (warehouse, item, quantity, held, changes) values ('w', 'bed', 9, 0, 0)", "stock-lot 2", "no entry")]
    public async Task What_was_changed_behind_the_journal_is_named(string change, string where, string what)
    {
        await _database.WriteAsync(w => w.Execute(change));

        var fault = Assert.Single(Faults());
        Assert.Equal(where, fault.Where);
        Assert.Contains(what, fault.What, StringComparison.Ordinal);
    }

    private List<JournalFault> Faults() => _database.Read(s => StockBook.KeptLots.Verify(s).Concat(AlertBook.Kept.Verify(s)).ToList());
}
