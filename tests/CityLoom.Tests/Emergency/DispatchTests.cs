using System.Net;
using CityLoom.Emergency.Incidents;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Emergency;

/// <summary>From the call to the review, over HTTP.</summary>
public abstract class DispatchTests(ServedCity city) : IAsyncLifetime
{
    private readonly Caller _clerk = city.As("dispatcher");
    private readonly Caller _supervisor = city.As("supervisor");

    public async ValueTask InitializeAsync() => await EmergencyCity.Fill(city);

    public ValueTask DisposeAsync()
    {
        _clerk.Dispose();
        _supervisor.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_incident_goes_from_the_call_to_the_review_and_its_matter_with_it()
    {
        var id = await EmergencyCity.Raise(_clerk);
        var unit = (await Recommended(id)).GetProperty("first").GetProperty("unit").GetProperty("id").GetString()!;

        _ = (await EmergencyCity.Send(_clerk, id, unit)).Good;
        Assert.Equal(("responding", "inProgress"), await Standing(id));
        foreach (var (act, hospital) in new[] { ("roll", null), ("arrive", null), ("transport", "H1"), ("handOver", null), ("clear", null), ("return", (string?)null) })
        {
            _ = (await EmergencyCity.Unit(_clerk, unit, act, hospital)).Good;
        }

        _ = (await EmergencyCity.Do(_clerk, id, "control")).Good;
        _ = (await EmergencyCity.Do(_clerk, id, "terminate", "伤员已转运")).Good;
        _ = (await EmergencyCity.Do(_clerk, id, "recover", "道路已恢复")).Good;
        Assert.Equal(("recovered", "resolved"), await Standing(id));
        _ = (await EmergencyCity.Do(_supervisor, id, "review", "已复盘")).Good;

        Assert.Equal(("reviewed", "closed"), await Standing(id));
        var run = (await _clerk.Get($"/api/emergency/incidents/{id}")).Good["runs"][0];
        Assert.Equal("H1", run.GetProperty("hospital").GetString());
        Assert.All(new[] { "dispatchedAt", "rolledAt", "arrivedAt", "transportedAt", "handedAt", "clearedAt" }, stage => Assert.NotNull(run.GetProperty(stage).GetString()));
        Assert.InRange(run.GetProperty("foretold").GetInt32(), 50, 3600);
    }

    [Fact]
    public async Task An_incident_whose_matter_is_voided_is_off_the_board_once_its_units_are_and_takes_no_more()
    {
        var id = await EmergencyCity.Raise(_clerk);
        const string Unit = "U3-11";
        _ = (await EmergencyCity.Send(_clerk, id, Unit)).Good;
        _ = (await _supervisor.Act(id, "void", reason: "重复报警")).Good;
        await using var database = city.Store.Open();

        Assert.Contains(database.Read(s => IncidentBook.Running(s)), i => i.Id == id);
        Assert.Equal((HttpStatusCode.Conflict, "incident.not-sendable"), await EmergencyCity.Send(_clerk, id, "U3-12") is var refused ? (refused.Status, refused.Code) : default);
        _ = (await EmergencyCity.Unit(_clerk, Unit, "clear")).Good;
        _ = (await EmergencyCity.Unit(_clerk, Unit, "return")).Good;

        Assert.DoesNotContain(database.Read(s => IncidentBook.Running(s)), i => i.Id == id);
        Assert.Contains(id, database.Read(IncidentBook.Left));
        await database.WriteAsync(w => FollowMatters.Run(w, DateTimeOffset.UnixEpoch.AddYears(60)));
        var ended = database.Read(s => IncidentBook.Find(s, id))!;
        Assert.Equal((IncidentStage.Dismissed, true), (ended.Stage, ended.EndedAt is not null));
        Assert.DoesNotContain(id, database.Read(IncidentBook.Left));
    }

    [Fact]
    public async Task Two_clerks_never_send_the_same_unit_twice()
    {
        const string Wanted = "U2-5";
        var incidents = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => EmergencyCity.Raise(_clerk)));

        var answers = await Task.WhenAll(incidents.Select(id => EmergencyCity.Send(_clerk, id, Wanted)));

        var sent = Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a != sent), a => Assert.Equal((HttpStatusCode.Conflict, "unit.not-now"), (a.Status, a.Code)));
        var runs = await Task.WhenAll(incidents.Select(async id => (await _clerk.Get($"/api/emergency/incidents/{id}")).Good["runs"].GetArrayLength()));
        Assert.Equal(1, runs.Sum());
        await EmergencyCity.Home(_clerk, Wanted);
    }

    [Fact]
    public async Task The_default_is_the_first_to_arrive_and_the_other_choice_tells_its_cost()
    {
        var choice = await Recommended(await EmergencyCity.Raise(_clerk));

        var can = choice.GetProperty("weighed").EnumerateArray().Where(w => w.GetProperty("refused").ValueKind == System.Text.Json.JsonValueKind.Null).ToList();
        var (first, keeper) = (choice.GetProperty("first"), choice.GetProperty("preserving"));
        Assert.Equal(can.Min(w => w.GetProperty("arrival").GetInt32()), first.GetProperty("arrival").GetInt32());
        Assert.Equal(first.GetProperty("arrival").GetInt32(), first.GetProperty("turnOut").GetInt32() + first.GetProperty("drive").GetInt32());
        Assert.True(keeper.GetProperty("coverLost").GetDouble() <= first.GetProperty("coverLost").GetDouble());
        Assert.Contains("最先到达", choice.GetProperty("reason").GetProperty("words").GetString());
    }

    [Fact]
    public async Task A_unit_below_the_level_that_is_needed_is_not_proposed()
    {
        var choice = await Recommended(await EmergencyCity.Raise(_clerk, level: 3));

        Assert.Equal(3, choice.GetProperty("first").GetProperty("unit").GetProperty("level").GetInt32());
        Assert.Contains(choice.GetProperty("weighed").EnumerateArray(), w => w.GetProperty("unit").GetProperty("level").GetInt32() == 1 && w.GetProperty("refused").GetProperty("words").GetString()!.Contains("低于所需", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Units_are_sent_only_to_what_is_graded_and_it_ends_only_when_they_are_clear()
    {
        var id = await EmergencyCity.Raise(_clerk, grade: null);
        Assert.Equal("incident.not-sendable", (await EmergencyCity.Send(_clerk, id, "U3-1")).Code);
        _ = (await EmergencyCity.Do(_clerk, id, "verify")).Good;
        Assert.Equal("incident.grade", (await EmergencyCity.Do(_clerk, id, "grade", grade: 9)).Code);
        _ = (await EmergencyCity.Do(_clerk, id, "grade", grade: 2)).Good;
        _ = (await EmergencyCity.Send(_clerk, id, "U3-1")).Good;

        Assert.Equal("incident.units-out", (await EmergencyCity.Do(_clerk, id, "terminate", "结束")).Code);
        Assert.Equal("unit.not-now", (await EmergencyCity.Unit(_clerk, "U3-1", "transport", "H1")).Code);
        await EmergencyCity.Home(_clerk, "U3-1");
        Assert.Equal("incident.reason", (await EmergencyCity.Do(_clerk, id, "terminate")).Code);
        _ = (await EmergencyCity.Do(_clerk, id, "terminate", "结束")).Good;
        Assert.Equal("incident.not-sendable", (await EmergencyCity.Send(_clerk, id, "U3-1")).Code);
    }

    [Fact]
    public async Task Whoever_reported_it_recovered_does_not_review_it()
    {
        var id = await EmergencyCity.Raise(_clerk);
        foreach (var act in new[] { "respond", "control", "terminate", "recover" })
        {
            _ = (await EmergencyCity.Do(_clerk, id, act, "已处置")).Good;
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await EmergencyCity.Do(_clerk, id, "review", "自己复盘")).Status);
        Assert.Equal(("recovered", "resolved"), await Standing(id));
    }

    [Fact]
    public async Task The_desk_takes_in_and_only_dispatchers_send()
    {
        using var intake = city.As("intake");
        using var handler = city.As("handler");
        using var visitor = city.As(null);
        var id = await EmergencyCity.Raise(intake, grade: null);
        _ = (await EmergencyCity.Do(intake, id, "verify")).Good;

        Assert.Equal(HttpStatusCode.Forbidden, (await EmergencyCity.Do(intake, id, "grade", grade: 3)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await EmergencyCity.Send(intake, id, "U1-1")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await EmergencyCity.Send(_supervisor, id, "U1-1")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await handler.Post("/api/emergency/incidents", new { title = "不是他的事", longitude = 114, latitude = 30 })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.Get("/api/emergency/incidents")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _supervisor.Get($"/api/emergency/incidents/{id}/recommendation")).Status);
    }

    [Fact]
    public async Task The_hospital_is_the_nearest_that_can_and_the_light_cases_spare_the_great_ones()
    {
        var id = await EmergencyCity.Raise(_clerk);

        var grave = (await _clerk.Get($"/api/emergency/incidents/{id}/hospitals?grade=1")).Good.Json;
        var burnt = (await _clerk.Get($"/api/emergency/incidents/{id}/hospitals?grade=2&skill=burns")).Good.Json;
        var light = (await _clerk.Get($"/api/emergency/incidents/{id}/hospitals?grade=4")).Good.Json;

        Assert.Equal("H1", Chosen(grave));
        Assert.Equal("H1", Chosen(burnt));
        Assert.Equal("H2", Chosen(light));
        Assert.Equal("没有空床", grave.GetProperty("weighed").EnumerateArray().Concat(burnt.GetProperty("weighed").EnumerateArray())
            .Concat((await _clerk.Get($"/api/emergency/incidents/{id}/hospitals?grade=2&skill=trauma")).Good.Json.GetProperty("weighed").EnumerateArray())
            .Where(w => w.GetProperty("hospital").GetProperty("id").GetString() == "H3").Select(w => w.GetProperty("refused").GetProperty("words").GetString()).Last());
    }

    [Fact]
    public async Task Told_twice_with_the_same_key_it_is_one_incident()
    {
        var body = new { title = "只报一次", nature = "fire", longitude = 114.03, latitude = 30.03 };

        var (first, again) = (await _clerk.Post("/api/emergency/incidents", body, "once-incident"), await _clerk.Post("/api/emergency/incidents", body, "once-incident"));

        Assert.Equal(first.Id, again.Id);
    }

    [Theory]
    [InlineData("{\"title\":\"x\",\"longitude\":114,\"latitude\":30}")]
    [InlineData("{\"title\":\"没有地点\"}")]
    [InlineData("{\"title\":\"荒唐的坐标\",\"longitude\":1e9,\"latitude\":30}")]
    [InlineData("{\"title\":\"没有这一类\",\"nature\":\"magic\",\"longitude\":114,\"latitude\":30}")]
    [InlineData("{\"title\":\"没有这个地方\",\"territory\":\"999999\"}")]
    [InlineData("{\"title\":\"来自未来\",\"longitude\":114,\"latitude\":30,\"receivedAt\":\"2999-01-01T00:00:00Z\"}")]
    public async Task What_makes_no_sense_is_refused(string body) => Assert.Equal(HttpStatusCode.BadRequest, (await _clerk.PostRaw("/api/emergency/incidents", body)).Status);

    [Fact]
    public async Task Who_follows_along_is_told_and_gets_what_was_missed()
    {
        var id = await EmergencyCity.Raise(_clerk);
        using var client = city.City.Client();
        client.DefaultRequestHeaders.Authorization = _clerk.Key;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var stream = new StreamReader(await client.GetStreamAsync("/api/emergency/events", patience.Token));
        Assert.StartsWith("event: beat", await stream.ReadLineAsync(patience.Token));

        _ = (await EmergencyCity.Send(_clerk, id, "U3-7")).Good;

        var line = await Find(stream, l => l.StartsWith("data:", StringComparison.Ordinal) && l.Contains("U3-7", StringComparison.Ordinal), patience.Token);
        Assert.Contains($"\"incidentId\":{id}", line);
        var seen = await Find(stream, l => l.StartsWith("id: ", StringComparison.Ordinal), patience.Token);

        _ = (await EmergencyCity.Unit(_clerk, "U3-7", "roll")).Good;
        client.DefaultRequestHeaders.Add("Last-Event-ID", seen[4..]);
        using var again = new StreamReader(await client.GetStreamAsync("/api/emergency/events", patience.Token));
        Assert.Contains("Roll", await Find(again, l => l.Contains("U3-7", StringComparison.Ordinal), patience.Token));
        await EmergencyCity.Home(_clerk, "U3-7");
    }

    [Fact]
    public async Task The_split_clock_is_counted_by_district_with_its_n()
    {
        var id = await EmergencyCity.Raise(_clerk);
        _ = (await EmergencyCity.Send(_clerk, id, "U1-9")).Good;
        _ = (await EmergencyCity.Unit(_clerk, "U1-9", "roll")).Good;
        var before = EmergencyCity.All(await _clerk.Get("/api/emergency/responses"))[0].GetProperty("response").GetProperty("n").GetInt32();

        _ = (await EmergencyCity.Unit(_clerk, "U1-9", "arrive")).Good;

        var rows = EmergencyCity.All(await _clerk.Get("/api/emergency/responses"));
        Assert.Equal(before + 1, rows[0].GetProperty("response").GetProperty("n").GetInt32());
        Assert.Contains(rows, r => r.GetProperty("district").GetString() == "420102" && r.GetProperty("minutes").GetInt32() == 10);
        Assert.Equal(rows[0].GetProperty("response").GetProperty("n").GetInt32(), rows.Skip(1).Sum(r => r.GetProperty("response").GetProperty("n").GetInt32()));
        await EmergencyCity.Home(_clerk, "U1-9");
    }

    private static string? Chosen(System.Text.Json.JsonElement choice) => choice.GetProperty("chosen").GetProperty("hospital").GetProperty("id").GetString();

    private static async Task<string> Find(StreamReader stream, Func<string, bool> wanted, CancellationToken cancel)
    {
        while (await stream.ReadLineAsync(cancel) is { } line)
        {
            if (wanted(line))
            {
                return line;
            }
        }

        return "";
    }

    private async Task<System.Text.Json.JsonElement> Recommended(long id) => (await _clerk.Get($"/api/emergency/incidents/{id}/recommendation")).Good.Json;

    private async Task<(string? Stage, string? State)> Standing(long id) => (
        (await _clerk.Get($"/api/emergency/incidents/{id}")).Good["incident"].GetProperty("stage").GetString(),
        (await _clerk.Get($"/api/matters/{id}")).Good.Text("state"));
}

[Collection(OnSqlite.Name)]
public sealed class DispatchOnSqlite(SqliteCity city) : DispatchTests(city);

[Collection(OnPostgres.Name)]
public sealed class DispatchOnPostgres(PostgresCity city) : DispatchTests(city);
