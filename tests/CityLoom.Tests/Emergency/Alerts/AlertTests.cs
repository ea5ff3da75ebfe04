using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using CityLoom.Emergency.Alerts;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Emergency.Alerts;

/// <summary>Alerts over HTTP: issued, changed, taken back, taken in.</summary>
public abstract class AlertTests(ServedCity city)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task An_alert_is_changed_and_taken_back_and_each_message_names_all_before_it()
    {
        using var supervisor = city.As("supervisor");
        using var visitor = city.As(null);
        var first = (await supervisor.Post("/api/alerts", SampleAlert.Asked("链一"))).Good;
        var second = (await supervisor.Post("/api/alerts", SampleAlert.Asked("链二", replaces: first["id"].GetInt64()))).Good;
        Assert.Equal(["链二"], await Active("链"));
        var third = (await supervisor.Post($"/api/alerts/{second["id"].GetInt64()}/cancellation", new { words = "雨停", english = "The rain has ended" })).Good;
        Assert.Empty(await Active("链"));

        var message = XDocument.Parse((await visitor.Get($"/alerts/{third["id"].GetInt64()}.xml")).Text);
        Assert.Empty(SampleAlert.Against(XDocument.Parse((await visitor.Get($"/alerts/{second["id"].GetInt64()}.xml")).Text)));
        Assert.Equal(("Cancel", "Exercise"), (message.Root!.Element(CapWriter.Cap + "msgType")!.Value, message.Root.Element(CapWriter.Cap + "status")!.Value));
        Assert.Equal([first.Text("identifier"), second.Text("identifier")], message.Root.Element(CapWriter.Cap + "references")!.Value.Split(' ').Select(r => r.Split(',')[1]));
        Assert.Equal("alert.over", (await supervisor.Post("/api/alerts", SampleAlert.Asked("链三", replaces: first["id"].GetInt64()))).Code);
        Assert.Equal("alert.over", (await supervisor.Post($"/api/alerts/{second["id"].GetInt64()}/cancellation", new { words = "雨停", english = "Over" })).Code);
    }

    [Fact]
    public async Task Of_many_who_take_back_at_once_one_does()
    {
        using var supervisor = city.As("supervisor");
        var id = (await supervisor.Post("/api/alerts", SampleAlert.Asked("同时解除"))).Id;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => supervisor.Post($"/api/alerts/{id}/cancellation", new { words = "结束", english = "Over" })));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_feed_reader_finds_what_holds_now_and_the_message_behind_it()
    {
        using var supervisor = city.As("supervisor");
        using var visitor = city.As(null);
        var id = (await supervisor.Post("/api/alerts", SampleAlert.Asked("供订阅的预警"))).Id;

        var feed = XDocument.Parse((await visitor.Get("/alerts.atom")).Text).Root!;
        var entry = feed.Elements(Atom + "entry").Single(e => e.Element(Atom + "title")!.Value.Contains("供订阅的预警", StringComparison.Ordinal));
        Assert.StartsWith("【演练】", entry.Element(Atom + "title")!.Value, StringComparison.Ordinal);
        var link = new Uri(entry.Element(Atom + "link")!.Attribute("href")!.Value).PathAndQuery;
        Assert.Equal($"/alerts/{id}.xml", link);
        var message = await visitor.Get(link);
        Assert.StartsWith("application/cap+xml", message.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.All(["zh-CN", "en"], language => Assert.Contains(language, message.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_from_outside_is_taken_once_and_only_its_sender_takes_it_back()
    {
        using var supervisor = city.As("supervisor");
        var asked = SampleAlert.Message with { Identifier = $"outside-{Store}", Sender = "other@city", Status = CapStatus.Actual, Sent = Now, Infos = [Held("外来预警")] };
        Assert.Equal(HttpStatusCode.Created, (await Send(asked)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Send(asked)).Status);
        Assert.Equal("alert.reused", (await Send(asked with { Note = "变了" })).Code);

        var named = new CapReference("other@city", asked.Identifier, Now);
        _ = (await Send(asked with { Identifier = $"forged-{Store}", Sender = "somebody@else", Kind = CapKind.Cancel, References = [named] })).Good;
        Assert.Equal(["外来预警"], await Active("外来预警"));
        _ = (await Send(asked with { Identifier = $"end-{Store}", Kind = CapKind.Cancel, References = [named] })).Good;
        Assert.Empty(await Active("外来预警"));

        // What was taken back before it came does not hold when it comes.
        var late = asked with { Identifier = $"late-{Store}", Infos = [Held("迟到的预警")] };
        _ = (await Send(late with { Identifier = $"early-{Store}", Kind = CapKind.Cancel, References = [new("other@city", late.Identifier, Now)] })).Good;
        _ = (await Send(late)).Good;
        Assert.Empty(await Active("迟到的预警"));
        Assert.Equal("alert.not-own", (await supervisor.Post("/api/alerts", SampleAlert.Asked("冒名", replaces: (await Send(late)).Id))).Code);
    }

    [Fact]
    public async Task Hostile_messages_are_refused_in_words()
    {
        using var supervisor = city.As("supervisor");
        Assert.Equal("alert.malformed", (await Raw(supervisor, "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>&x;</identifier></alert>")).Code);
        Assert.Equal("alert.large", (await Raw(supervisor, "<alert>" + new string('x', CapReader.MostBytes) + "</alert>")).Code);
        var signed = (await supervisor.Get($"/alerts/{(await supervisor.Post("/api/alerts", SampleAlert.Asked("被改动的预警"))).Id}.xml")).Text;
        Assert.Equal("alert.signature", (await Raw(supervisor, signed.Replace("被改动的预警", "改动后的预警", StringComparison.Ordinal))).Code);
        using var street = city.As("street");
        Assert.Equal(HttpStatusCode.Forbidden, (await Raw(street, signed)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await street.Post("/api/alerts", SampleAlert.Asked("无权"))).Status);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_nothing_is_issued()
    {
        using var supervisor = city.As("supervisor");
        var before = (await supervisor.Get("/api/alerts")).Json.GetArrayLength();
        Assert.Equal("alert.expires", (await supervisor.Post("/api/alerts", SampleAlert.Asked("过期", hours: -1))).Code);
        Assert.Equal("alert.words", (await supervisor.Post("/api/alerts", SampleAlert.Asked(" "))).Code);
        Assert.Equal("alert.faults", (await supervisor.Post("/api/alerts", new
        {
            status = "actual", category = "Weather", urgency = "Soon", severity = "Severe", certainty = "Likely", expires = Now.AddHours(1), territories = new[] { "420102" },
            chinese = new { @event = "暴雨", headline = "标题", description = "内容", instruction = "措施" }, english = new { @event = "Rain", headline = "Head", description = "What", instruction = "Do" },
        })).Code);
        Assert.Equal(before, (await supervisor.Get("/api/alerts")).Json.GetArrayLength());
    }

    private static DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());

    private string Store => city.Store.Postgres is null ? "sqlite" : "postgres";

    private static CapInfo Held(string headline) => SampleAlert.Message.Infos[0] with { Headline = headline, Effective = null, Onset = null, Expires = Now.AddHours(2) };

    private async Task<List<string>> Active(string headline)
    {
        using var visitor = city.As(null);
        return [.. (await visitor.Get("/api/alerts")).Json.EnumerateArray().Select(a => a.GetProperty("headline").GetString()!).Where(h => h.Contains(headline, StringComparison.Ordinal))];
    }

    private async Task<Answer> Send(CapMessage message)
    {
        using var supervisor = city.As("supervisor");
        return await Raw(supervisor, CapWriter.Write(message, SampleAlert.Zone).ToString());
    }

    private static Task<Answer> Raw(Caller who, string text) =>
        who.Send(HttpMethod.Post, "/api/alerts/received", new StringContent(text, Encoding.UTF8, new MediaTypeHeaderValue("application/cap+xml")));
}

[Collection(OnSqlite.Name)]
public sealed class AlertOnSqliteTests(SqliteCity city) : AlertTests(city);

[Collection(OnPostgres.Name)]
public sealed class AlertOnPostgresTests(PostgresCity city) : AlertTests(city);
