using System.Net;
using System.Text.Json;

namespace CityLoom.Tests.Requests;

/// <summary>Those who joined a request follow it, answer for themselves and may have it opened again; the matter counts once.</summary>
public abstract class JoinedTests(RequestsCity city)
{
    [Fact]
    public async Task One_who_joined_answers_once_with_their_own_code_whether_or_not_the_one_who_asked_has()
    {
        var (number, id, own) = await city.Raise();
        var (first, second) = (await Join(number), await Join(number));
        Assert.Equal(HttpStatusCode.Conflict, (await Answer(number, first, solved: true)).Status);
        await city.Close(id);
        Assert.True((await Follow(number, first)).GetProperty("mayAnswer").GetBoolean());

        Assert.Equal("closed", (await Answer(number, first, solved: true)).Json.GetProperty("state").GetString());
        Assert.Equal("evaluated", (await Answer(number, own, solved: false)).Json.GetProperty("state").GetString());
        Assert.Equal("evaluated", (await Answer(number, second, solved: true)).Json.GetProperty("state").GetString());

        Assert.Equal(HttpStatusCode.Conflict, (await Answer(number, first, solved: false)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Answer(number, "BBBBBBBB", solved: true)).Status);
        Assert.False((await Follow(number, first)).GetProperty("mayAnswer").GetBoolean());
        Assert.False((await Follow(number, null)).GetProperty("mayAnswer").GetBoolean());
    }

    [Theory]
    [InlineData(new[] { true }, true)]
    [InlineData(new[] { true, false }, false)]
    [InlineData(new[] { false, true, true }, true)]
    [InlineData(new[] { true, false, false }, false)]
    public async Task A_matter_counts_once_and_the_larger_part_decides_a_half_being_not_solved(bool[] answers, bool solved)
    {
        var (number, id, own) = await city.Raise();
        var joined = new List<string>();
        for (var i = 1; i < answers.Length; i++)
        {
            joined.Add(await Join(number));
        }

        await city.Close(id);
        var (numerator, denominator) = await Resolution();

        foreach (var (code, answer) in joined.Prepend(own).Zip(answers))
        {
            Assert.Equal(HttpStatusCode.OK, (await Answer(number, code, answer)).Status);
        }

        Assert.Equal((numerator + (solved ? 1 : 0), denominator + 1), await Resolution());
    }

    [Fact]
    public async Task One_who_joined_has_it_opened_again_and_the_journal_vouches_for_all_of_it()
    {
        var (number, id, own) = await city.Raise();
        var joined = await Join(number);
        await city.Close(id);
        await Answer(number, own, solved: true);
        await Answer(number, joined, solved: false);
        Assert.True((await Follow(number, joined)).GetProperty("mayReopen").GetBoolean());

        var opened = await RequestsCity.Send(city.Visitor, $"/api/requests/{number}/reopening", new { code = joined, words = "我家门口还是不亮" });

        Assert.Equal("registered", opened.Json.GetProperty("state").GetString());
        Assert.NotNull(await city.Run("journal", "verify"));
    }

    [Fact]
    public async Task The_page_asks_one_who_joined_and_does_not_let_them_write_in_the_name_of_the_one_who_asked()
    {
        var (number, id, _) = await city.Raise();
        var joined = await Join(number);
        Assert.DoesNotContain("/messages", (await city.Get($"/r/{number}?code={joined}")).Text);
        await city.Close(id);

        var page = (await city.Get($"/r/{number}?code={joined}")).Text;

        Assert.Contains($"action=\"/r/{number}/answer\"", page);
        Assert.Contains($"action=\"/r/{number}/reopening\"", page);
        Assert.DoesNotContain("/reopening", (await city.Get($"/r/{number}")).Text);
    }

    private async Task<string> Join(string number) =>
        (await RequestsCity.Send(city.Visitor, $"/api/requests/{number}/joins", new { words = "我也在等" })).Json.GetProperty("code").GetString()!;

    private Task<Told> Answer(string number, string code, bool solved) => RequestsCity.Send(city.Visitor, $"/api/requests/{number}/answer", new { code, solved });

    private async Task<JsonElement> Follow(string number, string? code) => (await city.Get($"/api/requests/{number}?code={code}")).Json;

    private async Task<(int Numerator, int Denominator)> Resolution()
    {
        var told = await RequestsCity.Read(await city.Desk.GetAsync("/api/request-rates?by=district"));
        var total = told.Json.EnumerateArray().Single(r => r.GetProperty("code").GetString() == "resolution").GetProperty("raw").GetProperty("total");
        return (total.GetProperty("numerator").GetInt32(), total.GetProperty("denominator").GetInt32());
    }
}

[Collection(nameof(OnSqlite))]
public sealed class JoinedOnSqlite(SqliteRequestsCity city) : JoinedTests(city);

[Collection(nameof(OnPostgres))]
public sealed class JoinedOnPostgres(PostgresRequestsCity city) : JoinedTests(city);
