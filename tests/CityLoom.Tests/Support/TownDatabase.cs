using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Tests.City.Matters;

namespace CityLoom.Tests.Support;

/// <summary>A new database with the city's tables, used from this process: what rules do to rows, without a server in between.</summary>
internal sealed class TownDatabase : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private TownDatabase(string? postgres)
    {
        Store = new StorageOptions { Folder = _folder.Path, Postgres = postgres };
        Database = Store.Open();
        Key = CheckpointKey.Open(_folder.Path);
    }

    public StorageOptions Store { get; }

    public Database Database { get; }

    public CheckpointKey Key { get; }

    public static Module[] Modules => [new KernelModule(), new CityModule()];

    /// <summary>Makes it; <paramref name="postgres"/> null for SQLite.</summary>
    public static async Task<TownDatabase> Open(string? postgres)
    {
        var town = new TownDatabase(postgres);
        await Migrations.ApplyAsync(town.Database, Modules, TimeProvider.System);
        return town;
    }

    public async Task<Matter> Create(NewMatter asked, DateTimeOffset? at = null) => (await Database.WriteAsync(w =>
        CreateMatter.Run(w, asked, SmallTown.At(SmallTown.Someone(asked.Organization ?? SmallTown.Hall), at ?? SmallTown.Monday), SmallTown.Territories))).Value;

    public Task<Outcome<Matter>> Try(long matter, string office, ActRequest request, DateTimeOffset? at = null) => Database.WriteAsync(w =>
        ActOnMatter.Run(w, matter, request, SmallTown.At(SmallTown.Someone(office), at ?? SmallTown.Monday.AddHours(1))));

    public async Task<Matter> Do(long matter, string office, Act act, string? to = null) =>
        (await Try(matter, office, new ActRequest { Act = act, Organization = to, Reason = "见现场记录" })).Value;

    public JournalVerdict Verify() => Database.Read(s => JournalVerifier.Verify(s, Key, [MatterBook.Verifier]));

    public T? Value<T>(string sql, object? args = null) => Database.Read(s => s.Value<T>(sql, args));

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Key.Dispose();
        _folder.Dispose();
    }
}
