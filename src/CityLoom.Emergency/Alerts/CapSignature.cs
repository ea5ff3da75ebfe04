using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using System.Xml.Linq;

namespace CityLoom.Emergency.Alerts;

/// <summary>What a signature in a message proves.</summary>
public enum SignatureState
{
    /// <summary>The message is not signed.</summary>
    None,

    /// <summary>Nothing was changed since it was signed; by whom is not known here.</summary>
    Intact,

    /// <summary>Signed by the certificate that is expected.</summary>
    Trusted,

    /// <summary>Something was changed, or the signature is of a kind that proves nothing.</summary>
    Broken,
}

/// <summary>
/// Signs messages and checks signatures: XML-DSig, enveloped, over the whole document. Signatures that cover less, use other
/// transforms or weak digests prove nothing and count as broken.
/// </summary>
public static class CapSignature
{
    private static readonly string[] Methods = [SignedXml.XmlDsigRSASHA256Url, SignedXml.XmlDsigRSASHA384Url, SignedXml.XmlDsigRSASHA512Url];
    private static readonly string[] Digests = [SignedXml.XmlDsigSHA256Url, SignedXml.XmlDsigSHA384Url, SignedXml.XmlDsigSHA512Url];
    private static readonly string[] Transforms =
        [SignedXml.XmlDsigEnvelopedSignatureTransformUrl, SignedXml.XmlDsigExcC14NTransformUrl, SignedXml.XmlDsigC14NTransformUrl];

    /// <summary>The message as text with its signature.</summary>
    public static string Sign(XDocument message, AlertKey key)
    {
        var document = Load(message.CreateReader());
        using var rsa = key.Certificate.GetRSAPrivateKey()!;
        var signed = new SignedXml(document) { SigningKey = rsa };
        signed.SignedInfo!.SignatureMethod = SignedXml.XmlDsigRSASHA256Url;
        signed.SignedInfo.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        var whole = new Reference("") { DigestMethod = SignedXml.XmlDsigSHA256Url };
        whole.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        whole.AddTransform(new XmlDsigExcC14NTransform());
        signed.AddReference(whole);
        signed.KeyInfo = new KeyInfo();
        signed.KeyInfo.AddClause(new KeyInfoX509Data(key.Certificate));
        signed.ComputeSignature();
        document.DocumentElement!.AppendChild(document.ImportNode(signed.GetXml(), true));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + document.DocumentElement.OuterXml;
    }

    /// <summary>What the signature of a document proves; the document was read by <see cref="CapReader"/>, so that it is small and harmless.</summary>
    /// <param name="message">The document with its white space.</param>
    /// <param name="expected">The sender's certificate; null when none is known.</param>
    public static SignatureState Check(XDocument message, X509Certificate2? expected)
    {
        var document = Load(message.CreateReader());
        var found = document.GetElementsByTagName("Signature", SignedXml.XmlDsigNamespaceUrl);
        if (found.Count == 0)
        {
            return SignatureState.None;
        }

        try
        {
            return found is [XmlElement one] && one.ParentNode == document.DocumentElement ? Judge(document, one, expected) : SignatureState.Broken;
        }
        catch (Exception unfit) when (unfit is CryptographicException or FormatException or InvalidOperationException or ArgumentException or XmlException)
        {
            return SignatureState.Broken;
        }
    }

    private static SignatureState Judge(XmlDocument document, XmlElement signature, X509Certificate2? expected)
    {
        var signed = new SignedXml(document);
        signed.LoadXml(signature);
        if (!CoversAll(signed.SignedInfo!))
        {
            return SignatureState.Broken;
        }

        if (expected is not null && signed.CheckSignature(expected, verifySignatureOnly: true))
        {
            return SignatureState.Trusted;
        }

        var carried = signed.KeyInfo.OfType<KeyInfoX509Data>().SelectMany(d => d.Certificates?.OfType<X509Certificate2>() ?? []).FirstOrDefault();
        return carried is not null && signed.CheckSignature(carried, verifySignatureOnly: true) ? SignatureState.Intact : SignatureState.Broken;
    }

    private static bool CoversAll(SignedInfo info) =>
        Methods.Contains(info.SignatureMethod) && info.References is [Reference { Uri: "" or null } whole] && Digests.Contains(whole.DigestMethod)
        && Enumerable.Range(0, whole.TransformChain.Count).All(i => Transforms.Contains(whole.TransformChain[i].Algorithm));

    private static XmlDocument Load(XmlReader reader)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.Load(reader);
        return document;
    }
}
