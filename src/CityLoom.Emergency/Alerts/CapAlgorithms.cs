using System.Security.Cryptography;
using System.Security.Cryptography.Xml;

namespace CityLoom.Emergency.Alerts;

/// <summary>Makes algorithms that senders of alerts use, and that the platform's XML-DSig does not know by itself, known to it once.</summary>
internal static class CapAlgorithms
{
    /// <summary>Canonical XML 1.1. It differs from 1.0 only in what becomes of <c>xml:id</c> and <c>xml:base</c> of ancestors.</summary>
    public const string Canonical11 = "http://www.w3.org/2006/12/xml-c14n11";

    private const string More = "http://www.w3.org/2001/04/xmldsig-more#";

    /// <summary>The methods of ECDSA.</summary>
    public static IReadOnlyList<string> Ecdsa { get; } = Known();

    private static string[] Known()
    {
        CryptoConfig.AddAlgorithm(typeof(EcdsaSha256), More + "ecdsa-sha256");
        CryptoConfig.AddAlgorithm(typeof(EcdsaSha384), More + "ecdsa-sha384");
        CryptoConfig.AddAlgorithm(typeof(EcdsaSha512), More + "ecdsa-sha512");
        CryptoConfig.AddAlgorithm(typeof(Canonical11Transform), Canonical11);
        return [More + "ecdsa-sha256", More + "ecdsa-sha384", More + "ecdsa-sha512"];
    }
}

/// <summary>Checks signatures by ECDSA (RFC 4051): the two numbers one after the other. The platform makes it by name, so that it is public.</summary>
public abstract class EcdsaMethod : SignatureDescription
{
    private readonly Func<HashAlgorithm> _digest;

    /// <summary>The method over a digest.</summary>
    private protected EcdsaMethod(Func<HashAlgorithm> digest)
    {
        _digest = digest;
        KeyAlgorithm = typeof(ECDsa).AssemblyQualifiedName;
    }

    /// <inheritdoc/>
    public override HashAlgorithm CreateDigest() => _digest();

    /// <inheritdoc/>
    public override AsymmetricSignatureDeformatter CreateDeformatter(AsymmetricAlgorithm key) => new Checking((ECDsa)key);

    private sealed class Checking(ECDsa key) : AsymmetricSignatureDeformatter
    {
        public override void SetHashAlgorithm(string strName)
        {
        }

        public override void SetKey(AsymmetricAlgorithm key)
        {
        }

        public override bool VerifySignature(byte[] rgbHash, byte[] rgbSignature) => key.VerifyHash(rgbHash, rgbSignature);
    }
}

/// <summary>ECDSA over SHA-256.</summary>
public sealed class EcdsaSha256() : EcdsaMethod(SHA256.Create);

/// <summary>ECDSA over SHA-384.</summary>
public sealed class EcdsaSha384() : EcdsaMethod(SHA384.Create);

/// <summary>ECDSA over SHA-512.</summary>
public sealed class EcdsaSha512() : EcdsaMethod(SHA512.Create);

/// <summary>Canonical XML 1.1 where no ancestor bears <c>xml:id</c> or <c>xml:base</c>; there it is Canonical XML 1.0.</summary>
public sealed class Canonical11Transform : XmlDsigC14NTransform
{
    /// <summary>The transform under the name of 1.1.</summary>
    public Canonical11Transform() => Algorithm = CapAlgorithms.Canonical11;
}
