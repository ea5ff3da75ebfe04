using System.Net;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Emergency.Alerts;

/// <summary>Writing an alert at a browser without scripts, and what residents then see.</summary>
[Collection(OnSqlite.Name)]
public sealed class AlertPagesTests(SqliteCity city)
{
    private static readonly (string, string)[] Fields =
    [
        ("key", "alert-pages"), ("status", "Actual"), ("category", "Safety"), ("severity", "Severe"), ("urgency", "Immediate"), ("certainty", "Observed"), ("response", "Avoid"),
        ("organization", "4201.yjj"), ("territories", "420102"), ("expires", TimeProvider.System.GetUtcNow().AddHours(12).ToString("yyyy-MM-dd'T'HH:mm", null)),
        ("event-zh", "燃气泄漏"), ("headline-zh", "前进路燃气泄漏"), ("description-zh", "前进路燃气管道泄漏，正在抢修。"), ("instruction-zh", "不要靠近前进路。"),
        ("event-en", "Gas leak"), ("headline-en", "Gas leak in Qianjin Road"), ("description-en", "A main leaks and is being repaired."), ("instruction-en", "Keep away from Qianjin Road."),
    ];

    [Fact]
    public async Task It_is_seen_before_it_is_sent_typed_to_be_sent_and_then_before_residents()
    {
        using var staff = city.Open();
        using var resident = city.Open();
        _ = await staff.SignIn("supervisor");

        var preview = await staff.Submit("/emergency/alerts/new", "/emergency/alerts", [.. Fields, ("act", "preview")]);
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("&lt;msgType&gt;Alert&lt;/msgType&gt;", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("前进路燃气泄漏", (await resident.Get("/alerts")).Text, StringComparison.Ordinal);

        var unconfirmed = await staff.Submit("/emergency/alerts/new", "/emergency/alerts", [.. Fields, ("act", "issue"), ("confirm", "是")]);
        Assert.Equal(HttpStatusCode.BadRequest, unconfirmed.Status);
        Assert.DoesNotContain("前进路燃气泄漏", (await resident.Get("/alerts")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await staff.Submit("/emergency/alerts/new", "/emergency/alerts", [.. Fields, ("act", "issue"), ("confirm", "燃气泄漏")])).Status);
        Assert.Contains("前进路燃气泄漏", (await resident.Get("/")).Text, StringComparison.Ordinal);
        _ = await resident.Get("/alerts?lang=en");
        var page = (await resident.Get("/alerts")).Text;
        Assert.Contains("Keep away from Qianjin Road.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }
}
