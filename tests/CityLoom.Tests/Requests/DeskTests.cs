using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Requests;

/// <summary>A call at the desk, over HTTP: as a plain form and as its script sends it.</summary>
public abstract partial class DeskTests(RequestsCity city) : IAsyncLifetime
{
    private readonly HttpClient _http = city.City.Client(cookies: true);
    private string _token = "";

    public async ValueTask InitializeAsync()
    {
        await city.SignInDesk(_http);
        _token = Token.Match(await _http.GetStringAsync("/requests")).Groups[1].Value;
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_plain_form_files_a_call_and_says_number_and_code()
    {
        var page = await Post(false, ("act", "file"), ("words", "江岸区大智街道门口的路灯不亮了，晚上看不见"), ("phone", "13800001234"), ("key", Key()));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var code = CodeIn(page.Text);
        var followed = await city.Get($"/api/requests/{NumberIn(page.Text)}?code={code}");
        Assert.Equal("cityscape.facility", followed.Json.GetProperty("service").GetString());
    }

    [Fact]
    public async Task Words_place_and_telephone_are_heard_and_not_asked_for_again()
    {
        var look = await Post(true, ("act", "look"), ("words", "大智街道门口的路灯不亮，请打13900001111"));

        Assert.Contains("大智街道", look.Text);
        Assert.Contains("data-phone=\"13900001111\"", look.Text);
        Assert.Contains("data-first=\"cityscape.facility\"", look.Text);
        Assert.DoesNotContain("<html", look.Text);
    }

    [Fact]
    public async Task The_same_draft_sent_again_is_the_same_request()
    {
        var key = Key();
        var fields = new[] { ("act", "file"), ("words", "大智街道井盖松动，车过有响声"), ("place", "大智街道"), ("key", key) };

        var first = await Post(true, fields);
        var again = await Post(true, fields);

        Assert.Equal(NumberIn(first.Text), NumberIn(again.Text));
        Assert.Equal(CodeIn(first.Text), CodeIn(again.Text));
    }

    [Fact]
    public async Task What_is_refused_says_why_and_about_which_field()
    {
        var script = await Post(true, ("act", "file"), ("words", "不知道在哪里的路灯不亮"), ("key", Key()));
        var plain = await Post(false, ("act", "file"), ("words", "不知道在哪里的路灯不亮"), ("key", Key()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, script.Status);
        Assert.Contains("data-field=\"place\"", script.Text);
        Assert.Equal(HttpStatusCode.BadRequest, plain.Status);
        Assert.Contains("不知道在哪里的路灯不亮", plain.Text);
    }

    [Fact]
    public async Task An_open_request_of_the_same_matter_is_found_at_once_and_joined_and_not_found_once_closed()
    {
        var words = $"一元街道黎黄陂路{Key()[..4]}号门前水管爆裂，水流到街上";
        var told = await RequestsCity.Send(city.Desk, "/api/requests", new { words, service = "cityscape.facility", address = "一元街道" });
        var number = told.Json.GetProperty("number").GetString()!;

        var look = await Post(true, ("act", "look"), ("words", words + "，好几天了"), ("place", "一元街道"));
        Assert.Contains($"join:{number}", look.Text);
        var joined = await Post(true, ("act", $"join:{number}"), ("words", words), ("phone", "13700001111"), ("key", Key()));
        Assert.Equal(number, NumberIn(joined.Text));
        Assert.Contains("\"joined\":1", (await city.Get($"/api/requests/{number}?code={CodeIn(joined.Text)}")).Text);

        await city.Close(told.Json.GetProperty("id").GetInt64());
        Assert.DoesNotContain($"join:{number}", (await Post(true, ("act", "look"), ("words", words), ("place", "一元街道"))).Text);
    }

    [Fact]
    public async Task Joining_sent_again_joins_once()
    {
        var (number, _, _) = await city.Raise("一件有两个人报的事");
        var key = Key();

        var first = await Post(true, ("act", $"join:{number}"), ("words", "我也是"), ("key", key));
        var again = await Post(true, ("act", $"join:{number}"), ("words", "我也是"), ("key", key));

        Assert.Equal(CodeIn(first.Text), CodeIn(again.Text));
        Assert.Equal(1, (await city.Get($"/api/requests/{number}")).Json.GetProperty("joined").GetInt32());
    }

    [Fact]
    public async Task Without_a_sure_category_a_person_decides()
    {
        var filed = await Post(true, ("act", "file"), ("words", "天上有个东西在转"), ("place", "大智街道"), ("key", Key()));

        var followed = await city.Get($"/api/requests/{NumberIn(filed.Text)}?code={CodeIn(filed.Text)}");
        Assert.Equal(("", "4201.yxzx"), (followed.Json.GetProperty("service").GetString(), followed.Json.GetProperty("accountable").GetString()));
    }

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in_and_a_form_without_its_token_is_refused()
    {
        Assert.NotEqual(HttpStatusCode.OK, (await city.Get("/requests")).Status);
        using var forged = new FormUrlEncodedContent([new("act", "file"), new("words", "伪造的请求"), new("place", "大智街道")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await _http.PostAsync("/requests", forged)).StatusCode);
    }

    [Fact]
    public async Task A_look_takes_less_than_a_blink()
    {
        for (var i = 0; i < 5; i++)
        {
            await Post(true, ("act", "look"), ("words", "大智街道路灯不亮"), ("place", "大智街道"));
        }

        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 20; i++)
        {
            await Post(true, ("act", "look"), ("words", $"大智街道路灯不亮，第{i}次"), ("place", "大智街道"));
        }

        Assert.True(clock.Elapsed / 20 < TimeSpan.FromMilliseconds(500), $"{clock.Elapsed / 20} each");
    }

    private async Task<(HttpStatusCode Status, string Text)> Post(bool script, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/requests")
        {
            Content = new FormUrlEncodedContent([.. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)), new("__RequestVerificationToken", _token)]),
        };
        request.Headers.Add("Accept", "text/html");
        if (script)
        {
            request.Headers.Add("X-Fragment", "1");
        }

        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    private static string Key() => Guid.NewGuid().ToString("N");

    private static string NumberIn(string html) => Number.Match(html).Value;

    private static string CodeIn(string html) => Code.Match(html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token { get; }

    [GeneratedRegex(@"SQ-\d{6}")]
    private static partial Regex Number { get; }

    [GeneratedRegex("class=\"spelt\">([^<]+)<")]
    private static partial Regex Code { get; }
}

/// <inheritdoc/>
[Collection(nameof(OnSqlite))]
public sealed class DeskOnSqliteTests(SqliteRequestsCity city) : DeskTests(city);

/// <inheritdoc/>
[Collection(nameof(OnPostgres))]
public sealed class DeskOnPostgresTests(PostgresRequestsCity city) : DeskTests(city);
