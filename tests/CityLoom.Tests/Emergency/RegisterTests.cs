using System.Net;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Emergency;

/// <summary>Registers and coverage over HTTP.</summary>
public abstract class RegisterTests(ServedCity city) : IAsyncLifetime
{
    private readonly Caller _keeper = city.As("administrator");

    public async ValueTask InitializeAsync() => await EmergencyCity.Fill(city);

    public ValueTask DisposeAsync()
    {
        _keeper.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_register_goes_out_and_in_unchanged_and_a_changed_row_keeps_its_versions()
    {
        var text = (await _keeper.Get("/api/emergency/registers/hospitals.csv")).Text;
        Assert.Equal((0, 0, 0), Counts(await EmergencyCity.Import(_keeper, "hospitals", text)));

        Assert.Equal((0, 1, 0), Counts(await EmergencyCity.Import(_keeper, "hospitals", text.Replace(",2,0,", ",2,9,", StringComparison.Ordinal))));
        Assert.Equal((0, 1, 0), Counts(await EmergencyCity.Import(_keeper, "hospitals", text)));

        var versions = EmergencyCity.All(await _keeper.Get("/api/emergency/registers/hospitals/H3/versions"));
        Assert.True(versions.Length >= 3);
        Assert.Equal(versions.Length, versions[0].GetProperty("version").GetInt32());
        Assert.Single(versions, v => v.GetProperty("until").ValueKind == System.Text.Json.JsonValueKind.Null);
        Assert.Contains("\"freeBeds\":9", versions[1].GetProperty("content").GetString());
    }

    [Fact]
    public async Task A_file_with_faults_changes_nothing_and_names_every_line()
    {
        var before = (await _keeper.Get("/api/emergency/registers/units.csv")).Text;

        var refused = await EmergencyCity.Import(_keeper, "units", "code,station\nX1,S1\nX2,S99\nX1,S1\n");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var words = refused.Json.GetProperty("detail").GetString();
        Assert.Contains("units:3:", words);
        Assert.Contains("units:4:", words);
        Assert.Equal(before, (await _keeper.Get("/api/emergency/registers/units.csv")).Text);
    }

    [Theory]
    [InlineData("[[114.05,30.05],[114.06,30.06],[114.06,30.05],[114.05,30.06],[114.05,30.05]]", "self-crossing", "")]
    [InlineData("[[999,30.05],[999.1,30.05],[999.1,30.06],[999,30.05]]", "", "")]
    [InlineData("[[114.05,30.05],[114.06,30.05],[114.06,30.06],[114.05,30.05]]", "", "]}}]}")]
    public async Task An_outline_that_cannot_be_is_refused_and_changes_nothing(string ring, string code, string cut)
    {
        var before = (await _keeper.Get("/api/emergency/registers/hospitals.csv")).Text;
        var text = $$$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"H9","name":"院","level":3},"geometry":{"type":"Polygon","coordinates":[{{{ring}}}]}}]}""";

        var refused = await EmergencyCity.Import(_keeper, "hospitals", text[..^cut.Length]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(code, refused.Code, StringComparison.Ordinal);
        Assert.NotEmpty(refused.Json.GetProperty("detail").GetString()!);
        Assert.Equal(before, (await _keeper.Get("/api/emergency/registers/hospitals.csv")).Text);
    }

    [Fact]
    public async Task Stations_that_have_units_cannot_be_dropped()
    {
        var refused = await EmergencyCity.Import(_keeper, "stations", "code,name,longitude,latitude,territory\nS1,一站,114.02,30.02,420102\n");

        Assert.Equal((HttpStatusCode.Conflict, "register.units-left"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task Only_those_who_keep_registers_change_them()
    {
        foreach (var (account, status) in new[] { ("dispatcher", HttpStatusCode.Forbidden), ("auditor", HttpStatusCode.Forbidden), ((string?)null, HttpStatusCode.Unauthorized) })
        {
            using var caller = city.As(account);
            Assert.Equal(status, (await EmergencyCity.Import(caller, "stations", "code\n")).Status);
        }

        using var supervisor = city.As("supervisor");
        Assert.Equal(HttpStatusCode.BadRequest, (await EmergencyCity.Import(supervisor, "stations", "code\n")).Status);
    }

    [Fact]
    public async Task The_standard_is_the_administrators_and_every_figure_follows_it()
    {
        const string Header = "central_minutes,outer_minutes,central_share,outer_share,turn_out,hour,central_districts\n";
        using var supervisor = city.As("supervisor");
        var before = (await _keeper.Get("/api/emergency/registers/standard.csv")).Text;
        var covered = (await Coverage())["city"].GetProperty("covered").GetDouble();

        Assert.Equal((HttpStatusCode.Forbidden, "register.not-yours"), await Refused(supervisor, Header + "1,1,0.5,0.5,30,8,\n"));
        Assert.Equal(HttpStatusCode.BadRequest, (await Refused(_keeper, Header + "10,12,0.9,0.9,60,24,\n")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Refused(_keeper, Header + "10,12,0.9,0.9,60,8,420102;nowhere\n")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Refused(_keeper, Header + "10,1,0.9,0.9,60,8,\n")).Status);
        Assert.Equal(covered, (await Coverage())["city"].GetProperty("covered").GetDouble());

        _ = (await EmergencyCity.Import(_keeper, "standard", Header + "2,1,0.5,0.4,30,,420103\n")).Good;
        Assert.Equal((Header + "2,1,0.5,0.4,30,,420103\n").Replace("\n", "\r\n", StringComparison.Ordinal), (await _keeper.Get("/api/emergency/registers/standard.csv")).Text);
        var after = await Coverage();
        var rows = after["districts"].EnumerateArray().ToDictionary(r => r.GetProperty("territory").GetString()!);
        Assert.Equal((1, 2), (rows["420102"].GetProperty("minutes").GetInt32(), rows["420103"].GetProperty("minutes").GetInt32()));
        Assert.Equal((0.4, 0.5), (rows["420102"].GetProperty("target").GetDouble(), rows["420103"].GetProperty("target").GetDouble()));
        Assert.True(after["city"].GetProperty("covered").GetDouble() < covered, "fewer are reached in less time");

        _ = (await EmergencyCity.Import(_keeper, "standard", before)).Good;
        Assert.Equal(before, (await _keeper.Get("/api/emergency/registers/standard.csv")).Text);
        Assert.Equal(covered, (await Coverage())["city"].GetProperty("covered").GetDouble());
        Assert.True(EmergencyCity.All(await _keeper.Get("/api/emergency/registers/standard/city/versions")).Length >= 2);

        async Task<Answer.Body> Coverage() => (await supervisor.Get("/api/reach/coverage")).Good;
        async Task<(HttpStatusCode Status, string? Code)> Refused(Caller caller, string text) => await EmergencyCity.Import(caller, "standard", text) is var answer ? (answer.Status, answer.Code) : default;
    }

    [Fact]
    public async Task Coverage_follows_a_plan_and_the_plan_can_be_kept_and_compared()
    {
        using var planner = city.As("supervisor");
        var now = (await planner.Get("/api/reach/coverage")).Good["city"].GetProperty("covered").GetDouble();
        var none = (await planner.Get("/api/reach/coverage?drop=S1&drop=S2&drop=S3")).Good["city"].GetProperty("covered").GetDouble();
        Assert.Equal(0, none);
        Assert.True(now > 0);

        var kept = (await planner.Post("/api/reach/plans", new { name = "少两站", changes = "drop=S1&drop=S2" })).Id;
        var compared = (await planner.Get($"/api/reach/comparison?first=0&second={kept}")).Good.Json;
        var same = (await planner.Get("/api/reach/comparison?first=0&second=0")).Good.Json;

        Assert.True(compared.GetProperty("meanChange").GetDouble() > 0, "fewer stations are slower");
        Assert.Equal(0, same.GetProperty("meanChange").GetDouble());
        Assert.Equal(compared.GetProperty("calls").GetInt32(), compared.GetProperty("districts").EnumerateArray().Skip(1).Sum(d => d.GetProperty("first").GetProperty("calls").GetInt32()));
        _ = (await planner.Post($"/api/reach/plans/{kept}/removal", new { })).Good;
        Assert.DoesNotContain(EmergencyCity.All(await planner.Get("/api/reach/plans")), p => p.GetProperty("id").GetInt64() == kept);
    }

    [Fact]
    public async Task A_plan_that_makes_no_sense_is_refused()
    {
        using var planner = city.As("supervisor");
        Assert.Equal("reach.move", (await planner.Get("/api/reach/coverage?move=S1,999,30")).Code);
        Assert.Equal("reach.station-unknown", (await planner.Get("/api/reach/coverage?drop=nobody")).Code);
        Assert.Equal("reach.count", (await planner.Get("/api/reach/siting?n=99")).Code);
        Assert.Equal("reach.unchanged", (await planner.Post("/api/reach/plans", new { name = "空", changes = "" })).Code);
        using var clerk = city.As("dispatcher");
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.Post("/api/reach/plans", new { name = "不归他", changes = "drop=S1&drop=S2" })).Status);
    }

    private static (int Added, int Changed, int Retired) Counts(Answer answer) => answer.Good is var counts
        ? (counts["added"].GetInt32(), counts["changed"].GetInt32(), counts["retired"].GetInt32()) : default;
}

[Collection(OnSqlite.Name)]
public sealed class RegistersOnSqlite(SqliteCity city) : RegisterTests(city);

[Collection(OnPostgres.Name)]
public sealed class RegistersOnPostgres(PostgresCity city) : RegisterTests(city);
