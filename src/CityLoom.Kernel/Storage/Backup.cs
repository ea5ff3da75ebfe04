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
        var copy = Path.Combine(Path.GetDirectoryName(file)!, Path.GetRandomFileName());
        var part = file + ".part";
        try
        {
            database.BackUp(copy);
            using (var zip = ZipFile.Open(part, ZipArchiveMode.Create))
            {
                zip.CreateEntryFromFile(copy, database.Dialect == Dialect.Sqlite ? SqliteEntry : PostgresEntry, CompressionLevel.Fastest);
                foreach (var other in Directory.EnumerateFiles(options.Folder, "*", SearchOption.AllDirectories).Where(f => IsKept(f, options)))
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

        using var zip = ZipFile.OpenRead(file);
        var wanted = options.Postgres is null ? SqliteEntry : PostgresEntry;
        if (zip.GetEntry(wanted) is null)
        {
            return new("restore.kind", $"备份中没有 {wanted}。", $"The backup holds no {wanted}; it was taken from the other kind of database.", 400);
        }

        zip.ExtractToDirectory(options.Folder);
        if (options.Postgres is not null)
        {
            var dump = Path.Combine(options.Folder, PostgresEntry);
            PostgresTools.Restore(options.Postgres, dump);
            File.Delete(dump);
        }

        return null;
    }

    private static bool IsKept(string path, StorageOptions options) =>
        !path.StartsWith(options.SqliteFile, StringComparison.Ordinal) && !path.EndsWith(".part", StringComparison.Ordinal);
}
