using System.Net;
using System.Text;
using CityLoom.City;
using CityLoom.City.Calendar;
using CityLoom.City.Trees;
using CityLoom.Emergency;
using CityLoom.Emergency.Alerts;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Emergency.Alerts;

/// <summary>Feeds of the allowed list: what is followed, what is not, and that one bad message does not keep the others out.</summary>
public sealed class FetchAlertsTests : IAsyncLifetime
{
    private const string Feed = "https://feed.example/alerts.atom";

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _asked = [];
    private Database _database = null!;
    private CityContext _city = null!;

    public async ValueTask InitializeAsync()
    {
        _database = new StorageOptions { Folder = _folder.Path }.Open();
        await Migrations.ApplyAsync(_database, [new KernelModule(), new CityModule(), new EmergencyModule()], TimeProvider.System);
        var clock = new CityClock(TimeProvider.System, SampleAlert.Zone);
        _city = new CityContext(clock, new CityTreesBook(_database, TimeProvider.System), new CalendarBook(_database, clock));
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Entries_on_the_same_host_are_taken_once_and_others_are_not_followed()
    {
        var pages = new Dictionary<string, string>
        {
            [Feed] = Atom("https://feed.example/1.xml", "/2.xml", "https://elsewhere.example/3.xml", "http://feed.example/4.xml", "file:///etc/passwd", "/5.xml"),
            ["https://feed.example/1.xml"] = Cap("one"), ["https://feed.example/2.xml"] = "<!DOCTYPE a><alert/>", ["https://feed.example/5.xml"] = Cap("five"),
        };

        var first = await Fetch(pages);
        var second = await Fetch(pages);

        Assert.Equal((2, 0, 1), (first.Taken, first.Known, first.Faults.Count));
        Assert.Equal((0, 2), (second.Taken, second.Known));
        Assert.All(_asked, address => Assert.StartsWith("https://feed.example/", address, StringComparison.Ordinal));
        Assert.Equal(2, _database.Read(AlertBook.Count));
    }

    [Fact]
    public async Task With_a_certificate_only_what_it_signed_is_taken()
    {
        using var key = AlertKey.Open(_folder.Path, _city.Clock);
        var signed = CapSignature.Sign(CapWriter.Write(SampleAlert.Message with { Identifier = "signed" }, SampleAlert.Zone), key);
        var pages = new Dictionary<string, string> { [Feed] = Atom("/signed.xml", "/plain.xml"), ["https://feed.example/signed.xml"] = signed, ["https://feed.example/plain.xml"] = Cap("plain") };

        var fetched = await Fetch(pages, key.CertificatePem);

        Assert.Equal((1, 1), (fetched.Taken, fetched.Faults.Count));
        Assert.Equal(SignatureState.Trusted, Assert.Single(_database.Read(s => AlertBook.List(s, 1, 10))).Signature);
    }

    [Fact]
    public async Task A_feed_that_does_not_answer_or_redirects_is_said_and_the_next_is_read()
    {
        using var fetch = new FetchAlerts(_database, _city, new Pages(new Dictionary<string, string> { ["https://good.example/a"] = Cap("alone") }, _asked));

        var fetched = await fetch.RunAsync([new("gone", new Uri("https://gone.example/a")), new("good", new Uri("https://good.example/a"))], CancellationToken.None);

        Assert.Equal([(0, 1), (1, 0)], fetched.Select(f => (f.Taken, f.Faults.Count)));
    }

    [Theory]
    [InlineData("[{\"name\":\"own\",\"url\":\"https://a.example\"}]")]
    [InlineData("[{\"name\":\"a b\",\"url\":\"https://a.example\"}]")]
    [InlineData("[{\"name\":\"files\",\"url\":\"file:///etc/passwd\"}]")]
    [InlineData("[{\"name\":\"x\"}]")]
    [InlineData("nonsense")]
    public void A_list_of_feeds_that_does_not_fit_is_refused(string json)
    {
        File.WriteAllText(Path.Combine(_folder.Path, FeedSettings.File), json);

        Assert.Throws<InvalidDataException>(() => FeedSettings.Read(_folder.Path));
    }

    private async Task<FetchedFeed> Fetch(Dictionary<string, string> pages, string? certificate = null)
    {
        using var fetch = new FetchAlerts(_database, _city, new Pages(pages, _asked));
        return Assert.Single(await fetch.RunAsync([new FeedSetting("feed", new Uri(Feed), certificate)], CancellationToken.None));
    }

    private static string Cap(string identifier) => CapWriter.Write(SampleAlert.Message with { Identifier = identifier }, SampleAlert.Zone).ToString();

    private static string Atom(params string[] links) =>
        $"<feed xmlns=\"http://www.w3.org/2005/Atom\">{string.Concat(links.Select(l => $"<entry><link type=\"application/cap+xml\" href=\"{l}\"/></entry>"))}</feed>";

    private sealed class Pages(Dictionary<string, string> pages, List<string> asked) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked.Add(request.RequestUri!.AbsoluteUri);
            return Task.FromResult(pages.TryGetValue(request.RequestUri.AbsoluteUri, out var page)
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(page, Encoding.UTF8, "application/xml") }
                : new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("http://127.0.0.1/") } });
        }
    }
}
