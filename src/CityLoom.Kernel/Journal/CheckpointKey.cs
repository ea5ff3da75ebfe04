using System.Security.Cryptography;

namespace CityLoom.Kernel.Journal;

/// <summary>The city's signing key for checkpoints: ECDSA over P-256, kept in the data folder beside, not in, the database.</summary>
public sealed class CheckpointKey : IDisposable
{
    private readonly ECDsa _key;

    private CheckpointKey(ECDsa key) => _key = key;

    /// <summary>The public half as PEM, to be kept elsewhere by those who want to verify on their own.</summary>
    public string PublicPem => _key.ExportSubjectPublicKeyInfoPem();

    /// <summary>Opens the key of a data folder; made the first time, readable by its owner only.</summary>
    public static CheckpointKey Open(string folder)
    {
        var file = Path.Combine(folder, "checkpoint-key.pem");
        if (!File.Exists(file))
        {
            Make(file);
        }

        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return new CheckpointKey(key);
    }

    /// <summary>Signs a checkpoint's bytes.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data) => _key.SignData(data, HashAlgorithmName.SHA256);

    /// <summary>True when this key made the signature over these bytes.</summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => _key.VerifyData(data, signature, HashAlgorithmName.SHA256);

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private static void Make(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var fresh = $"{file}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(fresh, options))
        {
            writer.Write(made.ExportPkcs8PrivateKeyPem());
        }

        try
        {
            // The key appears whole or not at all; of two nodes that start at once the second takes the first one's.
            File.Move(fresh, file);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(fresh);
        }
    }
}
