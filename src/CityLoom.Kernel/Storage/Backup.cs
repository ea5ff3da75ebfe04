using System.IO.Compression;

namespace CityLoom.Kernel.Storage;

/// <summary>The whole city in one file: database, evidence files, keys. Taken while the city goes on working.</summary>
public static class Backup
{
    private const string SqliteEntry = "cityloom.db";
    private const string PostgresEntry = "cityloom.dump";

    /// <summary>Makes the file; the database first, so that every evidence file it refers to is there when the files are copied.</summary>
    /// <returns>Bytes written.</returns>
    public static long Make(Database database, StorageOptions options, string file)
    {
        var copy = file + ".copy.part";
        var part = file + ".part";
        try
        {
            File.Delete(copy);
            database.BackUp(copy);
            using (var zip = new ZipArchive(OwnersOnly(part), ZipArchiveMode.Create))
            {
                zip.CreateEntryFromFile(copy, database.Dialect == Dialect.Sqlite ? SqliteEntry : PostgresEntry, CompressionLevel.Fastest);
                foreach (var other in Directory.EnumerateFiles(options.Folder, "*", SearchOption.AllDirectories).Where(f => IsKept(f, options, file)))
                {
                    zip.CreateEntryFromFile(other, Path.GetRelativePath(options.Folder, other).Replace('\\', '/'), CompressionLevel.Fastest);
                }
            }

            File.Move(part, file, overwrite: true);
            return new FileInfo(file).Length;
        }
        finally
        {
            File.Delete(copy);
            File.Delete(part);
        }
    }

    /// <summary>Puts a backup back into a data folder that holds no city, or an empty PostgreSQL database; null when done.</summary>
    public static Refusal? Restore(string file, StorageOptions options)
    {
        if (!File.Exists(file))
        {
            return new("restore.file", $"没有文件 {file}。", $"There is no file {file}.", 404);
        }

        if (File.Exists(options.SqliteFile) || File.Exists(Path.Combine(options.Folder, "checkpoint-key.pem")))
        {
            return new("restore.occupied", $"{options.Folder} 已有数据；请换一个空目录。", $"{options.Folder} holds a city already; name an empty folder with --data.", 409);
        }

        if (Directory.Exists(options.Folder) && Directory.EnumerateFileSystemEntries(options.Folder).Any())
        {
            return new("restore.folder", $"{options.Folder} 不是空目录；请换一个。", $"{options.Folder} is not empty; name an empty folder with --data.", 409);
        }

        if (options.Postgres is not null && options.HoldsCity())
        {
            return new("restore.occupied", "这个数据库已有数据；请换一个空数据库。", "The database holds a city already; name an empty one with --db.", 409);
        }

        using var zip = ZipFile.OpenRead(file);
        var wanted = options.Postgres is null ? SqliteEntry : PostgresEntry;
        if (zip.GetEntry(wanted) is null)
        {
            return new("restore.kind", $"备份中没有 {wanted}。", $"The backup holds no {wanted}; it was taken from the other kind of database.", 400);
        }

        zip.ExtractToDirectory(options.Folder);
        return options.Postgres is null ? null : RestoreDump(options);
    }

    /// <summary>The database takes all of it or nothing; then the folder is emptied too, so that the next try finds it as this one did.</summary>
    private static Refusal? RestoreDump(StorageOptions options)
    {
        var dump = Path.Combine(options.Folder, PostgresEntry);
        try
        {
            PostgresTools.Restore(options.Postgres!, dump);
            File.Delete(dump);
            return null;
        }
        catch (IOException fault)
        {
            Directory.Delete(options.Folder, recursive: true);
            return new("restore.database", $"数据库未能恢复：{fault.Message}", $"The database could not be restored: {fault.Message}", 409);
        }
    }

    /// <summary>The backup holds the city's keys, so nobody else may read it.</summary>
    private static FileStream OwnersOnly(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    /// <summary>Not the live database, which is copied apart, nor what is half written, nor this backup where it lies in the data folder itself.</summary>
    private static bool IsKept(string path, StorageOptions options, string backup) =>
        !path.StartsWith(options.SqliteFile, StringComparison.Ordinal) && !path.EndsWith(".part", StringComparison.Ordinal) && path != backup;
}
