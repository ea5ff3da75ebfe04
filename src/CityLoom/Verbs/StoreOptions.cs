using System.CommandLine;
using CityLoom.Kernel.Storage;

namespace CityLoom.Verbs;

/// <summary>The two options by which every verb that needs a city's data is told where it lies.</summary>
internal static class StoreOptions
{
    public static Option<string> Data { get; } = new("--data")
    {
        Description = "data folder: SQLite file, evidence files, keys; made when missing",
        DefaultValueFactory = _ => "data",
        Recursive = true,
    };

    public static Option<string?> Db { get; } = new("--db")
    {
        Description = "PostgreSQL connection string, such as 'Host=localhost;Database=cityloom;Username=city'; without it SQLite in the data folder",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CITYLOOM_DB"),
        Recursive = true,
    };

    public static void AddStore(this Command command)
    {
        command.Options.Add(Data);
        command.Options.Add(Db);
    }

    /// <summary>The store when there is a city in it; else says so, and the verb ends with <see cref="ExitCodes.SomeRefused"/>.</summary>
    public static StorageOptions? ExistingStore(this ParseResult call, Terminal terminal)
    {
        var store = call.Store();
        if (store.HoldsCity())
        {
            return store;
        }

        terminal.Error($"{(store.Postgres is null ? store.Folder : "--db")} 里没有城市数据；请用 --data 或 --db 指明 / There is no city here; say where it is with --data or --db.");
        return null;
    }

    public static StorageOptions Store(this ParseResult call) => new()
    {
        Folder = Path.GetFullPath(call.GetValue(Data)!),
        Postgres = call.GetValue(Db),
    };
}
