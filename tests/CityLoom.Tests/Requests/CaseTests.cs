using System.Net;

namespace CityLoom.Tests.Requests;

/// <summary>What the desk decides about requests that were filed, over HTTP: their category, and which of them are one matter.</summary>
public abstract class CaseTests(RequestsCity city)
{
    [Fact]
    public async Task An_undecided_request_waits_in_the_list_until_a_person_decides_and_the_catalogue_sends_it()
    {
        var told = await RequestsCity.Send(city.Desk, "/api/requests", new { words = "有件事说不清，但和路灯有关系吧", address = "江岸区", undecided = true });
        var id = told.Json.GetProperty("id").GetInt64();
        Assert.Contains($"\"id\":{id},", (await RequestsCity.Read(await city.Desk.GetAsync("/api/requests/undecided"))).Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await RequestsCity.Send(city.Handler, $"/api/requests/{id}/category", new { category = "cityscape.facility" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await RequestsCity.Send(city.Desk, $"/api/requests/{id}/category", new { category = "no.such" })).Status);

        var decided = await RequestsCity.Send(city.Desk, $"/api/requests/{id}/category", new { category = "cityscape.facility" });

        Assert.Equal("dispatched", decided.Json.GetProperty("state").GetString());
        var matter = (await RequestsCity.Read(await city.Desk.GetAsync($"/api/matters/{id}"))).Json;
        Assert.Equal(("420102.cgj", "cityscape.facility"), (matter.GetProperty("offered").GetString(), matter.GetProperty("category").GetString()));
        Assert.NotNull(matter.GetProperty("dueAt").GetString());
        Assert.DoesNotContain($"\"id\":{id},", (await RequestsCity.Read(await city.Desk.GetAsync("/api/requests/undecided"))).Text);
        Assert.Equal(HttpStatusCode.Conflict, (await RequestsCity.Send(city.Desk, $"/api/requests/{id}/category", new { category = "fire.lane" })).Status);
    }

    [Fact]
    public async Task Requests_put_under_one_get_its_answer_and_each_resident_may_say_that_it_is_not_solved()
    {
        var (lead, others) = await Group(2);
        var (number, _, code) = others[0];
        var merged = (await city.Get($"/api/requests/{number}?code={code}")).Json;
        Assert.Equal(("merged", lead.Number), (merged.GetProperty("state").GetString(), merged.GetProperty("lead").GetString()));
        Assert.False(merged.GetProperty("mayAnswer").GetBoolean());

        await city.Close(lead.Id);

        foreach (var other in others)
        {
            var followed = (await city.Get($"/api/requests/{other.Number}?code={other.Code}")).Json;
            Assert.Equal("已更换灯泡，恢复照明。", followed.GetProperty("answer").GetString());
            Assert.True(followed.GetProperty("mayAnswer").GetBoolean());
        }

        Assert.Equal(HttpStatusCode.OK, (await Answer(others[0], solved: false)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Answer(others[1], solved: true)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Answer(lead, solved: true)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await Answer(others[0], solved: true)).Status);
        Assert.Equal(HttpStatusCode.OK, (await RequestsCity.Send(city.Visitor, $"/api/requests/{number}/reopening", new { code, words = "我家门口还是黑的" })).Status);
        Assert.Equal("registered", (await city.Get($"/api/requests/{lead.Number}")).Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task All_are_put_under_it_or_none()
    {
        var lead = await city.Raise("南京路的路灯坏了一片");
        var other = await city.Raise("南京路路灯不亮");
        var closed = await city.Raise("南京路的灯早修好了");
        await city.Close(closed.Id);

        var refused = await RequestsCity.Send(city.Desk, $"/api/requests/{lead.Id}/group", new { members = new[] { other.Id, closed.Id } });

        Assert.NotEqual(HttpStatusCode.OK, refused.Status);
        Assert.Contains(closed.Number, refused.Text);
        Assert.Equal("dispatched", (await city.Get($"/api/requests/{other.Number}")).Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Nothing_is_put_under_what_is_closed_or_unknown_and_only_by_the_desk()
    {
        var (lead, _) = await Group(1);
        var other = await city.Raise();
        Assert.Equal(HttpStatusCode.Conflict, (await RequestsCity.Send(city.Desk, "/api/requests/999999999/group", new { members = new[] { other.Id } })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await RequestsCity.Send(city.Desk, $"/api/requests/{lead.Id}/group", new { members = Array.Empty<long>() })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await RequestsCity.Send(city.Handler, $"/api/requests/{lead.Id}/group", new { members = new[] { other.Id } })).Status);
        await city.Close(lead.Id);
        Assert.Equal(HttpStatusCode.Conflict, (await RequestsCity.Send(city.Desk, $"/api/requests/{lead.Id}/group", new { members = new[] { other.Id } })).Status);
    }

    private async Task<((string Number, long Id, string Code) Lead, List<(string Number, long Id, string Code)> Others)> Group(int others)
    {
        var lead = await city.Raise("北京路一整条街的路灯都不亮");
        var members = new List<(string Number, long Id, string Code)>();
        for (var i = 0; i < others; i++)
        {
            members.Add(await city.Raise($"北京路路灯不亮，第{i + 1}个来电"));
        }

        var told = await RequestsCity.Send(city.Desk, $"/api/requests/{lead.Id}/group", new { members = members.Select(m => m.Id) });
        Assert.True(told.Status == HttpStatusCode.OK, told.ToString());
        return (lead, members);
    }

    private Task<Told> Answer((string Number, long Id, string Code) request, bool solved) =>
        RequestsCity.Send(city.Visitor, $"/api/requests/{request.Number}/answer", new { code = request.Code, solved, satisfaction = solved ? "satisfied" : "dissatisfied" });
}

/// <inheritdoc/>
[Collection(nameof(OnSqlite))]
public sealed class CaseOnSqliteTests(SqliteRequestsCity city) : CaseTests(city);

/// <inheritdoc/>
[Collection(nameof(OnPostgres))]
public sealed class CaseOnPostgresTests(PostgresRequestsCity city) : CaseTests(city);
