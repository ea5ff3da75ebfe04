using System.Net;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.City.Matters.OverHttp;

/// <summary>Lists and their filters, each looked at through one word that only this test's matters hold.</summary>
public abstract class SearchTests(ServedCity city)
{
    [Fact]
    public async Task Every_filter_narrows_the_list_and_words_find_what_holds_them()
    {
        using var hall = city.As("supervisor");
        using var street = city.As("street");
        var late = (await hall.Create("檐下麒麟甲 消防通道被占", "hazard", new { dueDate = "2026-01-05", dispatchTo = ServedCity.Street, territory = "420102002" })).Id;
        var soon = (await hall.Create("檐下麒麟乙 路灯不亮", "request", new { dispatchTo = ServedCity.Street, territory = "420102", category = "cityscape.facility" })).Id;
        var fresh = (await hall.Create("檐下麒麟丙 K-12 学校门口拥堵", "request", new { territory = "420106", words = "早晚高峰" })).Id;
        var ended = (await hall.Create("檐下麒麟丁 误报", "hazard")).Id;
        _ = (await hall.Act(ended, "decline")).Good;
        _ = (await street.Act(soon, "sign")).Good;

        await Finds(hall, "", late, soon, fresh, ended);
        await Finds(hall, "&open=true", late, soon, fresh);
        await Finds(hall, "&open=false", ended);
        await Finds(hall, "&kind=request", soon, fresh);
        await Finds(hall, "&state=dispatched", late);
        await Finds(hall, "&state=notAccepted", ended);
        await Finds(hall, "&light=overdue", late);
        await Finds(hall, $"&organization={ServedCity.Street}", late, soon);
        await Finds(hall, "&organization=420102.zf", late, soon);
        await Finds(hall, "&territory=420102", late, soon);
        await Finds(hall, "&territory=420102002", late);
        await Finds(hall, "&territory=nowhere");
        await Finds(street, "&box=mine", late, soon);
        await Finds(hall, "&asking=true");
        await Finds(hall, "&dueWithin=30", soon);
        await Finds(hall, "&endedWithin=1");
        foreach (var (words, id) in new[] { ("麒麟甲", late), ("麒麟丙 拥堵", fresh), ("K-12 麒麟", fresh), ($"SQ-{soon:000000}", soon), ($"yh-{late}", late) })
        {
            Assert.Equal([id], Ids(await hall.Get("/api/matters?text=" + Uri.EscapeDataString(words))));
        }

        Assert.Empty(Ids(await hall.Get("/api/matters?text=" + Uri.EscapeDataString("麒麟戊"))));
        Assert.Empty(Ids(await hall.Get("/api/matters?text=%E2%80%A6%27%22%29%28%26%7C%21%3A%2A")));
        var pages = new[] { await Page(1), await Page(2), await Page(3) };
        Assert.Equal([2, 2, 0], pages.Select(p => p.Count));
        Assert.Equal(4, pages.SelectMany(p => p).Distinct().Count());

        async Task<List<long>> Page(int page) => Ids(await hall.Get(Path($"&pageSize=2&page={page}")));
    }

    [Fact]
    public async Task One_character_is_found_at_the_beginning_in_the_middle_at_the_end_and_alone()
    {
        using var hall = city.As("supervisor");
        var all = new List<long>();
        foreach (var title in new[] { "龘字开头", "中间有龘字", "末尾是龘", "B 龘 区" })
        {
            all.Add((await hall.Create(title, "hazard")).Id);
        }

        Assert.Equal(all, Ids(await hall.Get("/api/matters?text=" + Uri.EscapeDataString("龘"))).Order());
        Assert.Equal([all[1], all[0]], Ids(await hall.Get("/api/matters?text=" + Uri.EscapeDataString("龘字"))));
        Assert.Equal([all[3]], Ids(await hall.Get("/api/matters?text=" + Uri.EscapeDataString("b 龘"))));
    }

    [Fact]
    public async Task A_list_shows_each_matter_word_for_word_as_it_is_shown_alone()
    {
        using var hall = city.As("supervisor");
        using var street = city.As("street");
        var plain = (await hall.Create("逐字对照甲 <b>\"引号\"</b> 🙂", "hazard", new { words = "第一行\n第二行" })).Id;
        var placed = (await hall.Create("逐字对照乙", "request", new { dispatchTo = ServedCity.Street, territory = "420102002", category = "cityscape.facility", supports = new[] { ServedCity.Street, "420102.zf" } })).Id;
        _ = (await street.Act(placed, "sign")).Good;
        var late = (await hall.Create("逐字对照丙", "hazard", new { dueDate = "2026-01-05", dispatchTo = ServedCity.Street })).Id;
        var ended = (await hall.Create("逐字对照丁", "hazard")).Id;
        _ = (await hall.Act(ended, "decline")).Good;

        var listed = (await hall.Get("/api/matters?text=" + Uri.EscapeDataString("逐字对照"))).Good["matters"].EnumerateArray().ToDictionary(m => m.GetProperty("id").GetInt64(), m => m.GetRawText());
        Assert.Equal(4, listed.Count);
        foreach (var id in new[] { plain, placed, late, ended })
        {
            Assert.Equal((await hall.Get($"/api/matters/{id}")).Json.GetRawText(), listed[id]);
        }
    }

    [Theory]
    [InlineData("page=2147483647&pageSize=200")]
    [InlineData("page=-5&pageSize=-1")]
    [InlineData("dueWithin=2147483647")]
    [InlineData("endedWithin=2147483647")]
    [InlineData("endedWithin=-2147483648")]
    [InlineData("text=%27%3B+drop+table+matters%3B--")]
    [InlineData("text=%25%5F%5C")]
    [InlineData("text=JC-99999999999999999999")]
    [InlineData("territory=%27&organization=%27&kind=%27")]
    public async Task No_query_is_too_odd_to_answer(string query)
    {
        using var desk = city.As("supervisor");
        Assert.Equal(HttpStatusCode.OK, (await desk.Get("/api/matters?" + query)).Status);
    }

    [Theory]
    [InlineData("state=nonsense")]
    [InlineData("open=perhaps")]
    [InlineData("page=one")]
    [InlineData("text=a%00b")]
    public async Task A_query_that_means_nothing_is_refused(string query)
    {
        using var desk = city.As("supervisor");
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Get("/api/matters?" + query)).Status);
    }

    private static async Task Finds(Caller caller, string filter, params long[] expected)
    {
        var answer = await caller.Get(Path(filter));
        Assert.True(expected.Order().SequenceEqual(Ids(answer).Order()), $"{filter}: expected {string.Join(' ', expected)}, found {answer.Text}");
        Assert.Equal(expected.Length, answer.Good["total"].GetInt32());
    }

    private static string Path(string filter) => "/api/matters?text=" + Uri.EscapeDataString("檐下麒麟") + filter;

    private static List<long> Ids(Answer answer) => [.. answer.Good["matters"].EnumerateArray().Select(m => m.GetProperty("id").GetInt64())];
}

[Collection(OnSqlite.Name)]
public sealed class SearchOnSqliteTests(SqliteCity city) : SearchTests(city);

[Collection(OnPostgres.Name)]
public sealed class SearchOnPostgresTests(PostgresCity city) : SearchTests(city);
