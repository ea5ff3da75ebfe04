namespace CityLoom.Tests.Support;

/// <summary>Where the tests stand: the repository that they were built in.</summary>
public static class Repository
{
    /// <summary>The folder that holds CityLoom.slnx.</summary>
    public static string Root { get; } = Find();

    /// <summary>The folder of examples beside the repository, or null on a machine that has none.</summary>
    public static string? Shared => Directory.Exists(Beside) ? Beside : null;

    private static string Beside => Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CityLoom.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds CityLoom.slnx.");
    }
}
