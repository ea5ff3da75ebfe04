using System.Net;
using System.Text.RegularExpressions;

namespace CityLoom.Tests.Support;

/// <summary>A person at a browser without scripts: follows redirects, keeps cookies, and sends forms as their page drew them.</summary>
public sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>Somebody who has not signed in.</summary>
    public Visitor(Uri site)
    {
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseProxy = false }) { BaseAddress = site, Timeout = TimeSpan.FromSeconds(60) };
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
    }

    /// <summary>Signs in; the page that follows says whether it worked.</summary>
    public async Task<string> SignIn(string name, string password) =>
        (await Send("/sign-in", "/sign-in", ("name", name), ("password", password), ("returnUrl", "/matters"))).Text;

    /// <summary>The status and the words of a page.</summary>
    public async Task<(HttpStatusCode Status, string Text)> See(string path)
    {
        using var answer = await _http.GetAsync(path);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>Sends a form that stands on a page, with the page's own token, and sees what follows.</summary>
    public async Task<(HttpStatusCode Status, string Text)> Send(string page, string action, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([.. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)), new(TokenField, await TokenOf(page))]);
        return await Post(action, form);
    }

    /// <summary>Sends a form with a file.</summary>
    public async Task<(HttpStatusCode Status, string Text)> Upload(string page, string action, string field, string name, string content)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await TokenOf(page)), TokenField }, { new StringContent(content), field, name } };
        return await Post(action, form);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private const string TokenField = "__RequestVerificationToken";

    private async Task<string> TokenOf(string page) => Token.Match((await See(page)).Text).Groups[1].Value;

    private async Task<(HttpStatusCode Status, string Text)> Post(string action, HttpContent form)
    {
        using var answer = await _http.PostAsync(action, form);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token { get; }
}
