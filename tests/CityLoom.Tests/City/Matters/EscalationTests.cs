using CityLoom.City.Matters;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.City.Matters;

/// <summary>However many are overdue and whatever happens meanwhile, each level hears of each of them once, the oldest first.</summary>
public abstract class EscalationTests : IAsyncLifetime
{
    private const int Many = 20_000;
    private static readonly DateTimeOffset Later = SmallTown.Monday.AddDays(90);
    private TownDatabase _town = null!;

    public async ValueTask InitializeAsync() => _town = await TownDatabase.Open(await Postgres());

    public async ValueTask DisposeAsync()
    {
        await _town.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1_000)]
    public async Task Every_level_hears_once_of_each_overdue_matter_and_of_no_other(int batch)
    {
        var overdue = new List<Matter>();
        for (var i = 0; i < 20; i++)
        {
            overdue.Add(await Running($"days:{1 + (i * 7 % 5)}"));
        }

        await Running("days:2000");
        var suspended = await Running("days:1");
        await _town.Do(suspended.Id, SmallTown.District, Act.Suspend);
        var done = await Running("days:1");
        await _town.Do(done.Id, SmallTown.East, Act.Resolve);

        Assert.Equal(60, await Run(Later, batch));
        Assert.Equal(0, await Run(Later, batch));

        foreach (var matter in overdue)
        {
            var heard = _town.Database.Read(s => SupervisionBook.EscalationsOf(s, matter.Id));
            Assert.Equal([(3, SmallTown.Hall), (2, SmallTown.District), (1, SmallTown.East)], heard.Select(h => (h.Level, h.Organization)));
        }

        InOrder();
        Assert.Empty(_town.Verify().Faults);
    }

    [Fact]
    public async Task A_level_hears_when_its_time_has_come_and_not_before()
    {
        var matter = await Running("days:3");

        Assert.Equal(0, await Run(matter.DueAt!.Value.AddMilliseconds(-1)));
        Assert.Equal(1, await Run(matter.DueAt!.Value));
        Assert.Equal(0, await Run(matter.DueAt!.Value.AddDays(3)));
        Assert.Equal(1, await Run(matter.DueAt!.Value.AddDays(5)));
        Assert.Equal(1, await Run(Later));
        Assert.Equal(0, await Run(Later.AddYears(1)));
    }

    [Fact]
    public async Task A_new_round_after_an_extension_is_heard_of_anew()
    {
        var matter = await Running("days:5");
        Assert.Null((await _town.Try(matter.Id, SmallTown.East, new ActRequest { Act = Act.RequestExtension, Reason = "待料", Until = new DateOnly(2026, 4, 1) })).Refusal);
        await Run(matter.DueAt!.Value.AddHours(1));
        await _town.Do(matter.Id, SmallTown.District, Act.GrantExtension);
        Assert.Equal(0, await Run(matter.DueAt!.Value.AddHours(2)));

        Assert.Equal(3, await Run(Later));
        Assert.Equal([(1, 3), (1, 2), (1, 1), (0, 1)], _town.Database.Read(s => SupervisionBook.EscalationsOf(s, matter.Id)).Select(e => (e.Round, e.Level)));
    }

    [Fact]
    public async Task Twenty_thousand_are_all_heard_of_though_it_is_interrupted_and_two_do_it_at_once()
    {
        await Overdue(Many);
        var now = SmallTown.Monday.AddDays(2);

        using (var interrupted = new CancellationTokenSource())
        {
            var batches = 0;
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Escalation.RunAsync(
                _town.Database, () => Counted(++batches == 5 ? interrupted : null, now), interrupted.Token));
        }

        var before = _town.Value<int>("select count(*) from escalations");
        Assert.InRange(before, 1, Many - 1);
        InOrder();

        await using var second = _town.Store.Open();
        var together = await Task.WhenAll(Escalation.RunAsync(_town.Database, () => SmallTown.At(null, now), default), Escalation.RunAsync(second, () => SmallTown.At(null, now), default));

        Assert.Equal(Many, before + together.Sum());
        Assert.Equal(Many, _town.Value<int>("select count(*) from escalations where level = 1"));
        Assert.Equal(Many, _town.Value<int>("select count(distinct matter_id) from escalations"));
        Assert.Equal(0, _town.Value<int>("select count(*) from matters where escalate_at <= @now", new { now }));
    }

    /// <summary>Connection string of a new database; null for SQLite.</summary>
    protected abstract Task<string?> Postgres();

    private static ActContext Counted(CancellationTokenSource? stop, DateTimeOffset now)
    {
        stop?.Cancel();
        return SmallTown.At(null, now);
    }

    private Task<int> Run(DateTimeOffset now, int batch = Escalation.Batch) => Escalation.RunAsync(_town.Database, () => SmallTown.At(null, now), default, batch);

    private async Task<Matter> Running(string term)
    {
        var matter = await _town.Create(new NewMatter { Kind = "measure", Title = "井盖松动", Organization = SmallTown.Hall, Term = term });
        await _town.Do(matter.Id, SmallTown.Hall, Act.Dispatch, SmallTown.East);
        return await _town.Do(matter.Id, SmallTown.East, Act.Sign);
    }

    /// <summary>Rows made from one by the database itself, each due a second after the one before.</summary>
    private async Task Overdue(int count)
    {
        var model = await Running("days:1");
        var columns = "kind, title, words, state, open, place, accountable, handling, supports, holder, created_at, accepted_at, term, pauses, first_due_at, warn_at, "
            + "provisional, extensions, suspensions, returns, reworks, reopens, urges, round, escalation_level, supervision, behind, urgency, confidential, version, journal_seq";
        await _town.Database.WriteAsync(w => w.Execute(
            $"""
            with recursive n (i) as (select 1 union all select i + 1 from n where i < {count - 1})
            insert into matters ({columns}, due_at, escalate_at)
            select {columns}, due_at + i * 7919 % {count} * 1000, due_at + i * 7919 % {count} * 1000 from matters cross join n where id = @Id
            """,
            new { model.Id }));
    }

    /// <summary>At each level the journal tells them in the order in which they were due.</summary>
    private void InOrder()
    {
        var told = _town.Database.Read(s => s.Rows<long>(
            "select e.due_at + e.level * 100000000000000 from journal j join escalations e on e.matter_id = j.subject_id "
            + "and e.level = (select count(*) from journal k where k.subject = 'matter' and k.subject_id = j.subject_id and k.act = 'Escalate' and k.seq <= j.seq) "
            + "where j.subject = 'matter' and j.act = 'Escalate' order by e.level, j.id"));
        Assert.NotEmpty(told);
        Assert.Equal(told.Order(), told);
    }
}

public sealed class EscalationOnSqliteTests : EscalationTests
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

public sealed class EscalationOnPostgresTests(PostgresServer server) : EscalationTests
{
    protected override async Task<string?> Postgres() => await server.CreateDatabase();
}
