using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CityLoom.Kernel;

namespace CityLoom.Emergency.Alerts;

/// <summary>The city's key for signing alerts: RSA with a certificate of its own, kept in the data folder beside, not in, the database.</summary>
public sealed class AlertKey : IDisposable
{
    private const int Years = 10;

    private AlertKey(X509Certificate2 certificate) => Certificate = certificate;

    /// <summary>The certificate as PEM, to be given to those who take the city's alerts.</summary>
    public string CertificatePem => Certificate.ExportCertificatePem();

    /// <summary>The certificate with its private key.</summary>
    internal X509Certificate2 Certificate { get; }

    /// <summary>Opens the key of a data folder; made the first time, readable by its owner only.</summary>
    public static AlertKey Open(string folder, CityClock clock)
    {
        var file = Path.Combine(folder, "alert-key.pem");
        if (!File.Exists(file))
        {
            Make(file, clock.Now);
        }

        return new AlertKey(X509Certificate2.CreateFromPemFile(file));
    }

    /// <inheritdoc/>
    public void Dispose() => Certificate.Dispose();

    private static void Make(string file, DateTimeOffset now)
    {
        using var key = RSA.Create(3072);
        var request = new CertificateRequest("CN=CityLoom alerts", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(Years));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var fresh = $"{file}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(fresh, options))
        {
            writer.Write(made.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
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
