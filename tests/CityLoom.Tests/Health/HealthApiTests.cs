using System.Net;
using System.Text;
using System.Text.Json;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Health;

/// <summary>Streams, counts and who sees them, over HTTP.</summary>
public abstract class HealthApiTests(ServedCity city)
{
    private const string Columns = "code,condition,condition_name,source,source_name,rhythm,unit\n";

    private static StringContent Csv(string text) => new(text, Encoding.UTF8, "text/csv");

    private async Task<string> Stream(string name)
    {
        using var judge = city.As("epidemiologist");
        var code = $"{name}.clinic";
        _ = (await judge.Send(HttpMethod.Post, "/api/health/streams", Csv($"{Columns}{code},{name},测试病症,clinic,门诊,day,例\n"))).Good;
        return code;
    }

    [Fact]
    public async Task Counts_come_as_csv_or_json_and_sent_again_change_nothing()
    {
        var code = await Stream("once");
        using var judge = city.As("epidemiologist");
        var csv = $"stream,territory_code,period,count\n{code},420105,2026-03-01,7\n{code},420105,2026-03-02,9\n";

        Assert.Equal((2, 0, 0), Changed(await judge.Send(HttpMethod.Post, "/api/health/counts", Csv(csv))));
        Assert.Equal((0, 0, 2), Changed(await judge.Send(HttpMethod.Post, "/api/health/counts", Csv(csv))));
        Assert.Equal((0, 1, 0), Changed(await judge.Post("/api/health/counts", new[] { new { stream = code, territory = "420105", period = "2026-03-02", count = 11 } })));
        var counts = (await judge.Get($"/api/health/streams/{code}/counts?territory=420105&from=2026-02-20&until=2026-03-05")).Json;
        Assert.Equal(["2026-03-01 7", "2026-03-02 11"], counts.EnumerateArray().Select(c => $"{c.GetProperty("period")} {c.GetProperty("count")}"));
    }

    [Fact]
    public async Task With_a_key_a_retry_does_not_undo_a_later_correction()
    {
        var code = await Stream("keyed");
        using var judge = city.As("epidemiologist");
        object Body(int count) => new[] { new { stream = code, territory = "420105", period = "2026-03-02", count } };

        await judge.Post("/api/health/counts", Body(5), "first-report");
        await judge.Post("/api/health/counts", Body(8));

        Assert.Equal((0, 0, 1), Changed(await judge.Post("/api/health/counts", Body(5), "first-report")));
        Assert.Equal(HttpStatusCode.Conflict, (await judge.Post("/api/health/counts", Body(6), "first-report")).Status);
        Assert.Contains("\"count\":8", (await judge.Get($"/api/health/streams/{code}/counts?from=2026-03-01&until=2026-03-05")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_fault_and_nothing_is_taken_and_each_is_named_with_its_line()
    {
        var code = await Stream("faulty");
        using var judge = city.As("epidemiologist");

        var told = await judge.Send(HttpMethod.Post, "/api/health/counts", Csv($"stream,territory_code,period,count\n{code},420105,2026-03-01,7\n{code},nowhere,2026-03-01,7\n{code},420105,2026-02-31,7\n{code},420105,2026-03-02,-1\n"));

        Assert.Equal(HttpStatusCode.BadRequest, told.Status);
        Assert.All(["counts:3: ", "counts:4: ", "counts:5: "], line => Assert.Contains(line, told.Json.GetProperty("detail").GetString(), StringComparison.Ordinal));
        Assert.Equal("[]", (await judge.Get($"/api/health/streams/{code}/counts?from=2026-02-01&until=2026-03-05")).Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await judge.PostRaw("/api/health/counts", "{\"a\":")).Status);
    }

    [Fact]
    public async Task Small_counts_are_seen_by_the_epidemiologist_alone()
    {
        var code = await Stream("small");
        using var judge = city.As("epidemiologist");
        await judge.Send(HttpMethod.Post, "/api/health/counts", Csv($"stream,territory_code,period,count\n{code},420105,2026-03-01,0\n{code},420105,2026-03-02,3\n{code},420105,2026-03-03,5\n"));
        var address = $"/api/health/streams/{code}/counts?from=2026-03-01&until=2026-03-05";

        Assert.Equal(["0", "3", "5"], (await judge.Get(address)).Json.EnumerateArray().Select(c => c.GetProperty("count").ToString()));
        foreach (var role in new[] { "supervisor", "dispatcher", "handler", "administrator", "auditor" })
        {
            using var reader = city.As(role);
            Assert.Equal(["0 False", " True", "5 False"], (await reader.Get(address)).Json.EnumerateArray().Select(c => $"{c.GetProperty("count")} {c.GetProperty("suppressed").GetBoolean()}"));
        }
    }

    [Fact]
    public async Task Pages_show_small_counts_as_one_to_four_to_everybody_else()
    {
        var code = await Stream("hidden");
        using var judge = city.As("epidemiologist");
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddDays(-3).DateTime);
        await judge.Send(HttpMethod.Post, "/api/health/counts", Csv($"stream,territory_code,period,count\n{code},420105,{day:yyyy-MM-dd},3\n"));
        using var open = city.Open("127.0.0.21");
        await open.SignIn("supervisor");
        using var own = city.Open("127.0.0.22");
        await own.SignIn("epidemiologist");

        Assert.Contains("1–4 例", (await open.Get($"/health/streams/{code}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1–4 例", (await own.Get($"/health/streams/{code}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_rests_on_a_small_count_is_kept_back_with_it()
    {
        var code = await Stream("rarely");
        using var judge = city.As("epidemiologist");
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).DateTime);
        var rows = string.Concat(Enumerable.Range(1, 50).Select(i => $"{code},420105,{today.AddDays(-i):yyyy-MM-dd},{(i == 1 ? 2 : i % 4 == 0 ? 1 : 0)}\n"));
        _ = (await judge.Send(HttpMethod.Post, "/api/health/counts", Csv("stream,territory_code,period,count\n" + rows))).Good;
        _ = (await judge.Post("/api/health/sweeps", new { })).Good;
        using var reader = city.As("supervisor");

        var (whole, kept) = (await Near(judge), await Near(reader));

        Assert.Equal(JsonValueKind.Number, whole.GetProperty("pValue").ValueKind);
        Assert.All(["pValue", "rate", "distance"], name => Assert.False(kept.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null));
        Assert.All(["observed", "pValue", "share"], name =>
            Assert.False(kept.GetProperty("contributions")[0].TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null));

        async Task<JsonElement> Near(Caller who) => (await who.Get($"/api/health/sweeps/{today:yyyy-MM-dd}")).Json.GetProperty("near").EnumerateArray()
            .First(f => f.GetProperty("condition").GetString() == "rarely");
    }

    [Fact]
    public async Task Who_may_report_and_judge()
    {
        var code = await Stream("whose");
        object Body(string place) => new[] { new { stream = code, territory = place, period = "2026-03-02", count = 5 } };
        using var street = city.As("street");
        using var supervisor = city.As("supervisor");
        using var visitor = city.As(null);

        Assert.Equal("count.not-yours", (await street.Post("/api/health/counts", Body("420105"))).Code);
        Assert.Equal((1, 0, 0), Changed(await street.Post("/api/health/counts", Body("420102002"))));
        Assert.Equal(HttpStatusCode.Forbidden, (await supervisor.Post("/api/health/counts", Body("420105"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await supervisor.Post("/api/health/warnings/1/acts", new { act = "verify", reason = "核对" })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.Get("/api/health/warnings")).Status);
    }

    [Fact]
    public async Task A_warning_is_raised_read_judged_and_asked_after_over_http()
    {
        var code = await Stream("acute");
        using var judge = city.As("epidemiologist");
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).DateTime);
        var rows = string.Concat(Enumerable.Range(1, 50).Select(i => $"{code},420105,{today.AddDays(-i):yyyy-MM-dd},{(i <= 2 ? 90 : 20 + i % 4)}\n"));
        _ = (await judge.Send(HttpMethod.Post, "/api/health/counts", Csv("stream,territory_code,period,count\n" + rows))).Good;

        _ = (await judge.Post("/api/health/sweeps", new { })).Good;
        var again = (await judge.Post("/api/health/sweeps", new { })).Good;
        Assert.Equal("0", again.Text("changed"));
        var warning = (await judge.Get("/api/health/warnings?open=true&condition=acute")).Json.GetProperty("warnings")[0];
        var id = warning.GetProperty("id").GetInt64();
        Assert.Equal("signal", warning.GetProperty("stage").GetString());
        Assert.Contains("verify", warning.GetProperty("acts").EnumerateArray().Select(a => a.GetString()));

        Assert.Equal("warning.reason", (await judge.Post($"/api/health/warnings/{id}/acts", new { act = "verify" })).Code);
        var verified = (await judge.Post($"/api/health/warnings/{id}/acts", new { act = "verify", reason = "已电话核对", version = warning.GetProperty("version").GetInt32() })).Good;
        Assert.Equal("verified", verified.Text("stage"));
        Assert.Equal("warning.changed", (await judge.Post($"/api/health/warnings/{id}/acts", new { act = "confirm", reason = "确认", version = warning.GetProperty("version").GetInt32() })).Code);
        Assert.Equal("warning.unknown", (await judge.Post("/api/health/warnings/999999/acts", new { act = "verify", reason = "已电话核对" })).Code);
        Assert.Equal(HttpStatusCode.OK, (await judge.Get($"/api/health/sweeps/{today:yyyy-MM-dd}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await judge.Get("/api/health/sweeps/2020-01-01")).Status);
        Assert.NotEmpty((await judge.Get("/api/health/tuning?condition=acute&rate=0.01")).Json.GetProperty("warnings").EnumerateArray());
        Assert.Equal("sweep.rate", (await judge.Get("/api/health/tuning?condition=acute&rate=0.9")).Code);
        Assert.Equal("plan.line", (await judge.Post("/api/health/plan", new { lines = new[] { new { code = "a", title = "核实", accountable = "nobody" } } })).Code);
        Assert.Equal("0.02", (await judge.Get("/api/health/settings")).Good.Text("rate"));
    }

    private static (int Added, int Revised, int Unchanged) Changed(Answer answer) =>
        (answer.Good["added"].GetInt32(), answer.Good["revised"].GetInt32(), answer.Good["unchanged"].GetInt32());
}

/// <summary>On SQLite.</summary>
[Collection(OnSqlite.Name)]
public sealed class HealthApiOnSqliteTests(SqliteCity city) : HealthApiTests(city);

/// <summary>On PostgreSQL.</summary>
[Collection(OnPostgres.Name)]
public sealed class HealthApiOnPostgresTests(PostgresCity city) : HealthApiTests(city);
