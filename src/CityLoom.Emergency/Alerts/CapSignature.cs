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

    /// <summary>It is signed in a way that is not checked here (SHA-1, DSA, XPath, several signatures): worth no more than none.</summary>
    Unchecked,

    /// <summary>Nothing was changed since it was signed; by whom is not known here.</summary>
    Intact,

    /// <summary>Signed by the certificate that is expected.</summary>
    Trusted,

    /// <summary>Something was changed, or the signature does not cover the whole message.</summary>
    Broken,
}

/// <summary>
/// Signs messages and checks signatures: XML-DSig, enveloped, over the whole document. One that covers less counts as broken; one by
/// methods that are weak or that the platform does not know is left unchecked, and the message is worth what an unsigned one is. A message
/// that was signed without white space between its elements and indented afterwards holds: nothing that it says was changed.
/// </summary>
public static class CapSignature
{
    private const string Xml = "http://www.w3.org/XML/1998/namespace";

    private static readonly string[] Methods = [SignedXml.XmlDsigRSASHA256Url, SignedXml.XmlDsigRSASHA384Url, SignedXml.XmlDsigRSASHA512Url, .. CapAlgorithms.Ecdsa];
    private static readonly string[] Digests = [SignedXml.XmlDsigSHA256Url, SignedXml.XmlDsigSHA384Url, SignedXml.XmlDsigSHA512Url];
    private static readonly string[] Transforms =
        [SignedXml.XmlDsigEnvelopedSignatureTransformUrl, SignedXml.XmlDsigExcC14NTransformUrl, SignedXml.XmlDsigC14NTransformUrl, CapAlgorithms.Canonical11];

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

        var state = Check(document, found, expected);
        if (state != SignatureState.Broken)
        {
            return state;
        }

        var compact = Compact(document);
        return Check(compact, compact.GetElementsByTagName("Signature", SignedXml.XmlDsigNamespaceUrl), expected);
    }

    private static SignatureState Check(XmlDocument document, XmlNodeList found, X509Certificate2? expected)
    {
        try
        {
            return found.Count > 1 ? SignatureState.Unchecked : found[0] is XmlElement one && one.ParentNode == document.DocumentElement ? Judge(document, one, expected) : SignatureState.Broken;
        }
        catch (Exception unfit) when (unfit is CryptographicException or FormatException or InvalidOperationException or ArgumentException or XmlException)
        {
            return SignatureState.Broken;
        }
    }

    private static SignatureState Judge(XmlDocument document, XmlElement signature, X509Certificate2? expected)
    {
        if (Named(signature, "Reference") is not [{ } whole] || whole.GetAttribute("URI").Length > 0)
        {
            return SignatureState.Broken;
        }

        // Looked at before it is loaded: what the platform does not know it refuses to load.
        if (!IsKnown(signature) || (document.DocumentElement!.HasAttribute("id", Xml) || document.DocumentElement.HasAttribute("base", Xml)))
        {
            return SignatureState.Unchecked;
        }

        var signed = new SignedXml(document);
        signed.SafeCanonicalizationMethods.Add(CapAlgorithms.Canonical11);
        signed.LoadXml(signature);
        if (expected is not null && IsBy(signed, expected))
        {
            return SignatureState.Trusted;
        }

        var carried = signed.KeyInfo.OfType<KeyInfoX509Data>().SelectMany(d => d.Certificates?.OfType<X509Certificate2>() ?? []).FirstOrDefault();
        return carried is not null && IsBy(signed, carried) ? SignatureState.Intact : SignatureState.Broken;
    }

    /// <summary>True when the key of a certificate made the signature; a key of another kind than the method's did not.</summary>
    private static bool IsBy(SignedXml signed, X509Certificate2 certificate)
    {
        using AsymmetricAlgorithm? key = (AsymmetricAlgorithm?)certificate.GetRSAPublicKey() ?? certificate.GetECDsaPublicKey();
        return key is not null && signed.CheckSignature(key);
    }

    private static bool IsKnown(XmlElement signature) =>
        Known(signature, "SignatureMethod", Methods) && Known(signature, "DigestMethod", Digests)
        && Known(signature, "CanonicalizationMethod", Transforms) && Known(signature, "Transform", Transforms);

    private static bool Known(XmlElement signature, string name, string[] known) => Named(signature, name).TrueForAll(e => known.Contains(e.GetAttribute("Algorithm")));

    private static List<XmlElement> Named(XmlElement signature, string name) =>
        [.. signature.GetElementsByTagName(name, SignedXml.XmlDsigNamespaceUrl).OfType<XmlElement>()];

    /// <summary>The same without white space between elements and without what stands beside the root.</summary>
    private static XmlDocument Compact(XmlDocument document)
    {
        var compact = new XmlDocument { PreserveWhitespace = false, XmlResolver = null };
        compact.LoadXml(document.DocumentElement!.OuterXml);
        return compact;
    }

    private static XmlDocument Load(XmlReader reader)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.Load(reader);
        return document;
    }
}
