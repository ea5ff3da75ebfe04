using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CityLoom.City;
using CityLoom.City.Calendar;
using CityLoom.City.Trees;
using CityLoom.Emergency.Reports;
using CityLoom.Kernel;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Emergency.Reports;

/// <summary>Reports on an incident over HTTP.</summary>
public abstract class ReportTests(ServedCity city)
{
    [Fact]
    public async Task An_incident_is_reported_first_again_and_at_last_and_never_twice()
    {
        using var supervisor = city.As("supervisor");
        _ = (await supervisor.Post("/api/emergency/reports/templates", Template)).Good;
        var matter = (await supervisor.Create("隧道积水", "incident", new { organization = "4201.swj", territory = "420102" })).Id;
        var duty = (await supervisor.Post("/api/emergency/reports", new { matter, template = "short", grade = "II" })).Id;
        Assert.Equal(duty, (await supervisor.Post("/api/emergency/reports", new { matter, template = "short", grade = "II" })).Id);

        Assert.Equal("report.fields", (await Send(duty, "", 1)).Code);
        var first = (await Send(duty, "积水 50 厘米", 1)).Good;
        Assert.Equal("first", first.Text("kind"));
        Assert.Contains("隧道积水", first.Text("content"), StringComparison.Ordinal);
        Assert.Equal("report.sent", (await Send(duty, "积水 50 厘米", 1)).Code);
        Assert.Equal("followUp", (await Send(duty, "水在退", 2)).Good.Text("kind"));
        _ = (await supervisor.Act(matter, "register")).Good;
        _ = (await supervisor.Act(matter, "void")).Good;
        Assert.Equal("final", (await Send(duty, "已恢复通行", 3)).Good.Text("kind"));
        Assert.Equal("report.nothing", (await Send(duty, "还有", 4)).Code);
    }

    [Fact]
    public async Task A_report_lies_in_the_inbox_of_those_who_receive_it_until_they_sign_and_what_is_late_is_written_under_the_incident()
    {
        using var supervisor = city.As("supervisor");
        using var street = city.As("street");
        _ = (await supervisor.Post("/api/emergency/reports/templates", Template)).Good;
        using var desk = city.As("desk");
        Assert.Equal("report.template-not-yours", (await desk.Post("/api/emergency/reports/templates", Template)).Code);
        var matter = (await supervisor.Create("桥面裂缝", "incident", new { organization = "4201.swj", territory = "420102" })).Id;
        var duty = (await supervisor.Post("/api/emergency/reports", new { matter, template = "short", grade = "II" })).Id;
        _ = (await Send(duty, "限行", 1)).Good;

        var waiting = Assert.Single(await Inbox(supervisor), d => d.GetProperty("dutyId").GetInt64() == duty);
        var id = waiting.GetProperty("id").GetInt64();
        Assert.Equal("4201.yjj", waiting.GetProperty("organization").GetString());
        Assert.DoesNotContain(await Inbox(street), d => d.GetProperty("id").GetInt64() == id);
        Assert.Equal("report.delivery-not-yours", (await street.Post($"/api/emergency/reports/deliveries/{id}/signature", new { })).Code);

        await using var database = city.Store.Open();
        var clock = new CityClock(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        var later = new CityContext(clock, new CityTreesBook(database, TimeProvider.System), new CalendarBook(database, clock)).At(DateTimeOffset.UtcNow.AddHours(2));
        await database.WriteAsync(w => WatchReports.Run(w, later));
        await database.WriteAsync(w => WatchReports.Run(w, later));
        var journal = (await supervisor.Get($"/api/matters/{matter}/journal")).Text;
        Assert.Equal((1, 1), (Times(journal, "尚未签收"), Times(journal, "尚未报出")));

        var signed = (await supervisor.Post($"/api/emergency/reports/deliveries/{id}/signature", new { })).Good.Text("signedAt");
        Assert.Equal(signed, (await supervisor.Post($"/api/emergency/reports/deliveries/{id}/signature", new { })).Good.Text("signedAt"));
        Assert.DoesNotContain(await Inbox(supervisor), d => d.GetProperty("id").GetInt64() == id);

        static async Task<JsonElement[]> Inbox(Caller caller) => [.. (await caller.Get("/api/emergency/reports/inbox")).Good.Json.EnumerateArray()];
        static int Times(string text, string words) => Regex.Count(Regex.Unescape(text), words);
    }

    [Fact]
    public async Task Only_incidents_are_reported_and_only_by_those_who_have_them()
    {
        using var supervisor = city.As("supervisor");
        using var street = city.As("street");
        using var auditor = city.As("auditor");
        _ = (await supervisor.Post("/api/emergency/reports/templates", Template)).Good;
        var hazard = (await supervisor.Create("不是事件")).Id;
        Assert.Equal("report.incident", (await supervisor.Post("/api/emergency/reports", new { matter = hazard, template = "short", grade = "II" })).Code);
        var matter = (await supervisor.Create("别人的事件", "incident", new { organization = "4201.swj" })).Id;
        Assert.Equal("report.not-yours", (await street.Post("/api/emergency/reports", new { matter, template = "short", grade = "II" })).Code);
        Assert.Equal("report.template", (await supervisor.Post("/api/emergency/reports", new { matter, template = "none", grade = "II" })).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Post("/api/emergency/reports", new { matter, template = "short", grade = "II" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await auditor.Get("/api/emergency/reports")).Status);
    }

    private static object Template => new
    {
        code = "short", name = "简报", rules = new[] { new { grade = "I", firstMinutes = 15, followUpMinutes = 60, finalMinutes = 600, to = new[] { "4201.yjj" } } },
        fields = new[] { new { code = "course", label = "经过", englishLabel = "Course" } },
    };

    private async Task<Answer> Send(long duty, string words, int number)
    {
        using var supervisor = city.As("supervisor");
        return await supervisor.Post($"/api/emergency/reports/{duty}", new { fields = new { course = words }, number });
    }
}

[Collection(OnSqlite.Name)]
public sealed class ReportOnSqliteTests(SqliteCity city) : ReportTests(city);

[Collection(OnPostgres.Name)]
public sealed class ReportOnPostgresTests(PostgresCity city) : ReportTests(city);
