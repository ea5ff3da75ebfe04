using System.Net;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.City.Matters.OverHttp;

/// <summary>Progress is reported month by month; the quarter follows and is never asked for.</summary>
public abstract class ProgressTests(ServedCity city)
{
    [Fact]
    public async Task A_quarter_takes_the_latest_of_its_months_and_a_correction_the_place_of_what_it_corrects()
    {
        using var hall = city.As("supervisor");
        using var handler = city.As("handler");
        var id = (await hall.Create("整治消防通道", "measure")).Id;
        _ = (await hall.Act(id, "dispatch", ServedCity.Hall)).Good;
        _ = (await handler.Act(id, "sign")).Good;
        foreach (var (period, progress) in new[] { ("2026-07", 10), ("2026-08", 35), ("2026-10", 60), ("2026-08", 30), ("2026-07", 15) })
        {
            _ = (await handler.Act(id, "reportProgress", more: new { period, progress })).Good;
        }

        using var browser = city.Open("127.0.0.71");
        await browser.SignIn("handler");
        var page = WebUtility.HtmlDecode((await browser.Get($"/matters/{id}")).Text);

        Assert.Matches(@"2026年第 3 季度</th><td class=""num""><b>30%", page);
        Assert.Matches(@"2026年第 4 季度</th><td class=""num""><b>60%", page);
        Assert.DoesNotContain(">35%<", page, StringComparison.Ordinal);
        Assert.Equal(7 + 1, (await hall.Get($"/api/matters/{id}/journal")).Json.GetArrayLength());
        Assert.Equal("matter.progress", (await handler.Act(id, "reportProgress", more: new { period = "2026-Q3", progress = 30 })).Code);
    }

    [Fact]
    public async Task A_body_beyond_every_limit_is_refused_in_words()
    {
        using var hall = city.As("supervisor");

        var answer = await hall.PostRaw("/api/matters", "{\"kind\":\"hazard\",\"title\":\"" + new string('长', 9 * 1024 * 1024) + "\"}");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.StartsWith("application/problem+json", answer.Headers["Content-Type"], StringComparison.Ordinal);
    }
}

[Collection(OnSqlite.Name)]
public sealed class ProgressOnSqliteTests(SqliteCity city) : ProgressTests(city);

[Collection(OnPostgres.Name)]
public sealed class ProgressOnPostgresTests(PostgresCity city) : ProgressTests(city);
