using System.Globalization;
using CityLoom.City;
using CityLoom.City.Calendar;
using CityLoom.City.Matters;
using CityLoom.City.Trees;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Callback;
using CityLoom.Requests.Catalogue;
using CityLoom.Requests.Desk;
using CityLoom.Requests.Intake;
using CityLoom.Requests.Understanding;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Requests;

public sealed class CallbackSampleTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(10, 9)]
    [InlineData(43, 22)]
    [InlineData(1_000, 41)]
    [InlineData(1_000_000, 43)] // 42.68 without a limit
    public void The_size_follows_the_formula(int population, int size) => Assert.Equal(size, CallbackSample.Size(population));

    [Fact]
    public void A_larger_population_never_has_a_smaller_sample_and_a_sample_never_more_than_there_are()
    {
        for (var population = 0; population < 5_000; population++)
        {
            Assert.InRange(CallbackSample.Size(population), 0, population);
            Assert.True(CallbackSample.Size(population) <= CallbackSample.Size(population + 1));
        }
    }

    [Fact]
    public void The_draw_depends_on_the_seed_alone_and_not_on_the_order()
    {
        long[] ids = [.. Enumerable.Range(1, 200).Select(i => (long)i)];

        var drawn = CallbackSample.Draw(ids, 20, "seed");

        Assert.Equal(drawn, CallbackSample.Draw(ids.Reverse(), 20, "seed"));
        Assert.NotEqual(drawn, CallbackSample.Draw(ids, 20, "another"));
        Assert.Equal(20, drawn.Distinct().Count());
    }

    [Fact]
    public void Each_has_the_same_chance()
    {
        var counts = new int[20];
        for (var seed = 0; seed < 4_000; seed++)
        {
            foreach (var id in CallbackSample.Draw(Enumerable.Range(0, 20).Select(i => (long)i), 5, seed.ToString(CultureInfo.InvariantCulture)))
            {
                counts[id]++;
            }
        }

        // 1,000 each; five standard deviations of a binomial are 137.
        Assert.All(counts, count => Assert.InRange(count, 863, 1_137));
    }
}

/// <summary>A week's closed requests in a database, drawn and called back; what one node did is seen by another.</summary>
public abstract class CallbackTests : IAsyncLifetime
{
    private static readonly SignedIn Caller = new(1, "回访员", [new Grant { Role = Role.Intake, Organization = "4201.yxzx" }, new Grant { Role = Role.Supervisor, Organization = "4201.zf" }]);
    private readonly TemporaryFolder _folder = new();
    private Database _database = null!;
    private CityContext _city = null!;
    private DutyCatalogue _catalogue = null!;

    public async ValueTask InitializeAsync()
    {
        var store = new StorageOptions { Folder = _folder.Path, Postgres = await Postgres() };
        await SmallCity.Fill(store);
        _database = store.Open();
        var clock = new CityClock(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        _city = new CityContext(clock, new CityTreesBook(_database, TimeProvider.System), new CalendarBook(_database, clock));
        _catalogue = _database.Read(s => CatalogueBook.Load(s, CatalogueBook.Newest(s)));
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_week_is_drawn_once_and_whoever_answered_is_left_out_but_for_the_dissatisfied()
    {
        var monday = MondayBefore();
        var closed = await Closed(monday, 12);
        await _database.WriteAsync(w => AnswerRequest.Run(w, closed[0].Number, closed[0].Code, new ResidentAnswer { Solved = true }, _city).Is(out _, out _));
        await _database.WriteAsync(w => AnswerRequest.Run(w, closed[1].Number, closed[1].Code, new ResidentAnswer { Solved = false }, _city).Is(out _, out _));

        Assert.Equal(CallbackSample.Size(10) + 1, await DrawCallbacks.RunAsync(_database, _city));
        Assert.Equal(0, await DrawCallbacks.RunAsync(_database, _city));

        var due = _database.Read(s => WaitingCallback.Due(s, _city.Now, 100));
        Assert.Equal(CallbackReason.Dissatisfied, due[0].Reason);
        Assert.Equal(closed[1].Id, due[0].RequestId);
        Assert.DoesNotContain(due, d => d.RequestId == closed[0].Id);
    }

    [Fact]
    public async Task The_draw_can_be_done_again_from_what_was_written_down()
    {
        var closed = await Closed(MondayBefore(), 20);
        await DrawCallbacks.RunAsync(_database, _city);

        var (seed, size) = _database.Read(s => (s.Value<string>("select seed from callback_draws")!, s.Value<int>("select size from callback_draws")));
        var again = CallbackSample.Draw(closed.Select(c => c.Id), size, seed);

        Assert.Equal(again.Order(), _database.Read(s => s.Rows<long>("select request_id from callbacks order by request_id")));
    }

    [Fact]
    public async Task An_answer_on_the_telephone_counts_like_one_that_was_written_and_three_missed_calls_count_for_nothing()
    {
        await Closed(MondayBefore(), 3);
        await DrawCallbacks.RunAsync(_database, _city);
        var due = _database.Read(s => WaitingCallback.Due(s, _city.Now, 10));

        var answered = await _database.WriteAsync(w => RecordCallback.Answered(w, due[0].Id, new ResidentAnswer { Solved = true, Satisfaction = Satisfaction.Satisfied }, Caller, _city));
        Assert.Equal(CallbackOutcome.Answered, answered.Value.Outcome);
        Assert.Equal("callback.unknown", (await _database.WriteAsync(w => RecordCallback.Answered(w, due[0].Id, new ResidentAnswer { Solved = true }, Caller, _city))).Refusal!.Code);
        for (var i = 0; i < WaitingCallback.MostAttempts; i++)
        {
            Assert.Null((await _database.WriteAsync(w => RecordCallback.Missed(w, due[1].Id, Caller, _city))).Refusal);
        }

        var rate = _database.Read(s => CityLoom.Requests.Rates.RequestQuality.Of(s, new(_city.Now.AddDays(-1), _city.Now.AddDays(1)), CityLoom.Requests.Rates.Grouping.District, _city.Now));
        Assert.Equal((1, 1), ((int)rate.Resolution.Raw.Total.Numerator, (int)rate.Resolution.Raw.Total.Denominator));
        Assert.Equal(CallbackOutcome.Unreachable, _database.Read(s => WaitingCallback.Find(s, due[1].Id))!.Outcome);
    }

    [Fact]
    public async Task A_number_that_is_shown_takes_the_call_out_of_the_queue_of_others_and_the_look_is_in_the_journal()
    {
        await Closed(MondayBefore(), 2);
        await DrawCallbacks.RunAsync(_database, _city);
        var first = _database.Read(s => WaitingCallback.Due(s, _city.Now, 10))[0];

        var contact = (await _database.WriteAsync(w => RecordCallback.SeeContact(w, first.Id, Caller, _city))).Value;

        Assert.Equal("13800001234", contact.Phone);
        Assert.DoesNotContain(_database.Read(s => WaitingCallback.Due(s, _city.Now, 10)), d => d.Id == first.Id);
        Assert.Contains(_database.Read(s => JournalBook.Of(s, Request.Subject, first.RequestId)), e => e.Act == "contactSeen");
    }

    [Fact]
    public async Task Nobody_calls_back_about_the_work_of_their_own_organization()
    {
        await Closed(MondayBefore(), 1);
        await DrawCallbacks.RunAsync(_database, _city);
        var only = _database.Read(s => WaitingCallback.Due(s, _city.Now, 10))[0];
        var own = new SignedIn(2, "本单位", [new Grant { Role = Role.Supervisor, Organization = only.Organization }]);

        Assert.Equal("request.not-yours", (await _database.WriteAsync(w => RecordCallback.Missed(w, only.Id, own, _city))).Refusal!.Code);
    }

    [Fact]
    public async Task Each_node_sees_what_another_filed_and_closed()
    {
        var (one, two) = (new OpenRequests(_database, TimeProvider.System), new OpenRequests(_database, TimeProvider.System));
        one.Refresh();
        two.Refresh();
        const string words = "一元街道胜利街口的红绿灯不亮，车乱成一团";
        var raised = await _database.WriteAsync(w => RaiseRequest.Run(
            w, new NewRequest { Words = words, Service = "order.traffic", Territory = "420102003" }, _city, _catalogue, Actor.System).Value);

        one.Refresh();
        two.Refresh();
        Assert.All([one, two], node => Assert.Equal(raised.Request.Id, Assert.Single(node.Like(new RequestWords(words, words), "4201/420102/420102003/", null, _city.Now, 5)).Request.Id));

        await _database.WriteAsync(w => ActOnMatter.Run(w, raised.Request.Id, new ActRequest { Act = Act.Void, Reason = "重复测试" }, _city.For(null)).Is(out _, out _));
        one.Refresh();
        two.Refresh();
        Assert.All([one, two], node => Assert.Empty(node.Like(new RequestWords(words, words), "4201/420102/420102003/", null, _city.Now, 5)));
    }

    protected abstract Task<string?> Postgres();

    private DateOnly MondayBefore() => _city.Clock.Today.AddDays(-(((int)_city.Clock.Today.DayOfWeek + 6) % 7) - 7);

    private async Task<List<(long Id, string Number, string Code)>> Closed(DateOnly monday, int count)
    {
        var at = _city.Clock.Instant(monday.ToDateTime(new TimeOnly(9, 0)));
        return await _database.WriteAsync(w => Enumerable.Range(0, count).Select(i => Close(w, at.AddMinutes(i))).ToList());
    }

    private (long Id, string Number, string Code) Close(Writing w, DateTimeOffset at)
    {
        var raised = RaiseRequest.Run(
            w, new NewRequest { Words = "路灯不亮", Service = "cityscape.facility", Territory = "420102002", Contact = new Contact { Phone = "13800001234" } }, _city.At(at), _catalogue, Actor.System).Value;
        foreach (var (act, hour) in new[] { (Act.Sign, 1), (Act.Start, 2), (Act.Resolve, 20), (Act.Check, 30), (Act.Close, 40) })
        {
            _ = ActOnMatter.Run(w, raised.Request.Id, new ActRequest { Act = act, Reason = "已更换" }, _city.At(at.AddHours(hour)).For(null)).Value;
        }

        return (raised.Request.Id, raised.Matter.Number, raised.Request.Code);
    }
}

/// <inheritdoc/>
public sealed class CallbackOnSqliteTests : CallbackTests
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

/// <inheritdoc/>
public sealed class CallbackOnPostgresTests(PostgresServer postgres) : CallbackTests
{
    protected override async Task<string?> Postgres() => await postgres.CreateDatabase();
}
