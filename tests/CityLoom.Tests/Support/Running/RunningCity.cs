using System.Net;

namespace CityLoom.Tests.Support;

/// <summary>How a city is served.</summary>
/// <param name="Database">A PostgreSQL connection string; null keeps everything in a SQLite file under <paramref name="Data"/>.</param>
/// <param name="Data">The data folder; null makes a new one that is deleted at the end.</param>
/// <param name="Empty">True starts without the demo city.</param>
/// <param name="Options">Further options of <c>serve</c>.</param>
public sealed record Serving(string? Database = null, string? Data = null, bool Empty = false, IReadOnlyList<string>? Options = null);

/// <summary>
/// A real <c>cityloom serve</c> in a process of its own. It can be killed and started again, and keeps its address and its data.
/// </summary>
public sealed class RunningCity : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly Serving _serving;
    private readonly TemporaryFolder? _ownFolder;
    private ServeProcess? _process;

    private RunningCity(Serving serving)
    {
        _serving = serving;
        _ownFolder = serving.Data is null ? new TemporaryFolder() : null;
        Data = serving.Data ?? _ownFolder!.Path;
    }

    /// <summary>The data folder that is being served.</summary>
    public string Data { get; }

    /// <summary>Where it listens, the same after every restart; port 0 before the first start.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>What the program wrote since its last start, for the message of a failing test.</summary>
    public string Log => _process?.Log ?? "";

    /// <summary>The processor time that the program has used since its last start.</summary>
    public TimeSpan ProcessorTime => _process?.ProcessorTime ?? TimeSpan.Zero;

    /// <summary>The options that say which store a verb works on: the same that the server was started with.</summary>
    public string[] Store => _serving.Database is null ? ["--data", Data] : ["--data", Data, "--db", _serving.Database];

    /// <summary>The PostgreSQL connection string of its store; null when that is a SQLite file in <see cref="Data"/>.</summary>
    public string? Database => _serving.Database;

    /// <summary>Starts a city and returns when it is ready to answer.</summary>
    /// <exception cref="InvalidOperationException">It ended or wasn't ready in time; the message holds what it wrote.</exception>
    public static async Task<RunningCity> Start(Serving? serving = null)
    {
        var city = new RunningCity(serving ?? new Serving());
        try
        {
            city.Launch();
            await city.UntilReady();
            return city;
        }
        catch
        {
            await city.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the program on the same data and address without waiting for it. It must not be running.</summary>
    public void Launch()
    {
        _process?.Dispose();
        string[] fresh = _serving.Empty ? ["--empty"] : [];
        _process = new ServeProcess([.. Store, "--urls", Address.ToString().TrimEnd('/'), .. fresh, .. _serving.Options ?? []]);
    }

    /// <summary>Returns when the program that was launched is ready to answer.</summary>
    /// <exception cref="InvalidOperationException">It ended before that; the message holds what it wrote.</exception>
    public async Task UntilReady()
    {
        using var limit = new CancellationTokenSource(Patience);
        Address = await _process!.Listening(limit.Token);
        await Ready(limit.Token);
    }

    /// <summary>Ends the program at once (SIGKILL), as a power cut would, and returns when it is gone.</summary>
    public Task Kill() => _process?.Kill() ?? Task.CompletedTask;

    /// <summary>Asks the program to end (SIGTERM) and returns its exit code.</summary>
    public Task<int> Stop() => _process?.Stop() ?? Task.FromResult(0);

    /// <summary>A new client of this city; it follows no redirect and keeps no cookie unless told.</summary>
    public HttpClient Client(bool cookies = false) => new(new SocketsHttpHandler
    {
        UseCookies = cookies,
        CookieContainer = new CookieContainer(),
        AllowAutoRedirect = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
    })
    {
        BaseAddress = Address,
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process?.Dispose();
        _ownFolder?.Dispose();
    }

    private async Task Ready(CancellationToken limit)
    {
        using var client = Client();
        while (!await Answers(client, limit))
        {
            _process!.ThrowIfEnded();
            await Task.Delay(50, limit);
        }
    }

    private static async Task<bool> Answers(HttpClient client, CancellationToken limit)
    {
        try
        {
            using var answer = await client.GetAsync("/health/ready", limit);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
