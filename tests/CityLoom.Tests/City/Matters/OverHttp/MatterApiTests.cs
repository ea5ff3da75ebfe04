using System.Net;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.City.Matters.OverHttp;

/// <summary>Use cases of matters as a program sees them, the same on both databases.</summary>
public abstract class MatterApiTests(ServedCity city)
{
    [Fact]
    public async Task A_request_sent_again_is_the_same_one()
    {
        using var desk = city.As("supervisor");
        var once = Guid.NewGuid().ToString();
        var asked = new { kind = "hazard", title = "再发一次的隐患" };

        var first = await desk.Post("/api/matters", asked, once);
        var again = await desk.Post("/api/matters", asked, once);
        var other = await desk.Post("/api/matters", new { kind = "hazard", title = "别的隐患" }, once);
        var blank = new[] { await desk.Post("/api/matters", asked, " "), await desk.Post("/api/matters", asked) };

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.Status, again.Status));
        Assert.Equal(first.Id, again.Id);
        Assert.Equal($"/api/matters/{first.Id}", first.Headers["Location"]);
        Assert.Equal((HttpStatusCode.Conflict, "idempotency.reused"), (other.Status, other.Code));
        Assert.Equal(3, blank.Select(b => b.Id).Append(first.Id).Distinct().Count());
        Assert.Equal("idempotency.long", (await desk.Post("/api/matters", asked, new string('k', 201))).Code);
    }

    [Fact]
    public async Task The_same_request_many_times_at_once_is_done_once()
    {
        using var desk = city.As("supervisor");
        var once = Guid.NewGuid().ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => desk.Post("/api/matters", new { kind = "hazard", title = "同时发来的隐患" }, once)));

        Assert.Single(answers.Select(a => a.Id).Distinct());
        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        var acts = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => desk.Post($"/api/matters/{answers[0].Id}/acts", new { act = "register" }, once + "r")));
        Assert.All(acts, a => Assert.Equal("registered", a.Good.Text("state")));
        Assert.Equal(2, (await desk.Get($"/api/matters/{answers[0].Id}/journal")).Json.GetArrayLength());
    }

    [Fact]
    public async Task One_of_two_decisions_on_the_same_version_is_refused()
    {
        using var desk = city.As("supervisor");
        var id = (await desk.Create("两个人同时决定")).Id;

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => desk.Act(id, "note", more: new { version = 1 })));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => Assert.Equal("matter.moved", a.Code));
    }

    [Fact]
    public async Task A_matter_goes_from_report_to_evaluation_and_its_journal_tells_it()
    {
        using var desk = city.As("supervisor");
        using var street = city.As("street");
        var id = (await desk.Create("路灯不亮", "request")).Id;

        foreach (var (who, act, to) in new[]
        {
            (desk, "verify", null), (desk, "register", null), (desk, "dispatch", ServedCity.Street), (street, "sign", null), (street, "start", null), (street, "resolve", null),
            (desk, "check", null), (desk, "close", null), (desk, "evaluate", (string?)null),
        })
        {
            _ = (await who.Act(id, act, to)).Good;
        }

        var matter = (await desk.Get($"/api/matters/{id}")).Good;
        Assert.Equal(("evaluated", "done", ServedCity.Street), (matter.Text("state"), matter.Text("light"), matter.Text("accountable")));
        Assert.Equal(
            ["created", "verify", "register", "dispatch", "sign", "start", "resolve", "check", "close", "evaluate"],
            (await desk.Get($"/api/matters/{id}/journal")).Json.EnumerateArray().Select(e => e.GetProperty("act").GetString()));
        Assert.Contains("5", (await desk.Get($"/api/matters/{id}/clock")).Good["steps"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_act_says_why_and_leaves_no_trace()
    {
        using var desk = city.As("supervisor");
        using var street = city.As("street");
        var id = (await desk.Create("被拒绝的一步")).Id;
        var before = (await desk.Get($"/api/matters/{id}")).Text;

        var refusals = new[]
        {
            (await street.Act(id, "register"), 403, "matter.not-yours"), (await desk.Act(id, "close"), 409, "matter.not-now"), (await desk.Act(id, "decline", reason: " "), 400, "matter.reason"),
            (await desk.Act(id, "escalate"), 403, "matter.not-yours"), (await desk.Act(id, "addEvidence", more: new { file = new string('a', 64) }), 400, "matter.own-endpoint"),
            (await desk.Act(id, "divide"), 400, "matter.own-endpoint"), (await desk.Act(id, "merge", more: new { into = 999_999 }), 400, "matter.into"),
            (await desk.Act(id, "merge", more: new { into = id }), 400, "matter.into"), (await desk.Act(999_999, "register"), 404, "matter.unknown"),
        };

        Assert.All(refusals, r => Assert.Equal((r.Item2, r.Item3), ((int)r.Item1.Status, r.Item1.Code)));
        Assert.Equal(before, (await desk.Get($"/api/matters/{id}")).Text);
        Assert.Equal(1, (await desk.Get($"/api/matters/{id}/journal")).Json.GetArrayLength());
    }

    [Fact]
    public async Task Two_matters_cannot_vanish_into_each_other()
    {
        using var desk = city.As("supervisor");
        for (var i = 0; i < 5; i++)
        {
            var (a, b) = ((await desk.Create("互相并案甲")).Id, (await desk.Create("互相并案乙")).Id);
            await Task.WhenAll(desk.Act(a, "merge", more: new { into = b }), desk.Act(b, "merge", more: new { into = a }));

            var states = new[] { (await desk.Get($"/api/matters/{a}")).Good.Text("state"), (await desk.Get($"/api/matters/{b}")).Good.Text("state") };
            Assert.Equal(["merged", "reported"], states.Order());
        }
    }

    [Fact]
    public async Task Raising_dispatching_and_keeping_each_need_their_role()
    {
        using var intake = city.As("intake");
        using var handler = city.As("street");
        using var dispatcher = city.As("dispatcher");

        Assert.Equal(HttpStatusCode.Created, (await intake.Create("受理员上报")).Status);
        Assert.Equal("matter.not-yours", (await intake.Create("受理员直接派遣", more: new { dispatchTo = ServedCity.Street })).Code);
        Assert.Equal("matter.not-yours", (await handler.Create("承办员直接派给别人", more: new { dispatchTo = ServedCity.Desk })).Code);
        Assert.Equal("matter.not-yours", (await handler.Create("替市政府上报", more: new { organization = ServedCity.Hall })).Code);
        Assert.Equal("inProgress", (await handler.Create("承办员自办", more: new { kept = true })).Good.Text("state"));
        Assert.Equal("dispatched", (await dispatcher.Create("派遣员直接派遣", more: new { dispatchTo = ServedCity.Street })).Good.Text("state"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"kind\":\"hazard\"}")]
    [InlineData("{\"kind\":\"nonsense\",\"title\":\"隐患\"}")]
    [InlineData("{\"kind\":\"hazard\",\"title\":\"隐\\u0000患\"}")]
    [InlineData("{\"kind\":\"hazard\",\"title\":\"隐\\ud800患\"}")]
    [InlineData("{\"kind\":\"hazard\",\"title\":\"隐患\",\"dueDate\":\"9999-12-31\"}")]
    [InlineData("{\"kind\":\"hazard\",\"title\":\"隐患\",\"dueDate\":\"0001-01-01\"}")]
    [InlineData("{\"kind\":\"hazard\",\"title\":\"隐患\",\"term\":\"days:999999999\"}")]
    [InlineData("{\"kind\":\"hazard\",\"title\":\"隐患\",\"term\":\"days:-1\"}")]
    [InlineData("{\"kind\":\"hazard\",\"title\":\"隐患\",\"organization\":\"nobody\"}")]
    [InlineData("{\"kind\":\"hazard\",\"title\":\"隐患\",\"territory\":\"nowhere\"}")]
    [InlineData("{\"kind\":\"hazard\",\"title\":\"隐患\",\"longitude\":114}")]
    [InlineData("{\"kind\":\"hazard\",\"title\":\"隐患\",\"longitude\":1e99,\"latitude\":30}")]
    [InlineData("{\"kind\":\"hazard\",\"title\":\"隐患\",\"urgency\":7}")]
    public async Task What_makes_no_sense_is_refused_in_words(string body)
    {
        using var desk = city.As("supervisor");

        var answer = await desk.PostRaw("/api/matters", body);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.Headers["Content-Type"].Split(';')[0]));
    }

    [Fact]
    public async Task Long_words_are_kept_and_found()
    {
        using var desk = city.As("supervisor");
        var words = new string('a', 19_000) + " 末尾的地下车库";

        var id = (await desk.Create("很长的说明", more: new { words })).Id;

        Assert.Contains((await desk.Get("/api/matters?text=" + Uri.EscapeDataString("末尾的地下车库"))).Good["matters"].EnumerateArray(), m => m.GetProperty("id").GetInt64() == id);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Create("过长的说明", more: new { words = new string('长', 20_001) })).Status);
        Assert.Equal("matter.too-long", (await desk.Act(id, "note", reason: new string('长', 20_001))).Code);
    }

    [Fact]
    public async Task Supervision_is_answered_by_the_one_who_works_on_it()
    {
        using var hall = city.As("supervisor");
        using var street = city.As("street");
        var id = (await hall.Create("督办的隐患", more: new { dispatchTo = ServedCity.Street })).Id;
        Assert.Equal("matter.colour", (await hall.Act(id, "supervise")).Code);
        Assert.Equal("matter.not-yours", (await street.Act(id, "supervise", more: new { colour = "red" })).Code);

        Assert.Equal("red", (await hall.Act(id, "supervise", more: new { colour = "red" })).Good.Text("supervision"));
        Assert.Contains((await hall.Get("/api/matters?asking=true&pageSize=200")).Good["matters"].EnumerateArray(), m => m.GetProperty("id").GetInt64() == id);
        _ = (await hall.Act(id, "urge", reason: null)).Good;
        Assert.Equal("matter.reason", (await street.Act(id, "answerSupervision", reason: "")).Code);
        Assert.Equal("none", (await street.Act(id, "answerSupervision")).Good.Text("supervision"));
    }
}

[Collection(OnSqlite.Name)]
public sealed class MatterApiOnSqliteTests(SqliteCity city) : MatterApiTests(city);

[Collection(OnPostgres.Name)]
public sealed class MatterApiOnPostgresTests(PostgresCity city) : MatterApiTests(city);
