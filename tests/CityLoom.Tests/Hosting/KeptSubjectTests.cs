using System.Text.Json;
using CityLoom.City.Indicators;
using CityLoom.Hosting;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Intake;
using CityLoom.Tests.Emergency.Alerts;
using CityLoom.Tests.Requests;
using CityLoom.Tests.Support;
using CityLoom.Web.Words;

namespace CityLoom.Tests.Hosting;

/// <summary>Whatever the journal vouches for beside matters' own rows cannot be changed in the database without being found; tried on the demo city.</summary>
public abstract class KeptSubjectTests(ToldCity city)
{
    private static readonly Refusal TakenBack = new("test", "", "");

    /// <summary>Columns that change without an entry of the journal, each for a reason.</summary>
    private static readonly HashSet<string> LeftOut =
    [
        "accounts.failures", "accounts.locked_until", // counted at each failed sign-in; the lock that follows is an entry
        "calendar_feeds.read_at",                     // when a program last read a feed
        "calendar_notices.reckoned_at",               // when the clocks were done with it
        "request_answers.join_id", "request_reopenings.join_id", // vouched for through the two views of those who joined
        "callbacks.last_at",                          // when somebody last had the number before them
        "report_duties.written_late", "report_deliveries.written_late", // whether lateness was written into the matter, whose journal says so
    ];

    public static TheoryData<string> Subjects => [.. Kept().Select(Name)];

    [Theory]
    [MemberData(nameof(Subjects))]
    public async Task Every_column_is_vouched_for_and_every_change_is_found(string name)
    {
        var kept = Kept().First(k => Name(k) == name);
        await using var database = city.Store.Open();
        Assert.Empty(database.Read(s => kept.Verify(s).ToList()));
        foreach (var set in kept.Sets.Where(s => !s.Table.EndsWith("_joined", StringComparison.Ordinal)))
        {
            var columns = set.Columns.Split(',', StringSplitOptions.TrimEntries);
            Assert.Equal([], Columns(database, set.Table).Except([.. columns, "id", set.Subject]).Where(c => !LeftOut.Contains($"{set.Table}.{c}")));
            var subject = database.Read(s => s.Value<long?>($"select max({set.Subject}) from {set.Table}"));
            Assert.True(subject is not null, $"the demo city has no row in {set.Table} to try it on");
            foreach (var column in columns.Except(["id", set.Subject]))
            {
                await Found(database, kept, $"{kept.Subject} {subject},", $"{set.Table}.{column}", w => Change(w, set, column, subject.Value));
            }

            await Found(database, kept, $"{kept.Subject} {subject},", $"a row of {set.Table} is gone", w => Forget(w, set, subject.Value));
        }
    }

    [Theory]
    [InlineData("request_answers")]
    [InlineData("request_reopenings")]
    public async Task What_one_resident_said_cannot_be_put_to_another(string table)
    {
        await using var database = city.Store.Open();
        var request = database.Read(s => s.Value<long>($"select max(request_id) from {table}"));

        await Found(database, RequestBook.Kept, $"request {request},", $"{table}.join_id", w => w.Execute($"update {table} set join_id = join_id + 1 where request_id = @request", new { request }));
    }

    [Theory]
    [InlineData("update observations set value = value || '1' where indicator_id = @indicator")]
    [InlineData("update observations set source = source || '。' where indicator_id = @indicator")]
    [InlineData("update observations set at = at + 1 where indicator_id = @indicator")]
    [InlineData("update observations set account = 1 where indicator_id = @indicator")]
    [InlineData("update observations set entry = entry + 1 where indicator_id = @indicator")]
    [InlineData("update observations set period = '2020-01' where indicator_id = @indicator and revision = 0 and period = (select min(period) from observations where indicator_id = @indicator) and territory = (select min(territory) from observations where indicator_id = @indicator)")]
    [InlineData("delete from observations where indicator_id = @indicator and period = (select max(period) from observations where indicator_id = @indicator)")]
    [InlineData("insert into observations (indicator_id, territory, period, revision, value, source, at) select indicator_id, territory, period, 9, '0', '', at from observations where indicator_id = @indicator limit 1")]
    public async Task A_measured_value_that_nobody_reported_is_found(string tamper)
    {
        await using var database = city.Store.Open();
        var indicator = database.Read(s => s.Value<long>("select min(indicator_id) from observations"));
        Assert.Empty(database.Read(s => ObservationBook.Verifier.Verify(s).ToList()));

        await Found(database, ObservationBook.Verifier, $"indicator {indicator},", tamper, w => w.Execute(tamper, new { indicator }));
    }

    [Fact]
    public async Task The_journal_page_has_words_for_whatever_happened_in_the_demo_city()
    {
        await using var database = city.Store.Open();
        var happened = database.Read(s => s.Rows<(string Subject, string Act)>("select distinct subject, act from journal where subject <> 'matter'"));
        var words = WordBook.Read().Keys.ToHashSet();
        Assert.NotEmpty(happened);
        Assert.Equal([], happened.Select(h => $"subject.{h.Subject}").Distinct().Where(key => !words.Contains(key)));
        Assert.Equal([], happened.Select(h => $"{(h.Subject == "account" ? "account" : "journal")}.act-{JsonNamingPolicy.KebabCaseLower.ConvertName(h.Act)}").Distinct().Where(key => !words.Contains(key)));
    }

    private static IEnumerable<KeptSubject> Kept() => CityHost.Verifiers.OfType<KeptSubject>();

    private static string Name(KeptSubject kept) => $"{kept.Subject}: {string.Join(", ", kept.Sets.Select(s => s.Table))}";

    private static List<string> Columns(Database database, string table) => database.Read(s =>
    {
        using var command = s.Connection.CreateCommand();
        command.CommandText = $"select * from {table} limit 0";
        using var reader = command.ExecuteReader();
        return Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
    });

    /// <summary>Changes a subject's greatest value to another of its kind that no other row has; a column that holds nothing gets something.</summary>
    private static int Change(Writing writing, RowSet set, string column, long subject)
    {
        var greatest = $"from {set.Table} where {set.Subject} = @subject order by {column} desc nulls last limit 1";
        var value = writing.Value<object?>($"select {column} {greatest}", new { subject });
        object changed = value switch
        {
            byte[] bytes => bytes.Reverse().ToArray(),
            string text => text + "x",
            long or int => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) + 1,
            double number => number + 1,
            _ => 1,
        };
        var row = writing.Dialect == Dialect.Sqlite ? "rowid" : "ctid";
        return writing.Execute($"update {set.Table} set {column} = @changed where {row} = (select {row} {greatest})", new { changed, subject });
    }

    private static int Forget(Writing writing, RowSet set, long subject) =>
        writing.Execute($"delete from {set.Table} where {set.Subject} = @subject", new { subject });

    /// <summary>Who tampers with a database isn't held up by its constraints.</summary>
    private static int Unbound(Writing writing) => writing.Execute(
        writing.Dialect == Dialect.Sqlite ? "pragma defer_foreign_keys = on" : "set local session_replication_role = replica");

    /// <summary>Tampers, verifies and takes it back, all in one write that is refused in the end.</summary>
    private static async Task Found(Database database, ISubjectVerifier verifier, string where, string what, Func<Writing, int> tamper)
    {
        List<JournalFault> faults = [];
        await database.WriteAsync<Outcome<int>>(w =>
        {
            Unbound(w);
            Assert.True(tamper(w) > 0, $"nothing was tampered with: {what}");
            faults = [.. verifier.Verify(w)];
            return TakenBack;
        });
        Assert.True(faults.Exists(f => $"{f.Where},".StartsWith(where, StringComparison.Ordinal)), $"{what}: not found at {where} only {string.Join("; ", faults)}");
    }
}

/// <summary>The demo city after it was told and its server stopped.</summary>
public abstract class ToldCity : IAsyncLifetime
{
    /// <summary>Where the demo city's handler works.</summary>
    private const string HandlersOffice = "420102.zf";

    public RunningCity City { get; private set; } = null!;

    public StorageOptions Store => new() { Folder = City.Data, Postgres = City.Database };

    public async ValueTask InitializeAsync()
    {
        City = await RunningCity.Start(new Serving(await Postgres()));
        await AddWhatTheStoryLacks();
        await City.Stop();
    }

    public async ValueTask DisposeAsync()
    {
        await City.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<string?> Postgres();

    private async Task AddWhatTheStoryLacks()
    {
        using var desk = new Caller(City.Client(), await CityStaff.KeyOf(City, "supervisor"));
        _ = (await desk.Post("/api/feeds", new { organization = ServedCity.Hall, label = "核对" })).Good;
        using var handler = new Caller(City.Client(), await CityStaff.KeyOf(City, "handler"));
        var id = (await desk.Create("整治消防通道", "measure")).Id;
        _ = (await desk.Upload($"/api/matters/{id}/evidence?name=a.txt", "现场记录"u8.ToArray())).Good;
        _ = (await desk.Act(id, "dispatch", HandlersOffice)).Good;
        _ = (await handler.Act(id, "sign")).Good;
        _ = (await handler.Act(id, "reportProgress", more: new { progress = 40, period = "2026-10" })).Good;
        _ = (await desk.Act(id, "supervise", more: new { colour = "yellow" })).Good;
        var need = (await desk.Post("/api/emergency/supplies/requests", new { item = "pump-truck", quantity = 1, territory = "420102", priority = 1, longitude = 114.3, latitude = 30.6, place = "核对" })).Id;
        _ = (await desk.Post($"/api/emergency/supplies/requests/{need}/acts", new { act = "commit" })).Good;
        await LetResidentsSpeak(desk);
        using var judge = new Caller(City.Client(), await CityStaff.KeyOf(City, "epidemiologist"));
        foreach (var count in new[] { 40, 41 })
        {
            _ = (await judge.Post("/api/health/counts", new[] { new { stream = "ili.clinic", territory = "420102", period = "2019-03-02", count } })).Good;
        }

        _ = (await desk.Post("/api/reach/plans", new { name = "核对", changes = "add=114.3,30.6" })).Good;
        var alert = (await desk.Post("/api/alerts", SampleAlert.Asked("核对一"))).Id;
        _ = (await desk.Post("/api/alerts", SampleAlert.Asked("核对二", replaces: alert))).Good;
    }

    private async Task LetResidentsSpeak(Caller desk)
    {
        using var intake = new Caller(City.Client(), await CityStaff.KeyOf(City, "intake"));
        using var resident = new Caller(City.Client(), null);
        var photo = (await intake.Upload("/api/requests/photos", Photo.WithPlace())).Good.Text("hash");
        var raised = (await intake.Post("/api/requests", new
        {
            channel = "hotline", words = "路口井盖松动", service = "cityscape.facility", latitude = 30.6, longitude = 114.29, photos = new[] { photo }, contact = new { name = "核对", phone = "02700000000" },
        })).Good;
        var (number, code) = (raised.Text("number"), raised.Text("code"));
        _ = (await resident.Post($"/api/requests/{number}/joins", new { words = "我也看到了" })).Good;
        _ = (await resident.Post($"/api/requests/{number}/messages", new { code, words = "什么时候来修" })).Good;
        var answer = (await desk.Get("/api/request-rates/answers")).Json.EnumerateArray().MaxBy(a => a.GetProperty("at").GetDateTimeOffset()).GetProperty("id").GetInt64();
        Assert.Equal(System.Net.HttpStatusCode.OK, (await desk.Post("/api/request-rates/appeals", new { answer, ground = "unfounded", words = "现场没有" })).Status);
        await using var database = Store.Open();
        var closed = database.Read(s => s.Rows<(long Id, string Code)>(
            "select r.id, r.code from requests r join matters m on m.id = r.id where m.state = 'Closed' and m.reopens = 0 order by m.ended_at desc limit 1"))[0];
        _ = (await resident.Post($"/api/requests/SQ-{closed.Id:000000}/reopening", new { code = closed.Code, words = "没有解决" })).Good;
    }
}

public sealed class ToldSqliteCity : ToldCity
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

public sealed class ToldPostgresCity(PostgresServer server) : ToldCity
{
    protected override async Task<string?> Postgres() => await server.CreateDatabase();
}

public sealed class KeptSubjectOnSqliteTests(ToldSqliteCity city) : KeptSubjectTests(city), IClassFixture<ToldSqliteCity>;

public sealed class KeptSubjectOnPostgresTests(ToldPostgresCity city) : KeptSubjectTests(city), IClassFixture<ToldPostgresCity>;
