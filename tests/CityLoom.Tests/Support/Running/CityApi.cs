using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CityLoom.Tests.Support;

/// <summary>A matter as the API shows it.</summary>
public sealed record MatterView(long Id, string Number, string Title, string State, int Version);

/// <summary>A resident's request as its sender is told of it.</summary>
public sealed record RaisedView(long Id, string Number, string Code);

/// <summary>A resident's request as it is followed with its code.</summary>
public sealed record FollowedView(string Number, string Title, string Words);

/// <summary>A page of a search; the page after the last is empty.</summary>
public sealed record MatterPage(IReadOnlyList<MatterView> Matters);

/// <summary>A line of a matter's journal.</summary>
public sealed record JournalLine(int Seq, string Act);

/// <summary>The server answered, but not with what was asked for: its status and its words.</summary>
public sealed class CityAnswerException(HttpStatusCode status, string words) : Exception($"{(int)status} {words}")
{
    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status => status;
}

/// <summary>A program that works with a city over HTTP, signed in by a key. Each act carries a key of its own, so that it can be sent again.</summary>
public sealed class CityApi : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly HttpClient _http;

    /// <summary>Signs in to a running city; <paramref name="key"/> comes from <c>cityloom account key</c>.</summary>
    public CityApi(RunningCity city, string key)
    {
        _http = city.Client();
        _http.DefaultRequestHeaders.Authorization = new("Bearer", key);
    }

    /// <summary>A new client with the same key, for whoever needs the bare answers.</summary>
    public HttpClient Http(RunningCity city)
    {
        var http = city.Client();
        http.DefaultRequestHeaders.Authorization = _http.DefaultRequestHeaders.Authorization;
        return http;
    }

    /// <summary>Makes a matter; sent again with the same key it is the same one.</summary>
    public Task<MatterView> Create(string once, string kind, string title, string words) =>
        Post<MatterView>("/api/matters", once, new { kind, title, words });

    /// <summary>Takes in a resident's request; sent again with the same key it is the same one, with the same code.</summary>
    public Task<RaisedView> Raise(string once, string title, string words) =>
        Post<RaisedView>("/api/requests", once, new { channel = "hotline", title, words, service = "cityscape.facility", territory = "420102002", contact = new { phone = "13800001234" } });

    /// <summary>A resident's request by its number and code.</summary>
    public Task<FollowedView> Follow(string number, string code) => Get<FollowedView>($"/api/requests/{number}?code={code}");

    /// <summary>Does one act, such as <c>dispatch</c> (which needs an organization) or <c>resolve</c> (which needs a reason).</summary>
    public Task<MatterView> Act(long matter, string once, string act, string? organization = null, string? reason = null) =>
        Post<MatterView>($"/api/matters/{matter}/acts", once, new { act, organization, reason });

    /// <summary>The matter as it is now.</summary>
    public Task<MatterView> Get(long matter) => Get<MatterView>($"/api/matters/{matter}");

    /// <summary>Matters whose words hold the text.</summary>
    public Task<MatterPage> Search(string text, int page = 1) =>
        Get<MatterPage>($"/api/matters?text={Uri.EscapeDataString(text)}&page={page}");

    /// <summary>Everything that happened to the matter, oldest first.</summary>
    public Task<IReadOnlyList<JournalLine>> Journal(long matter) => Get<IReadOnlyList<JournalLine>>($"/api/matters/{matter}/journal");

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<T> Post<T>(string path, string once, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, options: Json) };
        request.Headers.Add("Idempotency-Key", once);
        using var answer = await _http.SendAsync(request);
        return await Read<T>(answer);
    }

    private async Task<T> Get<T>(string path)
    {
        using var answer = await _http.GetAsync(path);
        return await Read<T>(answer);
    }

    private static async Task<T> Read<T>(HttpResponseMessage answer) => answer.IsSuccessStatusCode
        ? (await answer.Content.ReadFromJsonAsync<T>(Json))!
        : throw new CityAnswerException(answer.StatusCode, await answer.Content.ReadAsStringAsync());
}
