namespace CityLoom.Kernel.Storage;

/// <summary>Brings a database up to the schema of the modules: each script once, in order, each in its own transaction.</summary>
public static class Migrations
{
    private const long LockKey = 0x43495459;

    /// <summary>Applies what is missing; returns what it applied. Two nodes may start at once.</summary>
    /// <exception cref="InvalidDataException">A script was changed after it had run, or the database is newer than this program.</exception>
    public static async Task<IReadOnlyList<Migration>> ApplyAsync(Database database, IEnumerable<Module> modules, TimeProvider time)
    {
        await database.WriteAsync(w => Locked(w, () => w.Execute(
            "create table if not exists schema_versions (module text not null, number integer not null, title text not null, "
            + "fingerprint text not null, applied_at bigint not null, primary key (module, number))"))).ConfigureAwait(false);

        var applied = new List<Migration>();
        var known = modules.SelectMany(Migration.Of).ToList();
        database.Read(s => RefuseNewer(s, known));
        foreach (var migration in known)
        {
            if (await database.WriteAsync(w => Locked(w, () => ApplyOne(w, migration, time) ? 1 : 0)).ConfigureAwait(false) == 1)
            {
                applied.Add(migration);
            }
        }

        return applied;
    }

    /// <summary>An older program must not write into a schema that it does not know; modules that this program lacks are none of its business.</summary>
    private static int RefuseNewer(Session session, List<Migration> known)
    {
        var newest = known.GroupBy(m => m.Module).ToDictionary(g => g.Key, g => g.Max(m => m.Number));
        var rows = session.Rows<Applied>("select module, max(number) as number from schema_versions group by module");
        return rows.Find(r => newest.TryGetValue(r.Module, out var number) && r.Number > number) is { } newer
            ? throw new InvalidDataException(
                $"The database has migration {newer.Module} {newer.Number:0000}, which this program does not know; it was made by a newer CityLoom. Run that one.")
            : rows.Count;
    }

    private static bool ApplyOne(Writing writing, Migration migration, TimeProvider time)
    {
        var before = writing.Value<string>(
            "select fingerprint from schema_versions where module = @Module and number = @Number", migration);
        if (before is not null)
        {
            return before == migration.Fingerprint
                ? false
                : throw new InvalidDataException($"Migration {migration.Module} {migration.Number:0000} was changed after it had run here.");
        }

        writing.Execute(migration.For(writing.Dialect));
        writing.Execute(
            "insert into schema_versions (module, number, title, fingerprint, applied_at) values (@Module, @Number, @Title, @Fingerprint, @at)",
            new { migration.Module, migration.Number, migration.Title, migration.Fingerprint, at = time.GetUtcNow() });
        return true;
    }

    /// <summary>Holds a lock over all nodes; on PostgreSQL in a statement of its own before the change is looked at.</summary>
    private static int Locked(Writing writing, Func<int> change)
    {
        if (writing.Dialect == Dialect.Postgres)
        {
            writing.Execute("select pg_advisory_xact_lock(@LockKey)", new { LockKey });
        }

        return change();
    }

    private sealed record Applied
    {
        public string Module { get; init; } = "";

        public int Number { get; init; }
    }
}
