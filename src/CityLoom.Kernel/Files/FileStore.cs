using System.Security.Cryptography;
using CityLoom.Kernel.Storage;

namespace CityLoom.Kernel.Files;

/// <summary>A stored file: its content hash names it, so that the same content is kept once.</summary>
/// <param name="Hash">SHA-256 of the content, lower-case hexadecimal.</param>
/// <param name="MediaType">What the content is, found from its first bytes and not from its name.</param>
/// <param name="Size">Bytes.</param>
public sealed record StoredFile(string Hash, string MediaType, long Size);

/// <summary>Evidence files in the data folder, stored by content hash; a file is on the disk for good before its row is written.</summary>
/// <param name="folder">The folder of the files.</param>
/// <param name="largest">Bytes that one file may have.</param>
public sealed class FileStore(string folder, long largest = 20 * 1024 * 1024)
{
    private const int HeadLength = 512;

    /// <summary>Bytes that one file may have.</summary>
    public long Largest => largest;

    /// <summary>Takes in a file: checks size and type, writes it durably under its hash.</summary>
    /// <returns>The stored file, or a refusal that says what is wrong with it.</returns>
    public async Task<Outcome<StoredFile>> TakeAsync(Stream content, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $"{Path.GetRandomFileName()}.part");
        try
        {
            var taken = await CopyAsync(content, temporary, cancel).ConfigureAwait(false);
            if (taken.Is(out var file, out var refusal))
            {
                Keep(temporary, file.Hash);
                return file;
            }

            return refusal;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Opens a stored file for reading; null when it is not there.</summary>
    public Stream? Open(string hash)
    {
        var path = PathOf(hash);
        return File.Exists(path) ? File.OpenRead(path) : null;
    }

    /// <summary>Writes the row of a stored file, in the transaction that refers to it.</summary>
    public static void Record(Writing writing, StoredFile file, DateTimeOffset at) =>
        writing.Execute(
            "insert into files (hash, media_type, size, created_at) values (@Hash, @MediaType, @Size, @at) on conflict (hash) do nothing",
            new { file.Hash, file.MediaType, file.Size, at });

    private async Task<Outcome<StoredFile>> CopyAsync(Stream content, string path, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81_920];
        var head = new MemoryStream(HeadLength);
        long size = 0;
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite);
        int read;
        while ((read = await content.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0)
        {
            // A slow sender's first piece may be a single byte: the kind is told from the beginning of the file, not of the first piece.
            head.Write(buffer, 0, Math.Min(read, HeadLength - (int)head.Length));
            size += read;
            if (size > largest)
            {
                return FileRefusals.TooLarge(largest);
            }

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel).ConfigureAwait(false);
        }

        file.Flush(flushToDisk: true);
        return size == 0 ? FileRefusals.Empty
            : TypeOf(file, head.ToArray()) is { } type ? new StoredFile(Convert.ToHexStringLower(hash.GetHashAndReset()), type, size)
            : FileRefusals.Unknown;
    }

    /// <summary>An archive is told by what is in it; everything else by how it begins.</summary>
    private static string? TypeOf(Stream file, byte[] head)
    {
        var type = MediaTypes.Of(head);
        if (type == MediaTypes.Archive)
        {
            file.Position = 0;
            return MediaTypes.OfArchive(file);
        }

        return type;
    }

    private void Keep(string temporary, string hash)
    {
        var path = PathOf(hash);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
        {
            // Another request may have brought the same content meanwhile; either is as good.
            File.Move(temporary, path, overwrite: true);
        }
    }

    private string PathOf(string hash) =>
        hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower) ? Path.Combine(folder, hash[..2], hash) : Path.Combine(folder, "none");
}
