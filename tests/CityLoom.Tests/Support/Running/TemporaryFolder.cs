namespace CityLoom.Tests.Support;

/// <summary>A new empty folder that goes away with everything in it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cityloom-");

    /// <summary>The folder's absolute path.</summary>
    public string Path => _folder.FullName;

    /// <summary>Where a file or folder of that name is or would be.</summary>
    public string this[params ReadOnlySpan<string> name] => System.IO.Path.Combine([Path, .. name]);

    /// <summary>Writes a file, and the folder it stands in; returns its path.</summary>
    public string Write(string name, params string[] lines)
    {
        var file = this[name];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllLines(file, lines);
        return file;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
