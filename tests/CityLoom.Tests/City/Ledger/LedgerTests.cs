using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CityLoom.Tests.Support;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CityLoom.Tests.City.Ledger;

/// <summary>The ledger as people use it: lists and files, league tables, feeds, observations; over HTTP, the same on both databases.</summary>
public abstract class LedgerTests(LedgerCity city)
{
    [Fact]
    public async Task A_list_and_its_files_hold_the_same_matters()
    {
        var tag = Tag();
        var ids = new[] { await city.Hazard($"=cmd|calc {tag}", "dispatch"), await city.Hazard($"二号 {tag}", "dispatch") };
        using var desk = city.As("desk");

        var list = await LedgerCity.Read(await desk.GetAsync($"/api/matters?text={tag}"));
        var csv = Encoding.UTF8.GetString(await desk.GetByteArrayAsync($"/matters/export.csv?text={tag}"));
        var rows = await Rows(desk, $"/matters/export.xlsx?text={tag}");

        Assert.Equal(2, list.GetProperty("total").GetInt32());
        Assert.Equal(2, csv.Split("\r\n").Count(l => l.Contains(tag, StringComparison.Ordinal)));
        Assert.Contains($"'=cmd|calc {tag}", csv, StringComparison.Ordinal);
        Assert.Contains(rows, r => r.Contains($"=cmd|calc {tag}"));
        Assert.Equal(ids.Length, rows.Count(r => r.Any(c => c.Contains(tag, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_file_speaks_the_language_of_its_reader()
    {
        using var desk = city.As("desk");
        desk.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        var csv = Encoding.UTF8.GetString(await desk.GetByteArrayAsync("/matters/export.csv"));

        Assert.Contains("Accountable", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("首问责任单位", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("on-time-closing")]
    [InlineData("closing")]
    [InlineData("timely-sign")]
    [InlineData("correct-dispatch")]
    [InlineData("rework")]
    [InlineData("flow")]
    [InlineData("backlog-age")]
    public async Task Every_number_of_a_league_table_is_as_long_as_the_list_behind_it(string rate)
    {
        await city.Hazard("已结 " + Tag());
        await city.Hazard("在办 " + Tag(), "sign");
        await city.Hazard("待签 " + Tag(), "dispatch");
        using var desk = city.As("desk");
        foreach (var by in new[] { "District", "Street", "Unit" })
        {
            var league = await LedgerCity.Read(await desk.GetAsync($"/api/leagues/{rate}?by={by}"));
            foreach (var row in league.GetProperty("rows").EnumerateArray())
            {
                var unit = row.GetProperty("unit").GetString();
                var where = $"rate={rate}&{(by == "Unit" ? "unit" : "territory")}={unit}&from={league.GetProperty("from")}&to={league.GetProperty("to")}";
                Assert.Equal(row.GetProperty("denominator").GetInt64(), await Count(desk, where + "&part=Denominator"));
                if (rate != "backlog-age")
                {
                    Assert.Equal(row.GetProperty("numerator").GetInt64(), await Count(desk, where + "&part=Numerator"));
                }
            }
        }
    }

    [Fact]
    public async Task A_matter_done_in_time_counts_on_both_sides_of_the_line_and_an_open_one_only_in_the_backlog()
    {
        using var desk = city.As("desk");
        var before = (OnTime: await District(desk, "on-time-closing"), Flow: await District(desk, "flow"), Backlog: await District(desk, "backlog-age"));

        await city.Hazard("办结 " + Tag());
        await city.Hazard("没办完 " + Tag(), "start");

        Assert.Equal((before.OnTime.Above + 1, before.OnTime.Below + 1), await District(desk, "on-time-closing"));
        Assert.Equal((before.Flow.Above + 1, before.Flow.Below + 2), await District(desk, "flow"));
        Assert.Equal(before.Backlog.Below + 1, (await District(desk, "backlog-age")).Below);
    }

    [Fact]
    public async Task A_dispatch_that_came_back_was_not_right_the_first_time()
    {
        using var desk = city.As("desk");
        using var street = city.As("street");
        var before = await District(desk, "correct-dispatch");

        await city.Hazard("一次派准 " + Tag(), "sign");
        var id = await city.Hazard("退了再派 " + Tag(), "dispatch");
        foreach (var (who, act) in new[] { (street, "requestReturn"), (desk, "grantReturn"), (desk, "dispatch"), (street, "sign") })
        {
            _ = await LedgerCity.Read(await who.PostAsJsonAsync($"/api/matters/{id}/acts", new { act, organization = act == "dispatch" ? "420102002.jd" : null, reason = "不属本辖区" }));
        }

        Assert.Equal((before.Above + 1, before.Below + 2), await District(desk, "correct-dispatch"));
    }

    [Fact]
    public async Task Units_with_few_matters_are_listed_without_a_rank_and_the_formula_says_so()
    {
        using var desk = city.As("desk");
        var made = await LedgerCity.Read(await desk.PostAsJsonAsync("/api/matters", new { kind = "hazard", title = "只有一件 " + Tag(), territory = "420103", term = "days:5" }));
        _ = await LedgerCity.Read(await desk.PostAsJsonAsync($"/api/matters/{made.GetProperty("id").GetInt64()}/acts", new { act = "register" }));

        var league = await LedgerCity.Read(await desk.GetAsync("/api/leagues/flow?by=District"));
        using var visitor = await city.Visit("desk");
        var page = await visitor.See("/leagues?rate=flow&by=District");

        var row = league.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("unit").GetString() == "420103");
        Assert.True(row.GetProperty("denominator").GetInt64() is > 0 and < 30);
        Assert.Equal(JsonValueKind.Null, row.GetProperty("rank").ValueKind);
        Assert.Contains("分母不足 30 的单位列出但不排名", page.Text, StringComparison.Ordinal);
        Assert.Contains("样本不足", page.Text, StringComparison.Ordinal);
        Assert.Contains("&part=Numerator&", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_verbs_tell_the_same_as_the_api()
    {
        var tag = Tag();
        await city.Hazard($"动词 {tag}", "sign");
        using var desk = city.As("desk");
        var league = await LedgerCity.Read(await desk.GetAsync("/api/leagues/flow?by=District"));

        var table = await Programs.RunCityloom(["league", "flow", .. city.Store]);
        var list = await Programs.RunCityloom(["matters", "export", "--text", tag, .. city.Store]);
        var wrong = await Programs.RunCityloom(["league", "no-such-rate", .. city.Store]);

        var row = league.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("unit").GetString() == "420102");
        Assert.Contains($"\t江岸区\t{row.GetProperty("value").GetDouble():0.####}\t{row.GetProperty("numerator")}\t{row.GetProperty("denominator")}\t", table.Output, StringComparison.Ordinal);
        Assert.Contains("分母不足 30", table.Errors, StringComparison.Ordinal);
        Assert.Equal(2, list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains($"动词 {tag}", list.Output, StringComparison.Ordinal);
        Assert.NotEqual(0, wrong.ExitCode);
    }

    [Fact]
    public async Task A_feed_needs_no_sign_in_holds_nothing_confidential_and_ends_when_revoked()
    {
        var tag = Tag();
        var id = await city.Hazard($"到期 {tag}", "sign");
        await city.Hazard($"涉密 {tag}", "sign", confidential: true);
        using var street = city.As("street");
        using var anyone = new HttpClient { BaseAddress = city.Site };

        var made = await LedgerCity.Read(await street.PostAsJsonAsync("/api/feeds", new { organization = "420102002.jd", label = "值班手机" }));
        var path = made.GetProperty("path").GetString()!;
        var calendar = Unfolded(await anyone.GetStringAsync(path));
        await LedgerCity.Read(await street.PostAsync($"/api/feeds/{made.GetProperty("id")}/revocation", null));

        Assert.Contains($"UID:matter-{id}@cityloom", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:", calendar, StringComparison.Ordinal);
        Assert.Contains($"到期 {tag}", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain($"涉密 {tag}", calendar, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/feeds/0000.ics")).StatusCode);
    }

    [Fact]
    public async Task Nobody_makes_a_feed_of_an_organization_that_is_not_theirs()
    {
        using var street = city.As("street");

        Assert.Equal(HttpStatusCode.Forbidden, (await street.PostAsJsonAsync("/api/feeds", new { organization = "4201.zf", label = "x" })).StatusCode);
    }

    [Fact]
    public async Task The_address_of_a_new_feed_is_shown_once()
    {
        using var visitor = await city.Visit("street");

        var made = await visitor.Send("/matters/calendar", "/matters/calendar", ("organization", "420102002.jd"), ("label", "大屏 " + Tag()));
        var later = await visitor.See("/matters/calendar");

        Assert.Matches("/feeds/[0-9a-f]{48}\\.ics", made.Text);
        Assert.DoesNotMatch("/feeds/[0-9a-f]{48}\\.ics", later.Text);
        Assert.Contains("大屏", later.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_reported_by_form_stands_on_the_page_and_a_correction_keeps_the_first()
    {
        using var visitor = await city.Visit("desk");
        const string page = "/indicators/targets/satisfaction-2026";
        const string action = "/indicators/hotline.satisfaction/observations";
        (string, string)[] Value(string value) => [("target", "satisfaction-2026"), ("territory", "4201"), ("period", "2026-01"), ("value", value), ("source", "回访")];

        var first = await visitor.Send(page, action, Value("90.1"));
        var second = await visitor.Send(page, action, Value("90.4"));
        var wrong = await visitor.Send(page, action, Value("九十"));
        using var desk = city.As("desk");
        var targets = await LedgerCity.Read(await desk.GetAsync("/api/targets?indicator=hotline.satisfaction&territory=4201"));

        Assert.Contains("90.1%", first.Text, StringComparison.Ordinal);
        Assert.Contains("第 1 次修订", second.Text, StringComparison.Ordinal);
        Assert.Contains("90.1%", second.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("value=\"九十\"", wrong.Text, StringComparison.Ordinal);
        var used = targets.EnumerateArray().Single(t => t.GetProperty("code").GetString() == "satisfaction-2026").GetProperty("used").EnumerateArray().Single();
        Assert.Equal((90.4m, 1), (used.GetProperty("value").GetDecimal(), used.GetProperty("revision").GetInt32()));
        Assert.Contains(targets.EnumerateArray().First().GetProperty("words").EnumerateArray().First().GetString()!, second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_street_may_not_report_for_the_city()
    {
        using var street = city.As("street");

        var refused = await street.PostAsJsonAsync("/api/indicators/hotline.satisfaction/observations", new[] { new { territory = "4201", period = "2026-01", value = 99 } });

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private static async Task<(long Above, long Below)> District(HttpClient client, string rate)
    {
        var league = await LedgerCity.Read(await client.GetAsync($"/api/leagues/{rate}?by=District"));
        var row = league.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("unit").GetString() == "420102");
        return (row.GetProperty("numerator").GetInt64(), row.GetProperty("denominator").GetInt64());
    }

    private static string Tag() => "T" + Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N")[20..];

    private static string Unfolded(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal);

    private static async Task<long> Count(HttpClient client, string query) =>
        (await LedgerCity.Read(await client.GetAsync("/api/matters?" + query + "&pageSize=1"))).GetProperty("total").GetInt64();

    private static async Task<List<List<string>>> Rows(HttpClient client, string path)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(await client.GetByteArrayAsync(path)), false);
        return [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToList())];
    }
}

/// <summary>On SQLite.</summary>
public sealed class LedgerOnSqliteTests(LedgerCityOnSqlite city) : LedgerTests(city), IClassFixture<LedgerCityOnSqlite>;

/// <summary>On PostgreSQL.</summary>
public sealed class LedgerOnPostgresTests(LedgerCityOnPostgres city) : LedgerTests(city), IClassFixture<LedgerCityOnPostgres>;
