using System.Text.Json;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Emergency.Plans;

/// <summary>A drill from the call to the matters that its review leaves behind.</summary>
public abstract class DrillTests(ServedCity city)
{
    [Fact]
    public async Task A_drill_is_worked_reviewed_and_leaves_matters_but_no_trace_in_the_figures()
    {
        using var supervisor = city.As("supervisor");
        using var handler = city.As("handler");
        _ = (await supervisor.Post("/api/emergency/plans", SamplePlan.Of("practice"))).Good;
        var before = await Counted();
        var board = (await supervisor.Post("/api/emergency/plans/practice/activations", new { level = "III", drill = true, title = "年度演练", territory = "420102" })).Good.Json;
        var id = board.GetProperty("activation").GetProperty("id").GetInt64();
        var tasks = board.GetProperty("tasks").EnumerateArray().ToDictionary(t => t.GetProperty("task").GetString()!, t => t.GetProperty("matter").GetInt64());
        Assert.All(board.GetProperty("tasks").EnumerateArray(), t => Assert.StartsWith("【演练】", t.GetProperty("title").GetString(), StringComparison.Ordinal));
        Assert.Equal(before, await Counted());

        _ = (await handler.Act(tasks["pumps"], "sign")).Good;
        _ = (await handler.Act(tasks["pumps"], "resolve", reason: "泵站全开")).Good;
        _ = (await supervisor.Post($"/api/emergency/activations/{id}/situations", new { text = "泵站已开，道路待封。" })).Good;
        Assert.Equal("activation.still-on", (await supervisor.Get($"/api/emergency/activations/{id}/review")).Code);
        _ = (await supervisor.Post($"/api/emergency/activations/{id}/end", new { text = "演练结束" })).Good;

        var review = (await supervisor.Get($"/api/emergency/activations/{id}/review")).Good["review"];
        var organizations = review.GetProperty("organizations").EnumerateArray().ToDictionary(o => o.GetProperty("organization").GetString()!);
        Assert.Equal((1, 1, 0), (Number(organizations["4201.swj"], "signedInTime"), Number(organizations["4201.swj"], "finishedInTime"), Number(organizations["4201.swj"], "untouched")));
        Assert.Equal((0, 0, 1), (Number(organizations["4201.jtj"], "signedInTime"), Number(organizations["4201.jtj"], "finishedInTime"), Number(organizations["4201.jtj"], "untouched")));
        Assert.Equal("voided", (await supervisor.Get($"/api/matters/{tasks["roads"]}")).Good.Text("state"));

        var asked = new { words = "泵站值守改为双人", organization = "420102.zf", dueDate = "2199-12-31" };
        var made = (await supervisor.Post($"/api/emergency/activations/{id}/conclusions", asked)).Good;
        var again = (await supervisor.Post($"/api/emergency/activations/{id}/conclusions", asked)).Good;
        Assert.Equal(made["matterId"].GetInt64(), again["matterId"].GetInt64());
        var matter = (await supervisor.Get($"/api/matters/{made["matterId"].GetInt64()}")).Good;
        Assert.Equal(("measure", "dispatched", "420102.zf"), (matter.Text("kind"), matter.Text("state"), matter.Text("offered")));
        Assert.Equal(before + 1, await Counted());

        // What the flow ratio of districts counts below its line: every matter accepted in the last weeks.
        async Task<int> Counted() => (await supervisor.Get("/api/leagues/flow")).Good["total"].GetProperty("denominator").GetInt32();
    }

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();
}

[Collection(OnSqlite.Name)]
public sealed class DrillOnSqliteTests(SqliteCity city) : DrillTests(city);

[Collection(OnPostgres.Name)]
public sealed class DrillOnPostgresTests(PostgresCity city) : DrillTests(city);
