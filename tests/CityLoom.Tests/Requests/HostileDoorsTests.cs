using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Requests;

/// <summary>The same hostile words through every door of the net: nothing is a fault of the server, and nothing of it runs on a page.</summary>
public abstract partial class HostileDoorsTests(RequestsCity city)
{
    private static readonly string[] Corpus =
    [
        "<script>alert(1)</script><img src=x onerror=alert(1)>", "'; drop table requests; --", "=cmd|'/c calc'!A0", "%00%0d%0aSet-Cookie: a=b", "../../../../etc/passwd",
        "\u202Egnp.exe\u200B\uFEFF", "\uD83D\uDE00\uD83D\uDE00", "{{7*7}}${7*7}@(7*7)", new string('长', 5_000), new string('\n', 3_000), "ＳＱ－０００００１", "-1", "99999999999999999999", "NaN", "{编号}{地点}",
    ];

    [Fact]
    public async Task Every_form_of_the_desk_answers_in_words()
    {
        using var http = city.City.Client(cookies: true);
        await city.SignInDesk(http);
        var token = Token.Match(await http.GetStringAsync("/requests")).Groups[1].Value;
        var wrong = new List<string>();
        foreach (var words in Corpus)
        {
            foreach (var (path, fields) in Forms(words))
            {
                using var form = new FormUrlEncodedContent([.. fields.Select(f => new KeyValuePair<string, string>(f, words)), new("__RequestVerificationToken", token)]);
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
                request.Headers.Add("Accept", "text/html");
                using var answer = await http.SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                if ((int)answer.StatusCode >= 500 || text.Contains("<script>alert", StringComparison.Ordinal) || text.Contains("<img src=x", StringComparison.Ordinal))
                {
                    wrong.Add($"{path} {words[..Math.Min(30, words.Length)]}: {(int)answer.StatusCode}");
                }
            }
        }

        Expect.None(wrong);
    }

    [Fact]
    public async Task Every_endpoint_that_takes_JSON_answers_in_words()
    {
        var (_, id, _) = await city.Raise();
        var wrong = new List<string>();
        foreach (var words in Corpus)
        {
            var w = JsonSerializer.Serialize(words);
            foreach (var (path, body) in new[]
            {
                ("/api/requests", $"{{\"words\":{w},\"title\":{w},\"address\":{w},\"service\":{w},\"contact\":{{\"phone\":{w}}}}}"),
                ("/api/requests", $"{{\"words\":{w},\"address\":\"江岸区\",\"undecided\":true,\"attributes\":{{{w}:[{w}]}}}}"),
                ($"/api/requests/{id}/category", $"{{\"category\":{w}}}"), ($"/api/requests/{id}/group", $"{{\"members\":[-1,0,9223372036854775807],\"words\":{w}}}"),
                ($"/api/requests/{id}/group", $"{{\"members\":{w}}}"), ("/api/callbacks/1", $"{{\"outcome\":{w}}}"), ("/api/callbacks/1", "{\"outcome\":\"answered\",\"answer\":null}"),
            })
            {
                using var content = new StringContent(body, Encoding.UTF8, "application/json");
                using var answer = await city.Desk.PostAsync(path, content);
                if ((int)answer.StatusCode >= 500)
                {
                    wrong.Add($"{path} {body[..Math.Min(80, body.Length)]}: {await answer.Content.ReadAsStringAsync()}");
                }
            }
        }

        Expect.None(wrong);
    }

    [Fact]
    public async Task Every_address_with_a_question_answers_in_words()
    {
        var wrong = new List<string>();
        foreach (var words in Corpus.Where(w => w.Length < 1_000))
        {
            var q = Uri.EscapeDataString(words);
            foreach (var path in new[]
            {
                $"/map?category={q}&days={q}&district={q}", $"/requests/quality?rate={q}&by={q}&from={q}&until={q}&counted={q}", $"/requests/answers?unit={q}&by={q}&rate={q}&good={q}", $"/matters/1?act=Resolve&template={q}",
                $"/requests/digest?week={q}", $"/requests/callbacks?id={q}", $"/api/request-topics?from={q}", $"/requests/digest.csv?week={q}", $"/api/requests/{q}?code={q}",
            })
            {
                using var answer = await city.Desk.GetAsync(path);
                if ((int)answer.StatusCode >= 500 || (await answer.Content.ReadAsStringAsync()).Contains("<script>alert", StringComparison.Ordinal))
                {
                    wrong.Add($"{path}: {(int)answer.StatusCode}");
                }
            }
        }

        Expect.None(wrong);
    }

    private static IEnumerable<(string Path, string[] Fields)> Forms(string words)
    {
        string[] call = ["words", "place", "territory", "lat", "lon", "category", "name", "phone", "urgency", "key"];
        yield return ("/requests", ["act", .. call]);
        yield return ("/requests", ["words", "place", "name"]);
        yield return ("/requests/undecided", ["request", "category", "likely"]);
        yield return ("/requests/groups", ["lead", "members", "reason"]);
        yield return ("/requests/callbacks/1", ["act", "solved", "satisfaction", "answer"]);
        yield return ("/requests/templates", ["id", "act", "category", "title", "words"]);
        yield return ("/requests/templates", words.Length <= 60 ? ["title", "words"] : ["words"]);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token { get; }
}

/// <inheritdoc/>
[Collection(nameof(OnSqlite))]
public sealed class HostileDoorsOnSqliteTests(SqliteRequestsCity city) : HostileDoorsTests(city);

/// <inheritdoc/>
[Collection(nameof(OnPostgres))]
public sealed class HostileDoorsOnPostgresTests(PostgresRequestsCity city) : HostileDoorsTests(city);
