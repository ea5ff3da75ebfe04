using System.Net.Http.Headers;
using System.Xml.Linq;
using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Alerts;

/// <summary>What came of one feed.</summary>
/// <param name="Name">The feed.</param>
/// <param name="Taken">Messages that are new.</param>
/// <param name="Known">Messages that were here already.</param>
/// <param name="Faults">What was refused or could not be read, and why.</param>
public sealed record FetchedFeed(string Name, int Taken, int Known, IReadOnlyList<string> Faults);

/// <summary>
/// Fetches the feeds of the allowed list. Entries are followed only on the feed's own host, redirects never; sizes, times and the number
/// of entries are limited; one bad message does not keep the others out.
/// </summary>
public sealed class FetchAlerts(Database database, CityContext city, HttpMessageHandler? handler = null) : IDisposable
{
    private const int MostEntries = 100;
    private const int LargestFeed = CapReader.MostBytes;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly HttpClient _http = new(handler ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(20),
        MaxResponseContentBufferSize = LargestFeed,
    };

    /// <summary>Fetches all feeds, one after the other.</summary>
    public async Task<IReadOnlyList<FetchedFeed>> RunAsync(IReadOnlyList<FeedSetting> feeds, CancellationToken cancel)
    {
        var fetched = new List<FetchedFeed>();
        foreach (var feed in feeds)
        {
            fetched.Add(await RunAsync(feed, cancel).ConfigureAwait(false));
        }

        return fetched;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<FetchedFeed> RunAsync(FeedSetting feed, CancellationToken cancel)
    {
        var (taken, known, faults) = (0, 0, new List<string>());
        if (!(await GetAsync(feed.Url, cancel).ConfigureAwait(false)).Is(out var bytes, out var refusal) || !Messages(bytes, feed).Is(out var links, out refusal))
        {
            return new FetchedFeed(feed.Name, 0, 0, [refusal.English]);
        }

        foreach (var link in links)
        {
            var message = link is null ? bytes : (await GetAsync(link, cancel).ConfigureAwait(false)).Is(out var body, out refusal) ? body : null;
            var outcome = message is null ? refusal! : await database.WriteAsync(w => ReceiveAlert.Run(w, message, feed.Name, feed.Expected, Actor.System, city)).ConfigureAwait(false);
            if (outcome.Is(out var done, out refusal))
            {
                (taken, known) = done.Now ? (taken + 1, known) : (taken, known + 1);
            }
            else
            {
                faults.Add($"{link ?? feed.Url}: {refusal.English}");
            }
        }

        return new FetchedFeed(feed.Name, taken, known, faults);
    }

    /// <summary>The addresses of the messages; one that is null stands for the answer itself, which is a message.</summary>
    private static Outcome<IReadOnlyList<Uri?>> Messages(byte[] bytes, FeedSetting feed) => CapReader.Load(bytes).Then<IReadOnlyList<Uri?>>(document =>
        document.Root!.Name == CapWriter.Cap + "alert" ? new List<Uri?> { null }
        : document.Root.Name != Atom + "feed" ? AlertRefusals.Bad("feed", "来源既不是 Atom 也不是 CAP 1.2。", "The feed is neither Atom nor CAP 1.2.")
        : document.Root.Elements(Atom + "entry").Select(e => Link(e, feed.Url)).OfType<Uri>().Distinct().Take(MostEntries).ToList<Uri?>());

    private static Uri? Link(XElement entry, Uri feed)
    {
        var links = entry.Elements(Atom + "link").ToList();
        var best = links.Find(l => l.Attribute("type")?.Value == "application/cap+xml")
            ?? links.Find(l => l.Attribute("rel")?.Value is null or "alternate");
        return Uri.TryCreate(feed, best?.Attribute("href")?.Value ?? "", out var found)
            && best is not null && found.Scheme == feed.Scheme && found.Authority == feed.Authority ? found : null;
    }

    private async Task<Outcome<byte[]>> GetAsync(Uri address, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/cap+xml"));
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/atom+xml"));
            using var answer = await _http.SendAsync(request, cancel).ConfigureAwait(false);
            return answer.IsSuccessStatusCode
                ? await answer.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false)
                : AlertRefusals.Bad("feed", $"{address} 回答 {(int)answer.StatusCode}。", $"{address} answered {(int)answer.StatusCode}.");
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return AlertRefusals.Bad("feed", $"{address} 读不到：{failed.Message}", $"{address} could not be read: {failed.Message}");
        }
    }
}
