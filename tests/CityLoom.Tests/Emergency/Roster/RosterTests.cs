using System.Net;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Emergency.Roster;

/// <summary>The roster over HTTP: planned, swapped, handed over, subscribed to.</summary>
public abstract class RosterTests(ServedCity city)
{
    private static readonly DateTimeOffset Tomorrow = new(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(2), TimeSpan.Zero);

    [Fact]
    public async Task A_swap_counts_when_another_account_has_accepted_it()
    {
        using var supervisor = city.As("supervisor");
        using var second = city.As("second");
        var (first, other) = await Planned("swap", ("甲", 0, 8), ("乙", 8, 16));
        var swap = (await supervisor.Post("/api/emergency/roster/swaps", new { shift = first, @for = other, words = "家中有事" })).Id;
        Assert.Equal("roster.waits", (await supervisor.Post("/api/emergency/roster/swaps", new { shift = first, person = "丙" })).Code);
        Assert.Equal("roster.own-swap", (await supervisor.Post($"/api/emergency/roster/swaps/{swap}/answer", new { accept = true })).Code);
        Assert.Equal(["甲", "乙"], await People("swap"));

        _ = (await second.Post($"/api/emergency/roster/swaps/{swap}/answer", new { accept = true })).Good;
        Assert.Equal(["乙", "甲"], await People("swap"));
        Assert.Equal("roster.swap", (await second.Post($"/api/emergency/roster/swaps/{swap}/answer", new { accept = true })).Code);
    }

    [Fact]
    public async Task A_swap_that_would_put_somebody_in_two_places_is_refused()
    {
        using var supervisor = city.As("supervisor");
        using var second = city.As("second");
        var (first, _) = await Planned("clash", ("庚", 0, 8), ("辛", 4, 12));
        var swap = (await supervisor.Post("/api/emergency/roster/swaps", new { shift = first, person = "辛" })).Id;

        Assert.Equal("roster.clash", (await second.Post($"/api/emergency/roster/swaps/{swap}/answer", new { accept = true })).Code);
        _ = (await second.Post($"/api/emergency/roster/swaps/{swap}/answer", new { accept = false })).Good;
        Assert.Equal(["庚", "辛"], await People("clash"));
    }

    [Fact]
    public async Task Gaps_and_people_in_two_places_are_listed()
    {
        using var supervisor = city.As("supervisor");
        _ = await Planned("gaps", ("孤", 0, 8), ("孤", 6, 12));
        var view = (await supervisor.Get($"/api/emergency/roster?from={Tomorrow:yyyy-MM-dd}&days=2")).Good;

        Assert.Contains(view["gaps"].EnumerateArray(), g => g.GetProperty("post").GetString() == "gaps" && g.GetProperty("from").GetDateTimeOffset() == Tomorrow.AddHours(12));
        Assert.Single(view["doubles"].EnumerateArray(), d => d.GetProperty("first").GetProperty("person").GetString() == "孤");
    }

    [Fact]
    public async Task A_feed_shows_the_duty_of_its_organization_until_it_is_revoked()
    {
        using var supervisor = city.As("supervisor");
        using var visitor = city.As(null);
        _ = await Planned("feed", ("订阅的人", 0, 8), ("另一人", 8, 16));
        var made = (await supervisor.Post("/api/feeds", new { organization = ServedCity.Hall, label = "值班手机" })).Good;
        var address = made.Text("path")!.Replace(".ics", "/roster.ics", StringComparison.Ordinal);

        var calendar = await visitor.Get(address);
        Assert.StartsWith("text/calendar", calendar.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("订阅的人", calendar.Text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        _ = await supervisor.Post($"/api/feeds/{made["id"].GetInt64()}/revocation", new { });
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(address)).Status);
    }

    [Fact]
    public async Task Notes_are_kept_numbers_to_call_are_not_and_an_auditor_only_reads()
    {
        using var supervisor = city.As("supervisor");
        using var auditor = city.As("auditor");
        _ = await Planned("notes", ("甲", 0, 8), ("乙", 8, 16));
        _ = (await supervisor.Post("/api/emergency/roster/handovers", new { post = "notes", words = "泵站 3 号机组检修中。" })).Good;

        Assert.Equal("roster.bad-shift", (await supervisor.Post("/api/emergency/roster/shifts", new[] { Asked("notes", "甲 13912345678", 20, 22) })).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Post("/api/emergency/roster/handovers", new { post = "notes", words = "不行" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await auditor.Get("/api/emergency/roster")).Status);
    }

    private static object Asked(string post, string person, int from, int until) => new { post, person, beginsAt = Tomorrow.AddHours(from), endsAt = Tomorrow.AddHours(until) };

    private async Task<(long First, long Second)> Planned(string post, (string Person, int From, int Until) first, (string Person, int From, int Until) second)
    {
        using var supervisor = city.As("supervisor");
        var made = await supervisor.Post("/api/emergency/roster/posts", new { code = post, name = post, englishName = post, organization = "4201.yxzx", least = 1 });
        Assert.Equal(HttpStatusCode.OK, made.Status);
        var shifts = (await supervisor.Post("/api/emergency/roster/shifts", new[] { Asked(post, first.Person, first.From, first.Until), Asked(post, second.Person, second.From, second.Until) })).Good.Json;
        return (shifts[0].GetProperty("id").GetInt64(), shifts[1].GetProperty("id").GetInt64());
    }

    private async Task<List<string>> People(string post)
    {
        using var supervisor = city.As("supervisor");
        return [.. (await supervisor.Get($"/api/emergency/roster?from={Tomorrow:yyyy-MM-dd}&days=2")).Good["shifts"].EnumerateArray()
            .Where(s => s.GetProperty("post").GetString() == post).Select(s => s.GetProperty("person").GetString()!)];
    }
}

[Collection(OnSqlite.Name)]
public sealed class RosterOnSqliteTests(SqliteCity city) : RosterTests(city);

[Collection(OnPostgres.Name)]
public sealed class RosterOnPostgresTests(PostgresCity city) : RosterTests(city);
