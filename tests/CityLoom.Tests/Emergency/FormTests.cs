using System.Net;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Emergency;

/// <summary>The pages without any script: what is typed into forms, what is refused, and that what was typed is kept.</summary>
[Collection(OnSqlite.Name)]
public sealed class FormTests(SqliteCity city) : IAsyncLifetime
{
    private readonly Browser _browser = city.Open();

    public async ValueTask InitializeAsync()
    {
        await EmergencyCity.Fill(city);
        await _browser.SignIn("dispatcher");
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_call_is_taken_in_a_unit_is_sent_and_its_states_are_told()
    {
        var taken = await Take(("title", "表单里的一起事故"), ("longitude", "114.05"), ("latitude", "30.05"), ("grade", "4"));
        Assert.Equal(HttpStatusCode.Redirect, taken.Status);
        var incident = taken.Headers["Location"];
        var page = (await _browser.Get(incident)).Text;
        Assert.Contains("最先到达", page);
        Assert.Contains("表单里的一起事故", page);

        var sent = await _browser.Submit(incident, incident + "/units", ("unit", "U2-9"));
        var again = await _browser.Submit(incident, incident + "/units", ("unit", "U2-9"));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (sent.Status, again.Status));
        Assert.Contains("U2-9 现为“已派”，不能派出", (await _browser.Get(incident)).Text);

        foreach (var act in new[] { "Roll", "Arrive", "Clear", "Return" })
        {
            Assert.Equal(incident, (await _browser.Submit(incident, "/emergency/units/U2-9/acts", ("act", act), ("back", incident))).Headers["Location"]);
        }

        Assert.Contains("表单里的一起事故", (await _browser.Get("/emergency")).Text);
        var refused = await _browser.Submit(incident, incident + "/acts", ("act", "Terminate"), ("reason", ""));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("请写明情况或理由", refused.Text);
        Assert.Equal(HttpStatusCode.Redirect, (await _browser.Submit(incident, incident + "/acts", ("act", "Terminate"), ("reason", "已处置"))).Status);
    }

    [Theory]
    [InlineData("longitude", "东边")]
    [InlineData("territory", "没有这个街道")]
    [InlineData("title", "x")]
    public async Task What_is_refused_is_said_and_what_was_typed_is_kept(string field, string value)
    {
        var fields = new Dictionary<string, string> { ["title"] = "保留我写的话", ["territory"] = "", ["longitude"] = "", ["latitude"] = "", [field] = value };

        var answer = await Take([.. fields.Select(f => (f.Key, f.Value))]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains($"value=\"{value}\"", WebUtility.HtmlDecode(answer.Text));
        Assert.Contains("error", answer.Text);
    }

    [Fact]
    public async Task Without_the_token_of_a_page_nothing_is_done()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await _browser.Submit(null, "/emergency/incidents", ("title", "伪造的事件"), ("longitude", "114.05"), ("latitude", "30.05"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _browser.Submit(null, "/emergency/units/U1-1/acts", ("act", "Withdraw"), ("reason", "伪造"))).Status);
        Assert.DoesNotContain("伪造的事件", (await _browser.Get("/emergency")).Text);
    }

    [Fact]
    public async Task The_planner_moves_adds_and_drops_by_address_and_a_wrong_number_is_said()
    {
        var moved = await _browser.Get("/reach?do=move&station=S1&longitude=114.06&latitude=30.06");
        Assert.Equal("/reach?move=S1,114.06,30.06&station=S1", new Uri(new Uri("http://x"), moved.Headers["Location"]).PathAndQuery);
        var page = (await _browser.Get("/reach?move=S1,114.06,30.06")).Text;
        Assert.Contains("id=\"area-S1\"", page);

        Assert.Equal(HttpStatusCode.Redirect, (await _browser.Get("/reach?do=drop&station=S1&longitude=&latitude=")).Status);
        Assert.Contains("move 不成形".Replace(" 不", " “S1,很东,30”不", StringComparison.Ordinal), WebUtility.HtmlDecode((await _browser.Get("/reach?do=move&station=S1&longitude=很东&latitude=30")).Text));
        Assert.Contains("没有编码为 nobody 的站点", (await _browser.Get("/reach?drop=nobody")).Text);
        Assert.Contains("已证明", (await _browser.Get("/reach?n=1")).Text);
    }

    [Fact]
    public async Task Pages_are_there_for_whoever_may_only_look()
    {
        using var auditor = city.Open();
        await auditor.SignIn("auditor");
        foreach (var path in new[] { "/reach", "/emergency", "/emergency/units", "/emergency/responses", "/emergency/registers", "/emergency/incidents", "/emergency/incidents?page=99" })
        {
            var page = await auditor.Get(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("action=\"/emergency/units/", page.Text);
            Assert.DoesNotContain("action=\"/emergency/registers/", page.Text);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Get("/emergency/incidents/new")).Status);
    }

    [Fact]
    public async Task A_register_goes_out_and_in_by_the_verb_too()
    {
        using var files = new TemporaryFolder();
        var (store, file) = (new[] { "--data", files.Path }, Path.Combine(files.Path, "hospitals.csv"));
        await File.WriteAllTextAsync(file, "code,name,longitude,latitude,level,free_beds\nH1,甲医院,114.05,30.05,3,4\nH2,乙医院,999,30.05,9,4\n");

        var refused = await Programs.RunCityloom(["emergency", "import", "hospitals", file, .. store]);
        await File.WriteAllTextAsync(file, "code,name,longitude,latitude,level,free_beds\nH1,甲医院,114.05,30.05,3,4\n");
        var taken = await Programs.RunCityloom(["emergency", "import", "hospitals", file, .. store]);
        var written = await Programs.RunCityloom(["emergency", "export", "hospitals", .. store]);

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("hospitals.csv:3:", refused.Errors + refused.Output);
        Assert.Equal((0, 0), (taken.ExitCode, written.ExitCode));
        Assert.Equal("code,name,territory,longitude,latitude,level,free_beds,skills\r\nH1,甲医院,,114.05,30.05,3,4,\r\n", written.Output);
    }

    private Task<Answer> Take(params (string Name, string Value)[] fields) =>
        _browser.Submit("/emergency/incidents/new", "/emergency/incidents", [.. fields, ("nature", "traffic"), ("level", "1"), ("key", Guid.NewGuid().ToString("N"))]);
}
