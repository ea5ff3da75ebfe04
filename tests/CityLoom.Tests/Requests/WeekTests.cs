using System.Net;
using System.Text.Json;

namespace CityLoom.Tests.Requests;

/// <summary>Templates, the week, the map for everybody: over HTTP.</summary>
public abstract class WeekTests(RequestsCity city)
{
    [Fact]
    public async Task A_template_is_filled_in_where_a_request_is_resolved_and_its_versions_are_in_the_journal()
    {
        using var http = await SignedIn();
        var title = $"路灯已修复 {Guid.NewGuid():N}"[..20];
        await Post(http, "/requests/templates", ("act", "write"), ("id", "0"), ("title", title), ("category", "cityscape.facility"), ("words", "您反映的{地点}问题 ({编号}) 已由{单位}修复。"));
        var (number, id, _) = await city.Raise();
        foreach (var act in new[] { "sign", "start" })
        {
            Assert.Equal(HttpStatusCode.OK, (await RequestsCity.Send(city.Desk, $"/api/matters/{id}/acts", new { act })).Status);
        }

        var panel = WebUtility.HtmlDecode(await http.GetStringAsync($"/matters/{id}?act=Resolve"));
        Assert.Contains(title, panel);
        var template = System.Text.RegularExpressions.Regex.Matches(panel, @"template=(\d+)#act"">([^<]+)<").Single(m => m.Groups[2].Value == title).Groups[1].Value;
        Assert.Contains($"问题 ({number}) 已由", WebUtility.HtmlDecode(await http.GetStringAsync($"/matters/{id}?act=Resolve&template={template}")));

        await Post(http, "/requests/templates", ("act", "write"), ("id", template), ("title", title), ("category", ""), ("words", "改过的内容"));
        await Post(http, "/requests/templates", ("act", "withdraw"), ("id", template));
        var journal = await city.Administrator.GetStringAsync("/api/journal?subject=template");
        Assert.True(journal.Split("\"written\"").Length >= 3 && journal.Contains("\"withdrawn\"", StringComparison.Ordinal), journal);
        _ = await http.GetStringAsync("/requests/templates"); // says once that it is withdrawn
        Assert.DoesNotContain(title, WebUtility.HtmlDecode(await http.GetStringAsync("/requests/templates")));
    }

    [Fact]
    public async Task The_digest_counts_what_came_in_and_was_closed_and_is_a_file_too()
    {
        var (_, id, _) = await city.Raise("本周周报里的一件事");
        await city.Close(id);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).DateTime);

        var csv = await city.Desk.GetStringAsync($"/requests/digest.csv?week={today:yyyy-MM-dd}");
        var xlsx = await city.Desk.GetByteArrayAsync($"/requests/digest.xlsx?week={today:yyyy-MM-dd}");

        var line = csv.Split('\n').Single(l => l.StartsWith("江岸区", StringComparison.Ordinal)).Split(',');
        Assert.True(int.Parse(line[1], System.Globalization.CultureInfo.InvariantCulture) >= 1 && int.Parse(line[3], System.Globalization.CultureInfo.InvariantCulture) >= 1, csv);
        Assert.Equal((byte)'P', xlsx[0]);
    }

    [Fact]
    public async Task The_public_map_tells_no_small_number_and_nothing_confidential()
    {
        foreach (var (words, confidential) in new[] { ("地图上的一件小事", false), ("不能上地图的一件事", true) })
        {
            var told = await RequestsCity.Send(city.Desk, "/api/requests", new { words, service = "fire.lane", territory = "420117001", confidential });
            Assert.Equal(HttpStatusCode.Created, told.Status);
        }

        var whole = WebUtility.HtmlDecode(await city.Visitor.GetStringAsync("/map"));
        var district = WebUtility.HtmlDecode(await city.Visitor.GetStringAsync("/map?district=420117"));

        Assert.Contains("江岸区", whole);
        Assert.Contains("不足 3", district);
        Assert.DoesNotContain("小事", district);
        Assert.DoesNotContain("上地图", district);
    }

    [Fact]
    public async Task What_the_next_week_may_bring_needs_eight_weeks_of_history()
    {
        var ahead = await RequestsCity.Read(await city.Desk.GetAsync("/api/request-rates/ahead"));
        Assert.Equal(JsonValueKind.Array, ahead.Json.ValueKind);
        Assert.Equal(HttpStatusCode.OK, (await RequestsCity.Read(await city.Desk.GetAsync("/api/request-topics"))).Status);
    }

    private async Task<HttpClient> SignedIn()
    {
        var http = city.City.Client(cookies: true);
        await city.SignInDesk(http);
        return http;
    }

    private static async Task Post(HttpClient http, string path, params (string Name, string Value)[] fields)
    {
        var page = await http.GetStringAsync(path);
        var token = System.Text.RegularExpressions.Regex.Match(page, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent([.. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)), new("__RequestVerificationToken", token)]);
        using var answer = await http.PostAsync(path, form);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }
}

/// <inheritdoc/>
[Collection(nameof(OnSqlite))]
public sealed class WeekOnSqliteTests(SqliteRequestsCity city) : WeekTests(city);

/// <inheritdoc/>
[Collection(nameof(OnPostgres))]
public sealed class WeekOnPostgresTests(PostgresRequestsCity city) : WeekTests(city);
