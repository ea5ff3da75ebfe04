using System.CommandLine;
using CityLoom.Hosting;

namespace CityLoom.Verbs;

/// <summary><c>cityloom serve</c>: the web pages and the API.</summary>
internal static class ServeVerb
{
    public static Command Create(Terminal terminal)
    {
        var empty = new Option<bool>("--empty") { Description = "start a new data folder without the demo city" };
        var urls = new Option<string>("--urls")
        {
            Description = "address to listen on; port 0 takes a free one",
            DefaultValueFactory = _ => "http://127.0.0.1:5311",
        };
        var queue = new Option<int>("--queue")
        {
            Description = "how many writes may wait before the next is answered 503",
            DefaultValueFactory = _ => 2_048,
        };
        queue.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 1)
            {
                given.AddError("--queue: at least one write has to wait");
            }
        });
        var command = new Command("serve", "Serve the pages and the API (what a bare `cityloom` does); the first time with a demo city") { empty, urls, queue };
        command.AddStore();
        command.SetAction((call, cancel) => RunAsync(terminal, new ServeSettings(call.Store() with { QueueLength = call.GetValue(queue) }, call.GetValue(urls)!, !call.GetValue(empty)), cancel));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, ServeSettings settings, CancellationToken cancel)
    {
        await using var app = await CityHost.BuildAsync(settings);
        await app.StartAsync(cancel);
        foreach (var url in app.Urls)
        {
            terminal.Line($"CityLoom listens on {url}");
        }

        await app.WaitForShutdownAsync(cancel);
        return ExitCodes.Done;
    }
}
