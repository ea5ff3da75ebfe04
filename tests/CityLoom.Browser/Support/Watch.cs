using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CityLoom.Browser.Support;

/// <summary>Notes everything in a window that a good page never does, for the end of the test.</summary>
internal sealed class Watch
{
    // Fired for every breach of the content policy, also those that Chromium doesn't write to the console.
    private const string ReportPolicy =
        "document.addEventListener('securitypolicyviolation', e => console.error(`content policy ${e.violatedDirective} blocked ${e.blockedURI}`))";

    private readonly ConcurrentQueue<string> _faults = new();

    /// <summary>One line for each request to another host, console error, script error and breach of the content policy.</summary>
    public IEnumerable<string> Faults => _faults;

    public static async Task<Watch> Over(IBrowserContext window)
    {
        var watch = new Watch();
        await window.AddInitScriptAsync(ReportPolicy);
        window.Request += (_, request) => watch.Note(LeavesTheMachine(request.Url), $"request to another host: {request.Url}");
        window.Console += (_, message) => watch.Note(message.Type == "error", $"console: {message.Text} ({message.Location})");
        window.WebError += (_, error) => watch.Note(true, $"script: {error.Error}");
        return watch;
    }

    /// <summary>Forgets faults that a test has provoked on purpose.</summary>
    public void Forget() => _faults.Clear();

    private static bool LeavesTheMachine(string address) =>
        new Uri(address) is { Scheme: "http" or "https" or "ws" or "wss", Host: not "127.0.0.1" };

    private void Note(bool wrong, string fault)
    {
        if (wrong)
        {
            _faults.Enqueue(fault);
        }
    }
}
