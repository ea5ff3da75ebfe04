using CityLoom.Tests.Support;

namespace CityLoom.Tests.Architecture;

/// <summary>The files that belong to the repository, as git lists them: tracked, or new and not ignored.</summary>
internal static class TrackedFiles
{
    /// <summary>Paths from the root; skips the calling test where git can't list them.</summary>
    public static async Task<IReadOnlyList<string>> List()
    {
        var listed = await Programs.Run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], Repository.Root);
        Assert.SkipWhen(listed.ExitCode != 0, $"git can't list the files: {listed.Errors.Trim()}");
        return [.. listed.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(path => File.Exists(Full(path)))];
    }

    public static string Full(string path) => Path.Combine(Repository.Root, path);

    /// <summary>Whether a file is text: no zero byte in its first 8 KB, git's own rule.</summary>
    public static bool IsText(string path)
    {
        using var file = File.OpenRead(Full(path));
        Span<byte> start = stackalloc byte[8192];
        return !start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)].Contains((byte)0);
    }
}
