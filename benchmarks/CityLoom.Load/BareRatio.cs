using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using CityLoom.Tests.Support;

namespace CityLoom.Load;

/// <summary>Taking in residents' requests beside the least that could be called a server, in one run: rounds of the two alternate.</summary>
internal static class BareRatio
{
    private const string Words = "大智街道铭新街口一整排路灯都不亮，晚上走路看不见，请尽快维修。";

    /// <summary>The verbs <c>bare</c> and <c>bare-server</c>, which the first starts.</summary>
    public static IEnumerable<Command> Commands()
    {
        var clients = new Option<int>("--clients") { Description = "Clients at once", DefaultValueFactory = _ => 50 };
        var seconds = new Option<int>("--seconds") { Description = "Seconds counted in each round", DefaultValueFactory = _ => 15 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each", DefaultValueFactory = _ => 3 };
        var bare = new Command("bare", "Creating, reading and listing requests, as a ratio to a bare server of one table in the same run") { clients, seconds, rounds };
        bare.SetAction((parsed, _) => Compare(parsed.GetValue(clients), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(rounds)));
        yield return bare;

        var folder = new Option<string>("--data") { Required = true };
        var url = new Option<string>("--urls") { DefaultValueFactory = _ => "http://127.0.0.1:0" };
        var server = new Command("bare-server", "The bare server alone") { folder, url };
        server.SetAction((parsed, _) => BareServer.Serve(parsed.GetValue(folder)!, parsed.GetValue(url)!));
        yield return server;
    }

    private static async Task<int> Compare(int clients, TimeSpan time, int rounds)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        await using var city = await RunningCity.Start();
        using var staff = await CityStaff.Hire(city);
        using var folder = new TemporaryFolder();
        using var process = Start(folder.Path);
        try
        {
            var bare = new Uri((await process.StandardOutput.ReadLineAsync())!.Split(' ')[^1]);
            using var product = staff.Desk.Http(city);
            using var other = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = bare };
            foreach (var (name, ours, theirs, goal) in Jobs(product, other))
            {
                await Report(name, ours, theirs, goal, clients, time, rounds);
            }
        }
        finally
        {
            process.Kill();
        }

        return 0;
    }

    private static IEnumerable<(string Name, Func<string, Task> Ours, Func<string, Task> Theirs, double Goal)> Jobs(HttpClient product, HttpClient bare)
    {
        var (number, id) = ("", 0L);
        yield return ("create", async once => number = await Send(product, "/api/requests", once, "number"), async once => id = long.Parse(await Send(bare, "/requests", once, "id"), CultureInfo.InvariantCulture), 0.6);
        yield return ("read one", _ => Get(product, $"/api/requests/{number}"), _ => Get(bare, $"/requests/{id}"), 0.7);
        yield return ("list of 50", _ => Get(product, "/api/matters?box=all&kind=request&pageSize=50"), _ => Get(bare, "/requests"), 0.7);
    }

    private static async Task Report(string name, Func<string, Task> ours, Func<string, Task> theirs, double goal, int clients, TimeSpan time, int rounds)
    {
        await Rate(theirs, clients, time / 4, "warm");
        await Rate(ours, clients, time / 4, "warm");
        var (mine, its) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            its.Add(await Rate(theirs, clients, time, $"{name}-{round}"));
            mine.Add(await Rate(ours, clients, time, $"{name}-{round}"));
        }

        var ratios = mine.Zip(its, (m, i) => m / i).Order().ToArray();
        Console.WriteLine($"{name}: {mine.Average():F0}/s, bare {its.Average():F0}/s, ratio {ratios[ratios.Length / 2]:F2} ({ratios[0]:F2}–{ratios[^1]:F2}), goal {goal:F1}");
    }

    private static async Task<double> Rate(Func<string, Task> job, int clients, TimeSpan time, string tag)
    {
        var (done, start) = (0, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async client =>
        {
            for (var i = 0; Stopwatch.GetElapsedTime(start) < time; i++)
            {
                await job($"{tag}-{start}-{client}-{i}");
                Interlocked.Increment(ref done);
            }
        }));
        return done / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<string> Send(HttpClient http, string path, string once, string field)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = JsonContent.Create(new { channel = "hotline", words = Words, service = "cityscape.facility", territory = "420102002", latitude = 30.6, longitude = 114.29 }),
        };
        request.Headers.Add("Idempotency-Key", once);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        using var body = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        return body.RootElement.GetProperty(field).ToString();
    }

    private static async Task Get(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        _ = await answer.Content.ReadAsByteArrayAsync();
    }

    private static Process Start(string folder) => Process.Start(new ProcessStartInfo("dotnet", [typeof(BareRatio).Assembly.Location, "bare-server", "--data", folder])
    {
        RedirectStandardOutput = true,
    })!;
}
