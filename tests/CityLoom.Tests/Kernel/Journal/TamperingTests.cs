using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Tests.City.Matters;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Kernel.Journal;

/// <summary>Somebody with access to the database changes what has happened. Whatever they change is found, and where.</summary>
public abstract class TamperingTests : IAsyncLifetime
{
    private static readonly Refusal TakenBack = new("test", "", "");
    private readonly Random _random = new(20260302);
    private TownDatabase _town = null!;

    public async ValueTask InitializeAsync()
    {
        _town = await TownDatabase.Open(await Postgres());
        for (var i = 0; i < 6; i++)
        {
            var matter = await _town.Create(new NewMatter { Kind = "hazard", Title = $"第{i}处井盖松动", Words = "有响声", Organization = SmallTown.Hall, Category = "cityscape" });
            await _town.Do(matter.Id, SmallTown.Hall, Act.Register);
            await _town.Do(matter.Id, SmallTown.Hall, Act.Dispatch, i % 2 == 0 ? SmallTown.East : SmallTown.West);
            await _town.Do(matter.Id, i % 2 == 0 ? SmallTown.East : SmallTown.West, Act.Sign);
            await _town.Do(matter.Id, SmallTown.Hall, Act.Note);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _town.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void What_nobody_touched_holds()
    {
        var verdict = _town.Verify();

        Assert.Empty(verdict.Faults);
        Assert.Equal((6, 30), (verdict.Chains, verdict.Entries));
    }

    [Fact]
    public async Task Any_changed_field_of_any_entry_is_found_in_its_place()
    {
        string[] columns = ["seq", "at", "account", "organization", "act", "data", "previous", "hash"];
        foreach (var column in Enumerable.Range(0, 12).SelectMany(_ => columns))
        {
            var entry = _town.Database.Read(s => s.Row<JournalEntry>("select * from journal where id = @id", new { id = _random.Next(1, 31) }))!;
            await Found($"matter {entry.SubjectId}", $"{column} of entry {entry.Id}", w => w.Execute(
                $"update journal set {column} = @value where id = @Id", new { value = Changed(entry, column), entry.Id }));
        }
    }

    [Fact]
    public async Task A_missing_entry_an_added_one_and_two_that_changed_places_are_found()
    {
        for (var id = 1; id <= 30; id++)
        {
            var subject = _town.Value<long>("select subject_id from journal where id = @id", new { id });
            await Found($"matter {subject}", $"entry {id} is gone", w => w.Execute("delete from journal where id = @id", new { id }));
        }

        await Found("matter 2", "an entry that nobody made", w => w.Execute(
            "insert into journal (subject, subject_id, seq, at, act, data, previous, hash) select subject, subject_id, seq + 1, at, act, data, hash, previous from journal "
            + "where subject_id = 2 and seq = 5"));
        await Found("matter 3", "two that changed places", w => w.Execute("update journal set seq = -seq where subject_id = 3 and seq in (2, 3)")
            + w.Execute("update journal set seq = seq + 5 where subject_id = 3 and seq < 0"));
        await Found("matter 4", "a chain that moved to another matter", w => w.Execute("update journal set subject_id = 99 where subject_id = 4"));
    }

    [Fact]
    public async Task Any_changed_column_of_a_matter_is_found_though_its_journal_is_whole()
    {
        string[] texts = ["kind = 'request'", "title = title || '。'", "words = ''", "state = 'Closed'", "state = 'Nonsense'", "back = 'Signed'", "category = 'fire'",
            "territory = '11'", "place = '1/'", "accountable = 'hall'", "handling = null", "offered = 'hall'", "supports = 'hall'", "holder = 'hall'", "term = 'days:90'",
            "due_date = '2027-01-01'", "due_date = 'soon'", "pauses = '[[1,2]]'", "pauses = 'x'", "extension_asked = '2027-01-01'", "supervision = 'Red'"];
        string[] numbers = ["open", "parent", "source_id", "created_at", "accepted_at", "due_at", "first_due_at", "warn_at", "provisional", "stage_due_at", "dispatched_at", "signed_at",
            "sign_due_at", "resolved_at", "resolved_by", "ended_at", "extensions", "suspensions", "returns", "reworks", "reopens", "urges", "round", "escalation_level",
            "escalate_at", "answer_due_at", "progress", "behind", "urgency", "confidential", "version", "journal_seq"];
        foreach (var change in texts.Concat(numbers.Select(n => $"{n} = case when {n} = 1 then 0 else 1 end")))
        {
            await Found("matter 5", change, w => w.Execute($"update matters set {change} where id = 5"));
        }

        await Found("matter 6", "its row is gone", w => w.Execute("delete from matters where id = 6"));
    }

    [Fact]
    public async Task One_row_that_cannot_be_read_hides_no_other()
    {
        await Found("matter 4", "a word changed beside a row that can't be read", w =>
            w.Execute("update matters set state = 'Nonsense' where id = 3") + w.Execute("update matters set title = 'x' where id = 4"));
    }

    [Fact]
    public async Task What_a_checkpoint_covers_cannot_be_taken_out_whole()
    {
        await Sign();
        Assert.Empty(_town.Verify().Faults);
        Assert.Equal(1, _town.Verify().Checkpoints);

        await Found("checkpoint 1", "a matter with its chain and row is gone", w =>
            w.Execute("delete from matter_text where rowid = 2") + w.Execute("delete from matters where id = 2") + w.Execute("delete from journal where subject_id = 2"));
        await Found("checkpoint 1", "two entries that changed places in the journal", w =>
            w.Execute("update journal set id = -id where id in (7, 8)") + w.Execute("update journal set id = id + 15 where id < 0"));
    }

    [Fact]
    public async Task A_checkpoint_cannot_be_changed_or_taken_out()
    {
        await Sign();
        await _town.Do(1, SmallTown.Hall, Act.Note);
        await Sign();
        await _town.Do(2, SmallTown.Hall, Act.Note);
        await Sign();
        Assert.Null(await _town.Database.WriteAsync(w => Checkpoint.Make(w, _town.Key, SmallTown.Monday)));
        Assert.Equal((3, 0), (_town.Verify().Checkpoints, _town.Verify().Faults.Count));

        foreach (var change in new[] { "at = at + 1", "first_id = first_id + 1", "last_id = last_id - 1", "number = 7", "root = previous", "previous = root", "signature = root" })
        {
            await Found("checkpoint", change, w => w.Execute($"update journal_checkpoints set {change} where number = 2"));
        }

        await Found("checkpoint 3", "the one before is gone", w => w.Execute("delete from journal_checkpoints where number = 2"));
    }

    [Fact]
    public async Task Another_key_does_not_pass_for_the_citys()
    {
        await Sign();
        using var folder = new TemporaryFolder();
        using var other = CheckpointKey.Open(folder.Path);

        var verdict = _town.Database.Read(s => JournalVerifier.Verify(s, other, [MatterBook.Verifier]));

        Assert.Contains(verdict.Faults, f => f.Where == "checkpoint 1");
    }

    /// <summary>Connection string of a new database; null for SQLite.</summary>
    protected abstract Task<string?> Postgres();

    private Task<Checkpoint?> Sign() => _town.Database.WriteAsync(w => Checkpoint.Make(w, _town.Key, SmallTown.Monday.AddHours(3)));

    /// <summary>Tampers, verifies and takes it back, all in one write that is refused in the end.</summary>
    private async Task Found(string where, string what, Func<Writing, int> tamper)
    {
        JournalVerdict? verdict = null;
        await _town.Database.WriteAsync<Outcome<int>>(w =>
        {
            Assert.True(tamper(w) > 0, $"nothing was tampered with: {what}");
            verdict = JournalVerifier.Verify(w, _town.Key, [MatterBook.Verifier]);
            return TakenBack;
        });
        var found = verdict!.Faults.FirstOrDefault(f => $"{f.Where},".StartsWith(where == "checkpoint" ? where : where + ",", StringComparison.Ordinal));
        Assert.True(found is not null, $"{what}: not found at {where}, only {string.Join("; ", verdict.Faults)}");
    }

    private object Changed(JournalEntry entry, string column) => column switch
    {
        "seq" => entry.Seq + 100,
        "at" => entry.At.ToUnixTimeMilliseconds() + 1,
        "account" => (entry.Account ?? 0) + 1,
        "organization" => entry.Organization is null ? "" : entry.Organization + " ",
        "act" => entry.Act + "!",
        "data" => Flipped(entry.Data),
        "previous" => Flipped(entry.Previous),
        _ => Flipped(entry.Hash),
    };

    private string Flipped(string text)
    {
        var at = _random.Next(text.Length);
        return $"{text[..at]}{(char)(text[at] ^ 1)}{text[(at + 1)..]}";
    }

    private byte[] Flipped(byte[] bytes)
    {
        var changed = bytes.ToArray();
        changed[_random.Next(changed.Length)] ^= (byte)(1 << _random.Next(8));
        return changed;
    }
}

public sealed class TamperingOnSqliteTests : TamperingTests
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

public sealed class TamperingOnPostgresTests(PostgresServer server) : TamperingTests
{
    protected override async Task<string?> Postgres() => await server.CreateDatabase();
}
