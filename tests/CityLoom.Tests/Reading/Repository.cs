namespace CityLoom.Tests.Reading;

/// <summary>Finds the repository and the evaluation documents beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The folder of evaluation documents; the test is skipped where it is not.</summary>
    public static string Documents()
    {
        var folder = Path.GetFullPath(Path.Combine(Root, "..", "shared", "documents"));
        if (!Directory.Exists(folder))
        {
            Assert.Skip("The evaluation documents (../shared/documents) are not here.");
        }
        return folder;
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CityLoom.slnx")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
