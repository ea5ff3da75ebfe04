namespace CityLoom.Oracles;

/// <summary>Finds the reference material beside the repository; a test that needs it says visibly that it is skipped without.</summary>
internal static class Reference
{
    private static readonly string Root = FindRoot();

    /// <summary>A file or folder under <c>../shared</c>; skips the test where it is not there.</summary>
    public static string Shared(params ReadOnlySpan<string> parts)
    {
        var path = Path.GetFullPath(Path.Combine([Root, "..", "shared", .. parts]));
        if (!Path.Exists(path))
        {
            Assert.Skip($"The reference material ../shared/{string.Join('/', parts.ToArray())} is not here.");
        }
        return path;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CityLoom.slnx")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
