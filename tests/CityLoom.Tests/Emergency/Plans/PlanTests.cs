using System.Net;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Emergency.Plans;

/// <summary>Plans over HTTP: brought in, called, raised and lowered, practised and reviewed.</summary>
public abstract class PlanTests(ServedCity city)
{
    [Fact]
    public async Task A_plan_brought_in_again_is_the_same_and_a_changed_one_the_next_version()
    {
        using var supervisor = city.As("supervisor");
        var first = await supervisor.Post("/api/emergency/plans", SamplePlan.Of("versions"));
        var same = await supervisor.Post("/api/emergency/plans", SamplePlan.Of("versions"));
        var changed = await supervisor.Post("/api/emergency/plans", SamplePlan.Of("versions", sign: 10));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Created), (first.Status, same.Status, changed.Status));
        Assert.Equal((1, 1, 2), (first.Good["version"].GetInt32(), same.Good["version"].GetInt32(), changed.Good["version"].GetInt32()));
        var old = (await supervisor.Get("/api/emergency/plans/versions?version=1")).Json;
        Assert.Equal(15, old.GetProperty("tasks")[0].GetProperty("signMinutes").GetInt32());
        var exported = await supervisor.PostRaw("/api/emergency/plans", (await supervisor.Get("/api/emergency/plans/versions")).Text);
        Assert.Equal((HttpStatusCode.OK, 2), (exported.Status, exported.Good["version"].GetInt32()));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task The_tasks_go_out_as_a_sheet_and_come_back_as_the_next_version(string format)
    {
        using var supervisor = city.As("supervisor");
        using var desk = city.As("desk");
        var code = "sheet-" + format;
        _ = (await supervisor.Post("/api/emergency/plans", SamplePlan.Of(code))).Good;
        using var http = city.City.Client();
        http.DefaultRequestHeaders.Authorization = supervisor.Key;
        var file = await http.GetByteArrayAsync($"/api/emergency/plans/{code}/tasks.{format}", TestContext.Current.CancellationToken);

        Assert.Equal(1, (await Back(supervisor, file)).Good["version"].GetInt32());
        var changed = System.Text.Encoding.UTF8.GetBytes("code,step,from,organization,title,sign_minutes,finish_minutes\npumps,1,IV,4201.swj,开泵,5,50\n");
        Assert.Equal("plan.not-yours", (await Back(desk, changed)).Code);
        Assert.Equal(2, (await Back(supervisor, changed)).Good["version"].GetInt32());
        var plan = (await supervisor.Get($"/api/emergency/plans/{code}")).Json;
        Assert.Equal(("开泵", 3), (Assert.Single(plan.GetProperty("tasks").EnumerateArray()).GetProperty("title").GetString(), plan.GetProperty("levels").GetArrayLength()));

        var wrong = await Back(supervisor, System.Text.Encoding.UTF8.GetBytes("code,title,from,step\na,一项任务,V,1\nb,另一任务,I,x\n"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.All(["tasks:2: ", "tasks:3: "], at => Assert.Contains(at, wrong.Json.GetProperty("detail").GetString(), StringComparison.Ordinal));
        Assert.Equal("plan.sheet", (await Back(supervisor, [(byte)'P', (byte)'K', 1, 2, 3])).Code);

        Task<Answer> Back(Caller caller, byte[] content) => caller.Upload($"/api/emergency/plans/{code}/tasks", content);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_plan_is_said_at_once_and_nothing_is_kept()
    {
        using var supervisor = city.As("supervisor");
        var wrong = new
        {
            code = "wrong", name = "错", organization = "nobody", levels = Array.Empty<object>(),
            tasks = new[] { new { code = "a", organization = "nobody", title = "甲乙" }, new { code = "a", organization = "4201.swj", title = "丙丁" } },
        };
        var answer = await supervisor.Post("/api/emergency/plans", wrong);

        Assert.Equal((HttpStatusCode.BadRequest, "plan.faults"), (answer.Status, answer.Code));
        var said = answer.Json.GetProperty("detail").GetString()!;
        Assert.All(["预案名称", "没有单位 nobody", "至少写明一个响应级别", "任务 a：没有单位 nobody", "任务编码 a 出现 2 次"], part => Assert.Contains(part, said, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.Get("/api/emergency/plans/wrong")).Status);
        Assert.Equal("plan.malformed", (await supervisor.PostRaw("/api/emergency/plans", "{\"code\":\"x\",\"unknown\":1}")).Code);
    }

    [Fact]
    public async Task The_same_call_by_many_at_once_opens_each_task_once()
    {
        using var supervisor = city.As("supervisor");
        using var dispatcher = city.As("dispatcher");
        _ = (await supervisor.Post("/api/emergency/plans", SamplePlan.Of("crowd"))).Good;
        var asked = new { level = "III", title = "东湖路积水", territory = "420102" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? supervisor : dispatcher).Post("/api/emergency/plans/crowd/activations", asked)));

        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.Equal(11, answers.Count(a => a.Status == HttpStatusCode.OK));
        var boards = answers.Select(Board).ToList();
        Assert.Single(boards.Select(b => b.Id).Distinct());
        Assert.All(boards, b => Assert.Equal(["pumps", "roads"], b.Tasks.Order(StringComparer.Ordinal)));
        var whole = answers[0].Good["activation"].GetProperty("matterId").GetInt64();
        Assert.Equal(2, (await supervisor.Get($"/api/matters/{whole}/parts")).Json.GetArrayLength());
        Assert.Equal("activation.other-level", (await supervisor.Post("/api/emergency/plans/crowd/activations", new { level = "II", title = "东湖路积水", territory = "420102" })).Code);
    }

    [Fact]
    public async Task Raising_opens_what_is_new_and_going_up_and_down_again_doubles_nothing()
    {
        using var supervisor = city.As("supervisor");
        _ = (await supervisor.Post("/api/emergency/plans", SamplePlan.Of("levels"))).Good;
        var id = Board(await supervisor.Post("/api/emergency/plans/levels/activations", new { level = "IV", title = "汉口降雨", territory = "420102" })).Id;
        Assert.Equal(["pumps", "watch"], await Opened());

        foreach (var (level, expected) in new[] { ("II", 4), ("III", 4), ("IV", 4), ("II", 4) })
        {
            var board = Board(await supervisor.Post($"/api/emergency/activations/{id}/level", new { level, reason = "雨势变化" }));
            Assert.Equal((level, expected), (board.Level, board.Tasks.Count));
        }

        Assert.Equal("activation.level", (await supervisor.Post($"/api/emergency/activations/{id}/level", new { level = "I" })).Code);
        _ = (await supervisor.Post($"/api/emergency/activations/{id}/end", new { text = "雨停，积水退去。" })).Good;
        Assert.Equal("activation.ended", (await supervisor.Post($"/api/emergency/activations/{id}/level", new { level = "III" })).Code);

        async Task<List<string>> Opened() => [.. Board(await supervisor.Get($"/api/emergency/activations/{id}")).Tasks.Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task A_call_that_cannot_open_one_of_its_tasks_opens_none()
    {
        using var supervisor = city.As("supervisor");
        var plan = new
        {
            code = "nobody", name = "无人承办", organization = "4201.yjj", levels = new[] { new { level = "IV", when = "演示" } },
            tasks = new object[]
            {
                new { code = "first", organization = "4201.yjj", title = "先做的事" }, new { code = "second", duty = "safety.flood", title = "没有人做的事" },
            },
        };
        _ = (await supervisor.Post("/api/emergency/plans", plan)).Good;
        var before = (await supervisor.Get("/api/matters?text=先做的事&open=true")).Json.GetProperty("total").GetInt32();

        var answer = await supervisor.Post("/api/emergency/plans/nobody/activations", new { level = "IV", title = "无处可办", territory = "nowhere" });

        Assert.Equal("activation.territory", answer.Code);
        Assert.Equal(before, (await supervisor.Get("/api/matters?text=先做的事&open=true")).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Who_is_not_in_command_changes_nothing_and_everybody_signed_in_reads()
    {
        using var supervisor = city.As("supervisor");
        using var street = city.As("street");
        using var auditor = city.As("auditor");
        using var visitor = city.As(null);
        _ = (await supervisor.Post("/api/emergency/plans", SamplePlan.Of("rights"))).Good;
        var id = Board(await supervisor.Post("/api/emergency/plans/rights/activations", new { level = "IV", title = "权限", territory = "420102" })).Id;

        Assert.Equal(HttpStatusCode.Forbidden, (await street.Post($"/api/emergency/activations/{id}/level", new { level = "III" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Post($"/api/emergency/activations/{id}/end", new { text = "不行" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await auditor.Get($"/api/emergency/activations/{id}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.Get($"/api/emergency/activations/{id}")).Status);
    }

    /// <summary>What an answer says of a response.</summary>
    internal static (long Id, string Level, IReadOnlyList<string> Tasks) Board(Answer answer)
    {
        var json = answer.Good.Json;
        return (json.GetProperty("activation").GetProperty("id").GetInt64(), json.GetProperty("activation").GetProperty("level").GetString()!,
            [.. json.GetProperty("tasks").EnumerateArray().Select(t => t.GetProperty("task").GetString()!)]);
    }
}

[Collection(OnSqlite.Name)]
public sealed class PlanOnSqliteTests(SqliteCity city) : PlanTests(city);

[Collection(OnPostgres.Name)]
public sealed class PlanOnPostgresTests(PostgresCity city) : PlanTests(city);
