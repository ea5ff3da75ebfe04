using System.Net;
using System.Net.Http.Json;
using System.Text;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.City.Ledger;

/// <summary>What administrators do and auditors see; over HTTP, the same on both databases.</summary>
public abstract class AdministrationTests(LedgerCity city)
{
    private static readonly string[] Pages =
        ["/admin", "/admin/territories", "/admin/organizations", "/admin/catalogue", "/admin/accounts", "/admin/accounts/street", "/admin/calendar", "/admin/journal", "/admin/jobs"];

    [Fact]
    public async Task Administrators_and_auditors_see_every_page_and_nobody_else_any()
    {
        using var keeper = await city.Visit("keeper");
        using var auditor = await city.Visit("auditor");
        using var street = await city.Visit("street");
        foreach (var page in Pages)
        {
            var seen = await keeper.See(page);
            Assert.True(seen.Status == HttpStatusCode.OK, $"{page}: {seen.Status}");
            Assert.DoesNotContain("⟦", seen.Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await auditor.See(page)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await street.See(page)).Status);
        }

        Assert.DoesNotContain("/admin\"", (await street.See("/matters")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_changes_nothing()
    {
        using var auditor = city.As("auditor");

        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.PostAsync("/api/accounts/street/lock?locked=true", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.PostAsync("/api/calendar", Csv("date,working,kind\n2026-01-01,0,元旦\n"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.PostAsync("/api/jobs/checkpoint/run", null)).StatusCode);
    }

    [Fact]
    public async Task An_account_is_made_with_a_password_shown_once_locked_and_opened_again()
    {
        using var keeper = await city.Visit("keeper");
        var name = "post-" + Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N")[20..];

        var made = await keeper.Send("/admin/accounts", "/admin/accounts", ("name", name), ("display", "新岗位"), ("role", "Handler"), ("organization", "420102002.jd"));
        var password = System.Text.RegularExpressions.Regex.Match(made.Text, "value=\"([0-9a-f]{4}(-[0-9a-f]{4}){3})\"").Groups[1].Value;
        Assert.NotEqual("", password);
        Assert.DoesNotContain(password, (await keeper.See("/admin/accounts/" + name)).Text, StringComparison.Ordinal);

        using var post = new Visitor(city.Site);
        Assert.Contains("新岗位", await post.SignIn(name, password), StringComparison.Ordinal);
        await keeper.Send("/admin/accounts/" + name, $"/admin/accounts/{name}/lock", ("locked", "true"));
        Assert.DoesNotContain("新岗位", (await post.See("/matters")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("新岗位", await post.SignIn(name, password), StringComparison.Ordinal);
        await keeper.Send("/admin/accounts/" + name, $"/admin/accounts/{name}/lock", ("locked", "false"));
        Assert.Contains("新岗位", await post.SignIn(name, password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_given_and_taken_back_and_each_change_stands_in_the_journal()
    {
        using var keeper = city.As("keeper");
        var name = "roles-" + Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N")[20..];
        await LedgerCity.Read(await keeper.PostAsJsonAsync("/api/accounts", new { name, displayName = "岗", grants = new[] { new { role = "handler", organization = "420102002.jd" } } }));

        var given = await LedgerCity.Read(await keeper.PostAsJsonAsync($"/api/accounts/{name}/grants", new { role = "dispatcher", organization = "420102.zf", territory = "420102" }));
        var taken = await LedgerCity.Read(await keeper.PostAsJsonAsync($"/api/accounts/{name}/revocations", new { role = "dispatcher", organization = "420102.zf", territory = "420102" }));
        var journal = await LedgerCity.Read(await keeper.GetAsync("/api/journal?subject=account&limit=200"));

        Assert.Equal(2, given.GetProperty("grants").GetArrayLength());
        Assert.Equal(1, taken.GetProperty("grants").GetArrayLength());
        var acts = journal.EnumerateArray().Select(e => e.GetProperty("act").GetString()).ToHashSet();
        Assert.Superset(new HashSet<string?> { "added", "granted", "revoked" }, acts);
    }

    [Fact]
    public async Task An_administrator_of_a_district_reaches_no_further_than_it()
    {
        using var keeper = city.As("district-keeper");

        Assert.Equal(HttpStatusCode.Forbidden, (await keeper.PostAsync("/api/accounts/desk/lock?locked=true", null)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await keeper.PostAsJsonAsync("/api/accounts/street/grants", new { role = "handler", organization = "4201.zf" })).StatusCode);
        await LedgerCity.Read(await keeper.PostAsJsonAsync("/api/accounts/street/grants", new { role = "handler", organization = "420102002.jd" }));
    }

    [Fact]
    public async Task Nobody_locks_their_own_account_or_takes_their_own_administration()
    {
        using var keeper = city.As("keeper");

        Assert.Equal(HttpStatusCode.Conflict, (await keeper.PostAsync("/api/accounts/keeper/lock?locked=true", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await keeper.PostAsJsonAsync("/api/accounts/keeper/revocations", new { role = "administrator", organization = "4201.zf" })).StatusCode);
    }

    [Fact]
    public async Task A_notice_moves_as_many_due_dates_as_its_preview_said_and_the_preview_moves_none()
    {
        var id = await city.Hazard("等通知的事项", "sign");
        using var keeper = city.As("keeper");
        var before = await Due(keeper, id);
        var day = DateOnly.FromDateTime(before.UtcDateTime.AddHours(7));
        var notice = $"date,working,kind\n{day:yyyy-MM-dd},0,临时放假\n";

        var preview = await LedgerCity.Read(await keeper.PostAsync("/api/calendar/preview", Csv(notice)));
        Assert.Equal(before, await Due(keeper, id));
        var imported = await LedgerCity.Read(await keeper.PostAsync("/api/calendar", Csv(notice)));

        Assert.Equal(1, preview.GetProperty("days").GetInt32());
        Assert.True(preview.GetProperty("later").GetInt32() >= 1);
        Assert.Equal(preview.GetProperty("moved").GetInt32(), imported.GetProperty("moved").GetInt32());
        Assert.True(await Due(keeper, id) > before);
    }

    [Fact]
    public async Task A_notice_that_cannot_be_read_names_its_lines_and_changes_nothing()
    {
        using var keeper = await city.Visit("keeper");

        var seen = await keeper.Upload("/admin/calendar", "/admin/calendar/preview", "file", "notice.csv", "date,working,kind\n2027-13-01,0,元旦\n2027-02-01,2,x\n");

        Assert.Equal(HttpStatusCode.BadRequest, seen.Status);
        Assert.Contains("line 2", seen.Text, StringComparison.Ordinal);
        Assert.Contains("line 3", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_by_upload_says_what_would_move_and_offers_the_import()
    {
        using var keeper = await city.Visit("keeper");

        var seen = await keeper.Upload("/admin/calendar", "/admin/calendar/preview", "file", "notice.csv", "date,working,kind\n2031-01-01,0,元旦\n");

        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Contains("导入这 1 天", seen.Text, StringComparison.Ordinal);
    }

    private static StringContent Csv(string text) => new(text, Encoding.UTF8, "text/csv");

    private static async Task<DateTimeOffset> Due(HttpClient client, long id) =>
        (await LedgerCity.Read(await client.GetAsync($"/api/matters/{id}"))).GetProperty("dueAt").GetDateTimeOffset();
}

/// <summary>On SQLite.</summary>
public sealed class AdministrationOnSqliteTests(LedgerCityOnSqlite city) : AdministrationTests(city), IClassFixture<LedgerCityOnSqlite>;

/// <summary>On PostgreSQL.</summary>
public sealed class AdministrationOnPostgresTests(LedgerCityOnPostgres city) : AdministrationTests(city), IClassFixture<LedgerCityOnPostgres>;
