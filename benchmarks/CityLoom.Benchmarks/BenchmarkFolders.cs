namespace CityLoom.Benchmarks;

/// <summary>Finds the repository from where the benchmark runs, and what lies in it.</summary>
internal static class BenchmarkFolders
{
    public static string Repository { get; } = Find();

    /// <summary>The evaluation documents beside the repository, else the repository's own samples, else null.</summary>
    public static string? Directives() => new[] { Path.Combine(Repository, "..", "shared", "documents"), Path.Combine(Repository, "demo", "directives") }
        .Select(Path.GetFullPath).FirstOrDefault(Directory.Exists);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CityLoom.slnx")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? Directory.GetCurrentDirectory();
    }
}
