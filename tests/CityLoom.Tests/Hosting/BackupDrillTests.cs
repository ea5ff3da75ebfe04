using System.Text;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Hosting;

/// <summary>The drill: a working city is copied, put back elsewhere, verified and served, all by the verbs that an operator has.</summary>
public abstract class BackupDrillTests(ServedCity city)
{
    [Fact]
    public async Task A_backup_taken_while_people_work_comes_back_whole()
    {
        using var desk = city.As("supervisor");
        var before = (await desk.Create("备份之前的隐患")).Id;
        _ = (await desk.Upload($"/api/matters/{before}/evidence?name=proof.txt", Encoding.UTF8.GetBytes("备份之前的佐证"))).Good;
        var hash = (await desk.Get($"/api/matters/{before}/journal")).Json[1].GetProperty("data").GetProperty("details").GetProperty("file").GetString();
        using var stop = new CancellationTokenSource();
        var work = Work(desk, stop.Token);
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "city.zip");

        Expect(0, await Programs.RunCityloom(["backup", file, .. city.City.Store]));
        await stop.CancelAsync();
        Assert.True(await work > 0, "nobody worked meanwhile");
        Assert.Equal([file], Directory.GetFileSystemEntries(folder.Path));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }


        string[] elsewhere = ["--data", Path.Combine(folder.Path, "elsewhere"), .. await Empty()];
        Expect(0, await Programs.RunCityloom(["restore", file, .. elsewhere]));
        var verdict = Expect(0, await Programs.RunCityloom(["journal", "verify", .. elsewhere]));
        Assert.Contains("the journal holds", verdict.Output, StringComparison.Ordinal);
        Expect(1, await Programs.RunCityloom(["restore", file, .. elsewhere]));

        await using var restored = await RunningCity.Start(new Serving(elsewhere.ElementAtOrDefault(3), elsewhere[1], Empty: true));
        var key = (await Programs.RunCityloom(["account", "key", "supervisor", .. elsewhere])).Output.Trim();
        using var caller = new Caller(restored.Client(), key);
        Assert.Equal("备份之前的隐患", (await caller.Get($"/api/matters/{before}")).Good.Text("title"));
        Assert.Equal("备份之前的佐证", (await caller.Get($"/files/{hash}")).Text);
        _ = (await caller.Create("恢复之后的隐患")).Good;
    }

    [Fact]
    public async Task The_journal_verb_says_by_its_exit_code_whether_the_journal_holds()
    {
        using var desk = city.As("supervisor");
        var id = (await desk.Create("将被篡改的隐患")).Id;
        Expect(0, await Programs.RunCityloom(["journal", "checkpoint", .. city.City.Store]));
        Expect(0, await Programs.RunCityloom(["journal", "verify", .. city.City.Store]));
        await using var database = city.Store.Open();
        await database.WriteAsync(w => w.Execute("update matters set title = '已被篡改' where id = @id", new { id }));

        var verdict = await Programs.RunCityloom(["journal", "verify", .. city.City.Store]);

        await database.WriteAsync(w => w.Execute("update matters set title = '将被篡改的隐患' where id = @id", new { id }));
        Expect(3, verdict);
        Assert.Contains($"matter {id}: its title or words were changed", verdict.Errors, StringComparison.Ordinal);
        Assert.Contains("BEGIN PUBLIC KEY", Expect(0, await Programs.RunCityloom(["journal", "key", .. city.City.Store])).Output, StringComparison.Ordinal);
    }

    protected ServedCity Served => city;

    /// <summary>The option that names a new empty database; nothing for SQLite.</summary>
    protected abstract Task<string[]> Empty();

    private static async Task<int> Work(Caller caller, CancellationToken stop)
    {
        var made = 0;
        while (!stop.IsCancellationRequested)
        {
            var id = (await caller.Create($"备份时的第{++made}处隐患")).Id;
            _ = (await caller.Act(id, "register")).Good;
        }

        return made;
    }

    private static Finished Expect(int exitCode, Finished finished)
    {
        Assert.True(exitCode == finished.ExitCode, $"{finished.ExitCode}: {finished.Output}{finished.Errors}");
        return finished;
    }
}

[Collection(OnSqlite.Name)]
public sealed class BackupDrillOnSqliteTests(SqliteCity city) : BackupDrillTests(city)
{
    [Fact]
    public async Task What_cannot_be_done_is_said_in_a_line()
    {
        using var folder = new TemporaryFolder();
        var nowhere = Path.Combine(folder.Path, "nowhere");
        var noZip = Path.Combine(folder.Path, "no.zip");
        await File.WriteAllTextAsync(noZip, "not a backup");
        foreach (string[] verb in new string[][]
        {
            ["journal", "verify", "--data", nowhere], ["backup", Path.Combine(folder.Path, "a.zip"), "--data", nowhere], ["restore", noZip, "--data", nowhere],
            ["restore", Path.Combine(folder.Path, "missing.zip"), "--data", nowhere], ["backup", Path.Combine(folder.Path, "no", "such", "a.zip"), .. Served.City.Store],
        })
        {
            var finished = await Programs.RunCityloom(verb);
            Assert.Equal((1, 1), (finished.ExitCode, finished.Errors.Trim().Split('\n').Length));
            Assert.DoesNotContain("Exception", finished.Errors, StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(nowhere));
    }

    [Fact]
    public async Task A_backup_into_the_data_folder_itself_holds_no_backup()
    {
        var file = Path.Combine(Served.Store.Folder, "inside.zip");
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(0, (await Programs.RunCityloom(["backup", file, .. Served.City.Store])).ExitCode);
        }

        using (var zip = System.IO.Compression.ZipFile.OpenRead(file))
        {
            Assert.DoesNotContain(zip.Entries, e => e.FullName.EndsWith(".zip", StringComparison.Ordinal) || e.FullName.EndsWith(".part", StringComparison.Ordinal));
            Assert.Single(zip.Entries, e => e.FullName == "cityloom.db");
        }

        File.Delete(file);
    }

    protected override Task<string[]> Empty() => Task.FromResult<string[]>([]);
}

[Collection(OnPostgres.Name)]
public sealed class BackupDrillOnPostgresTests(PostgresCity city, PostgresServer server) : BackupDrillTests(city)
{
    protected override async Task<string[]> Empty() => ["--db", await server.CreateDatabase()];
}
