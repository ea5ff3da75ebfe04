using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml.Linq;
using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Alerts;

/// <summary>Takes in an alert from outside: a file, a post, an entry of a feed. The same message again is the same one.</summary>
public static class ReceiveAlert
{
    /// <summary>How long an alert holds that does not say until when.</summary>
    private static readonly TimeSpan Otherwise = TimeSpan.FromHours(24);

    /// <summary>The alert, and whether it is new here.</summary>
    /// <param name="writing">Where it is kept.</param>
    /// <param name="bytes">The message.</param>
    /// <param name="source">The name of the feed, or <c>import</c>.</param>
    /// <param name="expected">The sender's certificate; when one is given, a message that it did not sign is refused.</param>
    /// <param name="by">Who brings it.</param>
    /// <param name="city">The city.</param>
    public static Outcome<(Alert Alert, bool Now)> Run(
        Writing writing, byte[] bytes, string source, X509Certificate2? expected, Actor by, CityContext city)
    {
        var read = CapReader.Read(bytes);
        if (!read.Is(out var message, out var refusal))
        {
            return refusal;
        }

        var document = CapReader.Load(bytes).Value;
        var signature = CapSignature.Check(document, expected);
        if (signature == SignatureState.Broken || (expected is not null && signature != SignatureState.Trusted))
        {
            return AlertRefusals.Broken;
        }

        if (message.Kind is CapKind.Ack or CapKind.Error)
        {
            return AlertRefusals.NotMeant;
        }

        var text = Text(document);
        if (AlertBook.Find(writing, message.Sender, message.Identifier) is { } known)
        {
            return AlertBook.MessageOf(writing, known.Id) == text ? (known, false) : AlertRefusals.Reused;
        }

        return (AlertBook.Insert(writing, RowOf(message, source, null, signature, city.Now), message.References, text, by), true);
    }

    /// <summary>The row of a message.</summary>
    internal static Alert RowOf(CapMessage message, string source, string? organization, SignatureState signature, DateTimeOffset now)
    {
        var (chinese, english) = (message.In("zh"), message.In("en"));
        return new Alert
        {
            Sender = message.Sender, Identifier = message.Identifier, SentAt = message.Sent.ToUniversalTime(), Status = message.Status, Kind = message.Kind,
            Public = message.Public, Source = source, Organization = organization, Event = chinese?.Event ?? "", Severity = chinese?.Severity ?? "Unknown",
            Headline = Line(chinese), EnglishHeadline = Line(english), Signature = signature, ReceivedAt = now,
            BeginsAt = message.Infos.Min(i => i.Effective)?.ToUniversalTime() ?? message.Sent.ToUniversalTime(),
            ExpiresAt = message.Infos.Max(i => i.Expires)?.ToUniversalTime() ?? (message.Sent + Otherwise).ToUniversalTime(),
        };
    }

    private static string Line(CapInfo? info) => info?.Headline ?? info?.Event ?? "";

    /// <summary>The message as it is kept: as text in UTF-8, whatever it came in, every character between the tags as it was.</summary>
    private static string Text(XDocument document) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + document.Root!.ToString(SaveOptions.DisableFormatting);
}
