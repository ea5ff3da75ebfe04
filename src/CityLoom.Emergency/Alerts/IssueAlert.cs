using System.Text;
using CityLoom.City;
using CityLoom.Emergency.Plans;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Alerts;

/// <summary>Issues alerts: a new one, one in place of another, or the end of one. Each is signed, stored and in the journal before anybody sees it.</summary>
public static class IssueAlert
{
    /// <summary>The posts that may issue alerts.</summary>
    public static IReadOnlyList<Role> May { get; } = [Role.Supervisor, Role.Dispatcher];

    /// <summary>What follows the code of an organization in the name of a sender.</summary>
    private const string Site = "@cityloom";

    /// <summary>The message as it would be sent, not signed and not kept, or what is wrong with it.</summary>
    public static Outcome<CapMessage> Preview(Session session, NewAlert asked, SignedIn by, CityContext city)
    {
        if (asked.Fault(city) is { } fault)
        {
            return fault;
        }

        if (asked.Replaces is not { } id)
        {
            var organization = asked.Organization ?? by.Organization ?? "";
            return ActivatePlan.MayCommand(by, organization, city) ? Message(asked, organization, [], city) : AlertRefusals.NotYours;
        }

        return Replaceable(AlertBook.Find(session, id), by, city).Then<CapMessage>(before => Message(asked, before.Organization!, References(session, before), city));
    }

    /// <summary>The alert, signed and kept, or why not.</summary>
    public static Outcome<Alert> Run(Writing writing, NewAlert asked, SignedIn by, CityContext city, AlertKey key)
    {
        // What it replaces is locked, so that of two people who change it at once the second is told.
        _ = asked.Replaces is { } id ? AlertBook.Take(writing, id) : null;
        return Preview(writing, asked, by, city).Then<Alert>(message => Keep(writing, message, by, city, key));
    }

    /// <summary>Takes an alert back.</summary>
    public static Outcome<Alert> Cancel(Writing writing, long id, string? words, string? english, SignedIn by, CityContext city, AlertKey key)
    {
        if (string.IsNullOrWhiteSpace(words) || string.IsNullOrWhiteSpace(english) || words.Length > 500 || english.Length > 500)
        {
            return AlertRefusals.Bad("reason", "请用中英文写明为什么解除，各不超过 500 个字符。", "Say in both languages why it is taken back, in at most 500 characters each.");
        }

        return Replaceable(AlertBook.Take(writing, id), by, city).Then<Alert>(before =>
        {
            var earlier = AlertBook.Read(writing, id)!;
            var message = earlier with
            {
                Identifier = Identifier(city), Sent = city.Now, Kind = CapKind.Cancel, References = References(writing, before),
                Infos = [.. earlier.Infos.Select(i => i with
                {
                    Description = i.Language.StartsWith("zh", StringComparison.Ordinal) ? words.Trim() : english.Trim(),
                    Headline = (i.Language.StartsWith("zh", StringComparison.Ordinal) ? "解除：" : "Ended: ") + i.Headline,
                    Responses = ["AllClear"], Instruction = null, Onset = null, Effective = city.Now,
                })],
            };
            return Keep(writing, message, by, city, key);
        });
    }

    private static Outcome<Alert> Replaceable(Alert? alert, SignedIn by, CityContext city) => alert switch
    {
        null => AlertRefusals.Unknown,
        { Source: not Alert.Own } => AlertRefusals.NotOwn,
        _ when !ActivatePlan.MayCommand(by, alert.Organization!, city) => AlertRefusals.NotYours,
        { EndedAt: not null } or { Kind: CapKind.Cancel } => AlertRefusals.Over,
        _ when alert.ExpiresAt <= city.Now => AlertRefusals.Over,
        _ => alert,
    };

    private static List<CapReference> References(Session session, Alert alert) =>
        AlertBook.Chain(session, alert).ConvertAll(a => new CapReference(a.Sender, a.Identifier, a.SentAt));

    private static CapMessage Message(NewAlert asked, string organization, List<CapReference> references, CityContext city) => new()
    {
        Identifier = Identifier(city),
        Sender = organization + Site,
        Sent = city.Now,
        Status = asked.Status,
        Kind = references.Count == 0 ? CapKind.Alert : CapKind.Update,
        Note = asked.Status switch { CapStatus.Exercise => "演练 Exercise", CapStatus.Test => "测试 Test", _ => null },
        References = references,
        Infos = [Info(asked, asked.Chinese, organization, "zh-CN", city), Info(asked, asked.English, organization, "en", city)],
    };

    private static CapInfo Info(NewAlert asked, AlertWords words, string organization, string language, CityContext city)
    {
        var named = city.Organizations.Find(organization);
        return new CapInfo
        {
            Language = language,
            Categories = [asked.Category],
            Event = words.Event.Trim(),
            Responses = asked.Response is { } response ? [response] : [],
            Urgency = asked.Urgency,
            Severity = asked.Severity,
            Certainty = asked.Certainty,
            Effective = city.Now,
            Onset = asked.Onset,
            Expires = asked.Expires,
            SenderName = named is null ? organization : new Bilingual(named.Name, named.EnglishName).In(language),
            Headline = words.Headline.Trim(),
            Description = words.Description.Trim(),
            Instruction = words.Instruction.Trim(),
            Areas = AlertAreas.Of(asked.Territories, city.Trees, language),
        };
    }

    private static string Identifier(CityContext city) => $"cityloom-{Guid.CreateVersion7(city.Now):N}";

    /// <summary>What was made here must be readable by the same rules by which messages from outside are judged.</summary>
    private static Outcome<Alert> Keep(Writing writing, CapMessage message, SignedIn by, CityContext city, AlertKey key)
    {
        var text = CapSignature.Sign(CapWriter.Write(message, city.Clock.Zone), key);
        return CapReader.Read(Encoding.UTF8.GetBytes(text)).Then<Alert>(read =>
            AlertBook.Insert(writing, ReceiveAlert.RowOf(read, Alert.Own, read.Sender[..^Site.Length], SignatureState.Trusted, city.Now), read.References, text, by.Actor));
    }
}
