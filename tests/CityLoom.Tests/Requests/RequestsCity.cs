using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using CityLoom.Kernel.Storage;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Requests;

/// <summary>An answer of the server, read whole.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Type">Content type.</param>
/// <param name="Text">The body.</param>
public sealed record Told(HttpStatusCode Status, string? Type, string Text)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public XElement Xml => XDocument.Parse(Text).Root!;

    public override string ToString() => $"{(int)Status} {Type} {Text[..Math.Min(400, Text.Length)]}";
}

/// <summary>A small city on one database with a program that has a key, a desk, a handler and an administrator. One for all tests of requests.</summary>
public abstract class RequestsCity : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>A point in the first district of the demo city.</summary>
    public const string Somewhere = "lat=30.6&long=114.29";

    public RunningCity City { get; private set; } = null!;

    public string Key { get; private set; } = "";

    public HttpClient Visitor { get; private set; } = null!;

    public HttpClient Desk { get; private set; } = null!;

    public HttpClient Handler { get; private set; } = null!;

    public HttpClient Administrator { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var database = await Database();
        var keys = await SmallCity.Fill(new StorageOptions { Folder = _folder.Path, Postgres = database });
        City = await RunningCity.Start(new Serving(database, _folder.Path, Empty: true));
        Key = (await Run("api-key", "create")).Trim();
        Visitor = City.Client();
        (Desk, Handler, Administrator) = (Signed(keys["desk"]), Signed(keys["handler"]), Signed(keys["administrator"]));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in new[] { Visitor, Desk, Handler, Administrator })
        {
            client.Dispose();
        }

        await City.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Gets an address as a visitor.</summary>
    public async Task<Told> Get(string path) => await Read(await Visitor.GetAsync(path));

    /// <summary>Posts to Open311 with the key; <paramref name="fields"/> is a query string.</summary>
    public Task<Told> Post(string fields, string format = "json") => PostForm($"api_key={Key}&{fields}", $"/open311/v2/requests.{format}");

    /// <summary>Posts a form as it is.</summary>
    public async Task<Told> PostForm(string fields, string path) =>
        await Read(await Visitor.PostAsync(path, new StringContent(fields, MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded"))));

    /// <summary>Makes a request by Open311 and returns its identity.</summary>
    public async Task<string> Make(string fields = "")
    {
        var told = await Post($"service_code=cityscape.facility&{Somewhere}&description={Uri.EscapeDataString("路口井盖松动")}&{fields}");
        Assert.True(told.Status == HttpStatusCode.OK, told.ToString());
        return told.Json[0].GetProperty("service_request_id").GetString()!;
    }

    /// <summary>Posts JSON as somebody.</summary>
    public static async Task<Told> Send(HttpClient who, string path, object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await Read(await who.SendAsync(request));
    }

    /// <summary>Makes a request at the desk.</summary>
    public async Task<(string Number, long Id, string Code)> Raise(string words = "楼下路灯不亮，请维修", object? contact = null)
    {
        var told = await Send(Desk, "/api/requests", new { channel = "hotline", words, service = "cityscape.facility", latitude = 30.6, longitude = 114.29, contact });
        Assert.True(told.Status == HttpStatusCode.Created, told.ToString());
        return (told.Json.GetProperty("number").GetString()!, told.Json.GetProperty("id").GetInt64(), told.Json.GetProperty("code").GetString()!);
    }

    /// <summary>Signs the desk in at the page for it, as a browser would.</summary>
    public async Task SignInDesk(HttpClient browser)
    {
        var page = await browser.GetStringAsync("/sign-in");
        var token = System.Text.RegularExpressions.Regex.Match(page, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("name", "desk"), new("password", SmallCity.Password), new("__RequestVerificationToken", token)]);
        using var answer = await browser.PostAsync("/sign-in", form);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    /// <summary>The office does its work up to the closing.</summary>
    public async Task Close(long id)
    {
        foreach (var (who, act) in new[] { (Handler, "sign"), (Handler, "start"), (Handler, "resolve"), (Desk, "check"), (Desk, "close") })
        {
            var told = await Send(who, $"/api/matters/{id}/acts", new { act, reason = act == "resolve" ? "已更换灯泡，恢复照明。" : null });
            Assert.True(told.Status == HttpStatusCode.OK, told.ToString());
        }
    }

    public static async Task<Told> Read(HttpResponseMessage answer)
    {
        using (answer)
        {
            return new Told(answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsStringAsync());
        }
    }

    /// <summary>Runs a verb on this city's data.</summary>
    public async Task<string> Run(params string[] verb)
    {
        var finished = await Programs.RunCityloom([.. verb, .. City.Store]);
        return finished.ExitCode == 0 ? finished.Output : throw new InvalidOperationException($"{string.Join(' ', verb)}: {finished.Output}{finished.Errors}");
    }

    protected abstract Task<string?> Database();

    private HttpClient Signed(string key)
    {
        var client = City.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteRequestsCity : RequestsCity
{
    protected override Task<string?> Database() => Task.FromResult<string?>(null);
}

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresRequestsCity(PostgresServer postgres) : RequestsCity
{
    protected override async Task<string?> Database() => await postgres.CreateDatabase();
}

[CollectionDefinition(nameof(OnSqlite))]
public sealed class OnSqlite : ICollectionFixture<SqliteRequestsCity>;

[CollectionDefinition(nameof(OnPostgres))]
public sealed class OnPostgres : ICollectionFixture<PostgresRequestsCity>;
