using System.Net;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.City.Matters.OverHttp;

/// <summary>A matter broken down to districts, and how its parts carry it.</summary>
public abstract class PartsTests(ServedCity city)
{
    private static readonly object[] TwoDistricts = [new { organization = "420102.zf" }, new { organization = "420106.zf", title = "武昌区分项", dueDate = "2026-12-15" }];

    [Fact]
    public async Task The_whole_is_done_when_its_parts_are_and_not_before()
    {
        using var hall = city.As("supervisor");
        using var doer = city.As("handler");
        using var second = city.As("second");
        var whole = (await hall.Create("全市排查井盖", "measure", new { kept = true, dueDate = "2026-12-31" })).Id;
        var parts = (await hall.Post($"/api/matters/{whole}/parts", TwoDistricts)).Good.Json.EnumerateArray().Select(p => p.GetProperty("id").GetInt64()).ToList();
        Assert.Equal(["全市排查井盖", "武昌区分项"], (await hall.Get($"/api/matters/{whole}/parts")).Json.EnumerateArray().Select(p => p.GetProperty("title").GetString()));

        await Finish(parts[0]);
        Assert.Equal("matter.open-parts", (await hall.Act(whole, "resolve")).Code);
        await Finish(parts[1]);
        _ = (await hall.Act(whole, "resolve")).Good;

        _ = (await second.Act(parts[0], "reopen")).Good;
        _ = (await second.Act(whole, "check")).Good;
        Assert.Equal("matter.open-parts", (await second.Act(whole, "close")).Code);
        _ = (await second.Act(parts[0], "void")).Good;
        Assert.Equal("closed", (await second.Act(whole, "close")).Good.Text("state"));
        Assert.Equal("matter.whole-ended", (await second.Act(parts[1], "reopen")).Code);

        async Task Finish(long part)
        {
            _ = (await doer.Act(part, "sign")).Good;
            _ = (await doer.Act(part, "resolve")).Good;
            _ = (await hall.Act(part, "check")).Good;
            _ = (await hall.Act(part, "close")).Good;
        }
    }

    [Fact]
    public async Task A_division_sent_again_makes_no_second_set()
    {
        using var hall = city.As("supervisor");
        var whole = (await hall.Create("只分解一次", "measure", new { kept = true, dueDate = "2026-12-31" })).Id;

        var first = await hall.Post($"/api/matters/{whole}/parts", TwoDistricts, $"parts-{whole}-{Store}");
        var again = await hall.Post($"/api/matters/{whole}/parts", TwoDistricts, $"parts-{whole}-{Store}");

        Assert.Equal(first.Text, again.Text);
        Assert.Equal(2, (await hall.Get($"/api/matters/{whole}/parts")).Json.GetArrayLength());
    }

    [Fact]
    public async Task A_division_that_goes_wrong_in_one_part_makes_none()
    {
        using var hall = city.As("supervisor");
        var whole = (await hall.Create("分解不成", "measure", new { kept = true, dueDate = "2026-12-31" })).Id;
        var refused = new[]
        {
            (await hall.Post($"/api/matters/{whole}/parts", Array.Empty<object>()), "matter.parts"),
            (await hall.Post($"/api/matters/{whole}/parts", new object[] { new { organization = "420102.zf" }, new { organization = "nobody" } }), "matter.organization"),
            (await hall.Post($"/api/matters/{whole}/parts", new object[] { new { organization = "420102.zf", dueDate = "2027-01-01" } }), "matter.part-late"),
            (await hall.Post($"/api/matters/{whole}/parts", new object[] { new { organization = "420102.zf", dueDate = "9999-12-31" } }), "matter.date"),
        };

        Assert.All(refused, r => Assert.Equal((HttpStatusCode.BadRequest, r.Item2), (r.Item1.Status, r.Item1.Code)));
        Assert.Equal(0, (await hall.Get($"/api/matters/{whole}/parts")).Json.GetArrayLength());
        Assert.Equal(1, (await hall.Get($"/api/matters/{whole}/journal")).Json.GetArrayLength());
    }

    private string Store => city.Store.Postgres is null ? "sqlite" : "postgres";
}

[Collection(OnSqlite.Name)]
public sealed class PartsOnSqliteTests(SqliteCity city) : PartsTests(city);

[Collection(OnPostgres.Name)]
public sealed class PartsOnPostgresTests(PostgresCity city) : PartsTests(city);
