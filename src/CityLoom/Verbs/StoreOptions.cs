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

    public static StorageOptions Store(this ParseResult call) => new()
    {
        Folder = Path.GetFullPath(call.GetValue(Data)!),
        Postgres = call.GetValue(Db),
    };
}
