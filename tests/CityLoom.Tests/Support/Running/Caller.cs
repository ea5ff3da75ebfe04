using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CityLoom.Tests.Support;

/// <summary>What the server answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Text">The whole body.</param>
/// <param name="Headers">All headers, those of the content too.</param>
public sealed record Answer(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The identity of what was made or found; fails with the server's words when nothing was.</summary>
    public long Id => Good["id"].GetInt64();

    /// <summary>The code of a refusal.</summary>
    public string? Code => Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    /// <summary>The body of an answer that must be a success.</summary>
    public Body Good => (int)Status is >= 200 and < 300 ? new Body(Json) : throw new InvalidOperationException($"{(int)Status} {Text}");

    /// <summary>Reads properties of a JSON object.</summary>
    public readonly record struct Body(JsonElement Json)
    {
        public JsonElement this[string name] => Json.GetProperty(name);

        public string? Text(string name) => Json.TryGetProperty(name, out var value) ? value.ToString() : null;
    }

    /// <summary>A stream of events never ends; that it was begun is its answer.</summary>
    private static bool IsEndless(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType == "text/event-stream";

    internal static async Task<Answer> Of(HttpResponseMessage response)
    {
        using (response)
        {
            var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
            return new Answer(response.StatusCode, IsEndless(response) ? "" : await response.Content.ReadAsStringAsync(), headers);
        }
    }
}

/// <summary>A program that calls the API, and is told everything that came back.</summary>
public sealed class Caller : IDisposable
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private readonly HttpClient _http;

    internal Caller(HttpClient http, string? key)
    {
        _http = http;
        _http.DefaultRequestHeaders.Authorization = key is null ? null : new("Bearer", key);
    }

    /// <summary>The key that it is signed in by, for a stream that it reads otherwise; null for a visitor.</summary>
    public System.Net.Http.Headers.AuthenticationHeaderValue? Key => _http.DefaultRequestHeaders.Authorization;

    public async Task<Answer> Get(string path) => await Answer.Of(await _http.GetAsync(path));

    /// <summary>Posts a body as JSON; <paramref name="once"/> is its idempotency key.</summary>
    public Task<Answer> Post(string path, object body, string? once = null) => Send(HttpMethod.Post, path, JsonContent.Create(body, options: Web), once);

    public Task<Answer> PostRaw(string path, string json) => Send(HttpMethod.Post, path, new StringContent(json, System.Text.Encoding.UTF8, "application/json"));

    public Task<Answer> Upload(string path, byte[] content) => Send(HttpMethod.Post, path, new ByteArrayContent(content));

    public async Task<Answer> Send(HttpMethod method, string path, HttpContent? content, string? once = null, string? accept = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };

        // What is too large is refused before it was sent whole; who asks first hears why.
        request.Headers.ExpectContinue = content?.Headers.ContentLength > 20 * 1024 * 1024;
        if (once is not null)
        {
            request.Headers.Add("Idempotency-Key", once);
        }

        if (accept is not null)
        {
            request.Headers.Add("Accept", accept);
        }

        return await Answer.Of(await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
    }

    /// <summary>A matter as a supervisor of city hall raises it.</summary>
    public Task<Answer> Create(string title, string kind = "hazard", object? more = null) => Post("/api/matters", Merged(new { kind, title }, more));

    public Task<Answer> Act(long matter, string act, string? organization = null, string? reason = "见现场记录", object? more = null) =>
        Post($"/api/matters/{matter}/acts", Merged(new { act, organization, reason }, more));

    public void Dispose() => _http.Dispose();

    private static Dictionary<string, object?> Merged(object first, object? more)
    {
        var all = first.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(first));
        foreach (var property in more?.GetType().GetProperties() ?? [])
        {
            all[property.Name] = property.GetValue(more);
        }

        return all;
    }
}
