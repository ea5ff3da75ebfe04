using System.Net;
using System.Text.RegularExpressions;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Requests;

/// <summary>The pages on which residents report something and follow it, over HTTP and without a script.</summary>
public abstract partial class PublicPagesTests(RequestsCity city)
{
    private static readonly (string, string)[] Lamp = [("words", "楼下路灯不亮，请尽快维修"), ("place", "江岸区 大智街道 解放大道 100 号")];

    [Fact]
    public async Task Two_steps_make_a_request_that_its_number_and_code_open()
    {
        using var person = Person();
        var first = await person.Submit("/report", "/report", Lamp);
        Assert.True(first.Status == HttpStatusCode.OK, first.Text);
        Assert.Contains("大智街道", first.Text);
        Assert.Contains("value=\"cityscape.facility\" selected", first.Text);

        var made = await Send(person, first.Text);
        var page = await person.Get(Location(made));

        Assert.Contains("已交给承办单位", page.Text);
        Assert.Contains("楼下路灯不亮", page.Text);
        Assert.Matches("<dd>SQ-[0-9]{6,}</dd>", page.Text);
        Assert.Matches("<dd>[2-9A-Z]{8}</dd>", page.Text);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_request()
    {
        using var person = Person();
        var second = (await person.Submit("/report", "/report", Lamp)).Text;

        var once = await Send(person, second);
        var twice = await Send(person, second);

        Assert.Equal(Location(once), Location(twice));
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        using var person = Person();

        var noPlace = await person.Submit("/report", "/report", ("words", "井盖松动 <b>&\""), ("place", ""));
        var noWords = await person.Submit("/report", "/report", ("words", ""), ("place", "江岸区"));

        Assert.Equal(HttpStatusCode.BadRequest, noPlace.Status);
        Assert.Contains("id=\"place-error\"", noPlace.Text);
        Assert.Contains("井盖松动 &lt;b&gt;&amp;", noPlace.Text);
        Assert.Contains("id=\"words-error\"", noWords.Text);
        Assert.Contains("value=\"江岸区\"", noWords.Text);
    }

    [Fact]
    public async Task A_place_that_nobody_knows_is_asked_for_by_choice()
    {
        using var person = Person();

        var told = await person.Submit("/report", "/report", ("words", "路灯不亮"), ("place", "天涯海角"));
        var chosen = await person.Submit("/report", "/report", ("words", "路灯不亮"), ("place", "天涯海角"), ("territory", "420102"));

        Assert.Contains("name=\"territory\" value=\"420102\"", told.Text);
        Assert.Equal(HttpStatusCode.OK, chosen.Status);
        Assert.Contains("name=\"service\"", chosen.Text);
    }

    [Fact]
    public async Task A_machine_that_fills_every_field_or_is_too_fast_makes_nothing()
    {
        using var person = Person();
        var second = (await person.Submit("/report", "/report", Lamp)).Text;

        var fast = await person.Submit("/report", "/report", [.. Hidden(second), ("act", "send"), ("service", "")]);
        var trapped = await person.Submit("/report", "/report", [.. Hidden(second), ("act", "send"), ("service", ""), ("website", "http://spam.example")]);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (fast.Status, trapped.Status));
        Assert.Contains("页面刚打开就提交了", fast.Text);
    }

    [Fact]
    public async Task A_wrong_code_and_an_unknown_number_get_the_same_answer()
    {
        var (number, _, _) = await city.Raise();
        using var person = Person();

        var wrong = await person.Get($"/r/{number}?code=AAAAAAAA");
        var unknown = await person.Get("/r/SQ-999999999?code=AAAAAAAA");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (wrong.Status, unknown.Status));
        Assert.Equal(Stripped(wrong.Text, number), Stripped(unknown.Text, "SQ-999999999"));
    }

    [Fact]
    public async Task Codes_cannot_be_tried_without_end()
    {
        using var person = Person("127.0.9.9");
        var last = HttpStatusCode.OK;
        for (var i = 0; i < 61; i++)
        {
            last = (await person.Get("/r/SQ-999999999?code=AAAAAAAA")).Status;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public async Task The_one_who_asked_writes_answers_and_has_it_opened_again()
    {
        var (number, id, code) = await city.Raise("路口护栏倒了，电话 13800001234");
        using var person = Person();
        var page = $"/r/{number}?code={code}";

        var said = await person.Submit(page, $"/r/{number}/messages", ("code", code), ("words", "今天又倒了一段"));
        await city.Close(id);
        var closed = await person.Get(page);
        var nothing = await person.Submit(page, $"/r/{number}/answer", ("code", code), ("answer", "先写几句"));
        var answered = await person.Submit(page, $"/r/{number}/answer", ("code", code), ("solved", "false"), ("satisfaction", "Dissatisfied"));
        var reopened = await person.Submit(page, $"/r/{number}/reopening", ("code", code), ("reason", "没有修好"));
        var after = await person.Get(page);
        var anybody = await person.Get($"/r/{number}");

        Assert.Equal(HttpStatusCode.Redirect, said.Status);
        Assert.Contains("今天又倒了一段", closed.Text);
        Assert.Contains("已更换灯泡", closed.Text);
        Assert.Equal(HttpStatusCode.BadRequest, nothing.Status);
        Assert.Contains("先写几句", nothing.Text);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (answered.Status, reopened.Status));
        Assert.Contains("重新办理", after.Text);
        Assert.DoesNotContain("13800001234", anybody.Text);
        Assert.DoesNotContain("今天又倒了一段", anybody.Text);
    }

    [Fact]
    public async Task A_like_request_nearby_can_be_joined_instead()
    {
        var (number, _, _) = await city.Raise("同一盏路灯不亮了");
        using var person = Person();
        var second = await person.Submit("/report", "/report", ("words", "路灯不亮，天黑看不清"), ("lat", "30.6"), ("lon", "114.29"));
        var offered = Offer.Match(second.Text).Groups[1].Value;
        Assert.False(offered.Length == 0, second.Text);

        var joined = await person.Submit("/report", "/report", [.. Hidden(second.Text), ("act", "join:" + offered)]);
        var page = await person.Get(Location(joined));

        Assert.True(string.CompareOrdinal(offered, number) <= 0);
        Assert.Contains("已加入", page.Text);
    }

    /// <summary>From an address of its own, so that tests do not share limits.</summary>
    private Browser Person(string? from = null) => new(city.City.Address, from ?? $"127.0.{Random.Shared.Next(10, 250)}.{Random.Shared.Next(1, 250)}");

    /// <summary>Sends the second step once it has been looked at for long enough.</summary>
    private static async Task<Answer> Send(Browser person, string second)
    {
        var fields = Hidden(second);
        for (var i = 0; i < 20; i++)
        {
            var answer = await person.Submit("/report", "/report", [.. fields, ("act", "send"), ("service", "cityscape.facility")]);
            if (answer.Status == HttpStatusCode.Redirect)
            {
                return answer;
            }

            Assert.Contains("页面刚打开就提交了", answer.Text);
            await Task.Delay(300, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("It is never slow enough.");
    }

    private static (string, string)[] Hidden(string page) =>
        [.. HiddenField.Matches(page).Select(m => (m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value))).Where(f => f.Item1[0] != '_')];

    private static string Location(Answer answer) => answer.Headers.First(h => h.Key.Equals("location", StringComparison.OrdinalIgnoreCase)).Value;

    private static string Stripped(string page, string number) => page[page.IndexOf("<main", StringComparison.Ordinal)..].Replace(number, "", StringComparison.Ordinal);

    [GeneratedRegex("<input type=\"hidden\" name=\"([a-z_A-Z]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField { get; }

    [GeneratedRegex("value=\"join:(SQ-[0-9]+)\"")]
    private static partial Regex Offer { get; }
}

[Collection(nameof(OnSqlite))]
public sealed class PublicPagesOnSqlite(SqliteRequestsCity city) : PublicPagesTests(city);

[Collection(nameof(OnPostgres))]
public sealed class PublicPagesOnPostgres(PostgresRequestsCity city) : PublicPagesTests(city);
