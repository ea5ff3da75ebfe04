using System.Net;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Emergency.Supplies;

/// <summary>Supplies over HTTP: asked for, promised, sent, received, brought back; many at once.</summary>
public abstract class SupplyTests(ServedCity city)
{
    [Fact]
    public async Task Stock_goes_out_and_comes_back_by_the_table_and_the_numbers_agree()
    {
        using var supervisor = city.As("supervisor");
        await Stocked("tent", 30, least: 5);
        var id = await Ask("tent", 20);
        Assert.Equal("supply.not-now", (await Do(id, "send")).Code);
        Assert.Equal("committed", (await Do(id, "commit")).Good.Text("state"));
        Assert.Equal((30, 20), await Stock("tent"));
        Assert.Equal("requested", (await Do(id, "release")).Good.Text("state"));
        Assert.Equal((30, 0), await Stock("tent"));
        _ = (await Do(id, "commit")).Good;
        _ = (await Do(id, "send")).Good;
        Assert.Equal((10, 0), await Stock("tent"));
        _ = (await Do(id, "receive")).Good;
        Assert.Equal("supply.returned", (await supervisor.Post($"/api/emergency/supplies/requests/{id}/acts", new { act = "return", returned = 21 })).Code);
        _ = (await supervisor.Post($"/api/emergency/supplies/requests/{id}/acts", new { act = "return", returned = 15 })).Good;
        Assert.Equal((25, 0), await Stock("tent"));
        Assert.Equal("supply.not-now", (await Do(id, "withdraw")).Code);
    }

    [Fact]
    public async Task Of_many_who_promise_at_once_nobody_gets_what_is_not_there()
    {
        await Stocked("boat", 25, least: 5);
        var ids = new List<long>();
        for (var i = 0; i < 10; i++)
        {
            ids.Add(await Ask("boat", 4));
        }

        var answers = await Task.WhenAll(ids.Select(id => Do(id, "commit")));

        Assert.Equal(5, answers.Count(a => a.Status == HttpStatusCode.OK));
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => Assert.Equal("supply.short", a.Code));
        Assert.Equal((25, 20), await Stock("boat"));
        var sent = await Task.WhenAll(ids.SelectMany(id => new[] { Do(id, "send"), Do(id, "send") }));
        Assert.Equal(5, sent.Count(a => a.Status == HttpStatusCode.OK));
        Assert.Equal((5, 0), await Stock("boat"));
    }

    [Fact]
    public async Task What_is_short_is_said_and_what_there_is_may_be_promised()
    {
        using var supervisor = city.As("supervisor");
        await Stocked("pump", 8, least: 2);
        var urgent = await Ask("pump", 5, priority: 1);
        var later = await Ask("pump", 5, priority: 4);

        var plan = (await supervisor.Get("/api/emergency/supplies/plan")).Json.EnumerateArray().ToDictionary(p => p.GetProperty("need").GetProperty("id").GetInt64());
        Assert.Equal((0, 4), (plan[urgent].GetProperty("short").GetInt64(), plan[later].GetProperty("short").GetInt64()));
        Assert.Contains("保底 2", plan[later].GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal("supply.short", (await Do(later, "commit")).Code);
        _ = (await supervisor.Post($"/api/emergency/supplies/requests/{later}/acts", new { act = "commit", partial = true })).Good;
        Assert.Equal((8, 1), await Stock("pump"));
    }

    [Fact]
    public async Task Each_does_their_own_step()
    {
        using var street = city.As("street");
        using var auditor = city.As("auditor");
        await Stocked("mask", 100, least: 0);
        var id = (await street.Post("/api/emergency/supplies/requests", Asked("mask", 10, 3))).Id;

        Assert.Equal("supply.not-yours", (await street.Post($"/api/emergency/supplies/requests/{id}/acts", new { act = "commit" })).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Post($"/api/emergency/supplies/requests/{id}/acts", new { act = "commit" })).Status);
        _ = (await Do(id, "commit")).Good;
        _ = (await Do(id, "send")).Good;
        _ = (await street.Post($"/api/emergency/supplies/requests/{id}/acts", new { act = "receive" })).Good;
        Assert.Equal("supply.quantity", (await street.Post("/api/emergency/supplies/requests", Asked("mask", 0, 3))).Code);
        Assert.Equal("supply.item", (await street.Post("/api/emergency/supplies/requests", Asked("nothing", 1, 3))).Code);
        Assert.Equal(HttpStatusCode.OK, (await auditor.Get("/api/emergency/supplies/stock")).Status);
    }

    [Fact]
    public async Task A_catalogue_touches_only_what_those_command_who_bring_it_in()
    {
        using var desk = city.As("desk");
        await Stocked("rope", 10, least: 0);

        Answer[] refused =
        [
            await desk.Post("/api/emergency/supplies/catalogue", new { warehouses = new[] { Store("w-rope") } }),
            await desk.Post("/api/emergency/supplies/catalogue", new { items = new[] { new { code = "rope", name = "绳", unit = "米" } } }),
            await desk.Post("/api/emergency/supplies/catalogue", new { minimums = new[] { new { warehouse = "w-rope", item = "rope", least = 3 } } }),
        ];
        var own = await desk.Post("/api/emergency/supplies/catalogue", new { items = new[] { new { code = "cord", name = "线", unit = "米" } }, warehouses = new[] { Store("w-desk") } });

        Assert.All(refused, a => Assert.Equal((HttpStatusCode.Forbidden, "supply.not-in-scope"), (a.Status, a.Code)));
        Assert.Equal(HttpStatusCode.OK, own.Status);

        static object Store(string code) => new { code, name = "库", organization = ServedCity.Desk, territory = "4201", longitude = 114.28, latitude = 30.6 };
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("9223372036854775807")]
    [InlineData("1e30")]
    [InlineData("0.5")]
    public async Task Stock_and_requests_of_absurd_size_are_refused_and_change_nothing(string quantity)
    {
        using var supervisor = city.As("supervisor");
        await Stocked("absurd", 7, least: 0);
        var before = await Stock("absurd");
        var amount = System.Text.Json.JsonDocument.Parse(quantity).RootElement;

        var lot = await supervisor.Post("/api/emergency/supplies/lots", new { warehouse = "w-absurd", item = "absurd", quantity = amount });
        var request = await supervisor.Post("/api/emergency/supplies/requests", new { item = "absurd", quantity = amount, priority = 3, territory = "420102", place = "集合点", longitude = 114.3, latitude = 30.6 });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (lot.Status, request.Status));
        Assert.Equal(before, await Stock("absurd"));
    }

    private static object Asked(string item, long quantity, int priority) =>
        new { item, quantity, priority, territory = "420102", place = "集合点", longitude = 114.3, latitude = 30.6 };

    private async Task Stocked(string item, long quantity, long least)
    {
        using var supervisor = city.As("supervisor");
        _ = (await supervisor.Post("/api/emergency/supplies/catalogue", new
        {
            items = new[] { new { code = item, name = item, unit = "件" } },
            warehouses = new[] { new { code = "w-" + item, name = "市级库", organization = "4201.yjj", territory = "4201", longitude = 114.28, latitude = 30.6 } },
            minimums = new[] { new { warehouse = "w-" + item, item, least } },
        })).Text;
        _ = (await supervisor.Post("/api/emergency/supplies/lots", new { warehouse = "w-" + item, item, quantity })).Good;
    }

    private async Task<long> Ask(string item, long quantity, int priority = 3)
    {
        using var supervisor = city.As("supervisor");
        return (await supervisor.Post("/api/emergency/supplies/requests", Asked(item, quantity, priority))).Id;
    }

    private async Task<Answer> Do(long id, string act)
    {
        using var supervisor = city.As("supervisor");
        return await supervisor.Post($"/api/emergency/supplies/requests/{id}/acts", new { act });
    }

    private async Task<(long Good, long Held)> Stock(string item)
    {
        using var supervisor = city.As("supervisor");
        var line = (await supervisor.Get("/api/emergency/supplies/stock")).Json.EnumerateArray().Single(l => l.GetProperty("item").GetProperty("code").GetString() == item);
        return (line.GetProperty("good").GetInt64(), line.GetProperty("held").GetInt64());
    }
}

[Collection(OnSqlite.Name)]
public sealed class SupplyOnSqliteTests(SqliteCity city) : SupplyTests(city);

[Collection(OnPostgres.Name)]
public sealed class SupplyOnPostgresTests(PostgresCity city) : SupplyTests(city);
