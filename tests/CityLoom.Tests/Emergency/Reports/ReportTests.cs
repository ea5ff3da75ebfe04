using System.Net;
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
