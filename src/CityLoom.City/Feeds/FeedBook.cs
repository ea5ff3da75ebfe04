using System.Security.Cryptography;
using System.Text;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Feeds;

/// <summary>Makes, finds and revokes calendar feeds; only hashes of their secrets are kept.</summary>
public static class FeedBook
{
    /// <summary>The name under which feeds stand in the journal.</summary>
    public const string Subject = "feed";

    private const int MostOfOne = 50;
    private const string Columns = "id, organization, label, created_at, account, revoked_at, read_at";

    /// <summary>Feeds in their rows; when one was last read is no entry.</summary>
    public static KeptSubject Kept { get; } = new(Subject, [new RowSet("calendar_feeds", "id", "organization, label, hash, created_at, account, revoked_at")]);

    private static readonly Refusal Unknown = new("feed.unknown", "没有这个订阅，或不属于您的单位。", "There is no such feed, or it isn't your organization's.", 404);

    private static readonly Refusal NotYours = new(
        "feed.organization", "只能为本单位及下级单位建立订阅。", "You can make feeds for your own organizations and those below them only.", 403);

    private static readonly Refusal NoLabel = new("feed.label", "请写明用途，1–60 个字。", "Say what it is for, in 1 to 60 characters.", 400);

    private static readonly Refusal TooMany = new(
        "feed.too-many", $"这个单位已有 {MostOfOne} 个订阅，请先撤销不用的。", $"The organization has {MostOfOne} feeds; revoke those that nobody uses.", 409);

    /// <summary>Makes a feed for an organization of this person's.</summary>
    public static Outcome<MadeFeed> Make(Writing writing, string organization, string label, SignedIn by, CityContext city)
    {
        label = label.Trim();
        if (label.Length is 0 or > 60)
        {
            return NoLabel;
        }

        if (!Own(by, city).Contains(organization))
        {
            return NotYours;
        }

        if (writing.Value<int>("select count(*) from calendar_feeds where organization = @organization and revoked_at is null", new { organization }) >= MostOfOne)
        {
            return TooMany;
        }

        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var id = writing.Insert(
            "insert into calendar_feeds (organization, label, hash, created_at, account) values (@organization, @label, @hash, @Now, @Account)",
            new { organization, label, hash = HashOf(secret), city.Now, by.Account });
        Kept.Append(writing, id, city.Now, by.Actor, "made", new { organization, label });
        return new MadeFeed(id, $"/feeds/{secret}.ics");
    }

    /// <summary>Ends a feed of this person's organizations; its address answers no more.</summary>
    public static Outcome<CalendarFeed> Revoke(Writing writing, long id, SignedIn by, CityContext city)
    {
        if (writing.Row<CalendarFeed>($"select {Columns} from calendar_feeds where id = @id", new { id }) is not { } feed || !Own(by, city).Contains(feed.Organization))
        {
            return Unknown;
        }

        if (feed.RevokedAt is null)
        {
            writing.Execute("update calendar_feeds set revoked_at = @Now where id = @id", new { id, city.Now });
            Kept.Append(writing, id, city.Now, by.Actor, "revoked", new { feed.Organization, feed.Label });
        }

        return feed with { RevokedAt = feed.RevokedAt ?? city.Now };
    }

    /// <summary>The feeds of this person's organizations that may be read, newest first.</summary>
    public static List<CalendarFeed> Of(Session session, SignedIn who, CityContext city)
    {
        var own = Own(who, city);
        return session.Rows<CalendarFeed>($"select {Columns} from calendar_feeds where revoked_at is null order by id desc").FindAll(f => own.Contains(f.Organization));
    }

    /// <summary>The feed of a secret; null when it is unknown or was revoked.</summary>
    public static CalendarFeed? BySecret(Session session, string secret) => session.Row<CalendarFeed>(
        $"select {Columns} from calendar_feeds where hash = @hash and revoked_at is null", new { hash = HashOf(secret) });

    /// <summary>Notes that a feed is in use; once a day is enough.</summary>
    internal static int Note(Writing writing, long id, DateTimeOffset at) =>
        writing.Execute("update calendar_feeds set read_at = @at where id = @id", new { id, at });

    private static IReadOnlyCollection<string> Own(SignedIn who, CityContext city) => city.Below(who.Grants.Select(g => g.Organization));

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
