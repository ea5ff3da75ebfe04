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
        var warm = new Option<int>("--warm") { Description = "Seconds of each job before anything is counted, at both servers, until their code is compiled for good", DefaultValueFactory = _ => 20 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each", DefaultValueFactory = _ => 3 };
        var jobs = new Option<string[]>("--job") { Description = "create, read or list; all three when left out", AllowMultipleArgumentsPerToken = true };
        var bare = new Command("bare", "Creating, reading and listing requests, as a ratio to a bare server of one table in the same run") { clients, seconds, warm, rounds, jobs };
        bare.SetAction((parsed, _) => Compare(parsed.GetValue(clients), TimeSpan.FromSeconds(parsed.GetValue(seconds)), TimeSpan.FromSeconds(parsed.GetValue(warm)), parsed.GetValue(rounds), parsed.GetValue(jobs) ?? []));
        yield return bare;

        var folder = new Option<string>("--data") { Required = true };
        var url = new Option<string>("--urls") { DefaultValueFactory = _ => "http://127.0.0.1:0" };
        var server = new Command("bare-server", "The bare server alone") { folder, url };
        server.SetAction((parsed, _) => BareServer.Serve(parsed.GetValue(folder)!, parsed.GetValue(url)!));
        yield return server;
    }

    private static async Task<int> Compare(int clients, TimeSpan time, TimeSpan warm, int rounds, string[] jobs)
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
            foreach (var job in Jobs(product, other))
            {
                var chosen = jobs.Length == 0 || jobs.Any(j => job.Name.StartsWith(j, StringComparison.Ordinal));
                await new Comparison(job, clients, time, chosen ? warm : TimeSpan.FromSeconds(1), new Server(() => city.ProcessorTime), new Server(() => ProcessorTime(process))).Run(chosen ? rounds : 0);
            }
        }
        finally
        {
            process.Kill();
        }

        return 0;
    }

    private static IEnumerable<Job> Jobs(HttpClient product, HttpClient bare)
    {
        var (number, id) = ("", 0L);
        yield return new("create", 0.6, async once => number = await Send(product, "/api/requests", once, "number"), async once => id = long.Parse(await Send(bare, "/requests", once, "id"), CultureInfo.InvariantCulture));
        yield return new("read one", 0.7, _ => Get(product, $"/api/requests/{number}"), _ => Get(bare, $"/requests/{id}"));
        yield return new("list of 50", 0.7, _ => Get(product, "/api/matters?box=all&kind=request&pageSize=50"), _ => Get(bare, "/requests"));
    }

    private static TimeSpan ProcessorTime(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
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
