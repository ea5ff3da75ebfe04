namespace CityLoom.City.Feeds;

/// <summary>A subscription to the due dates of an organization by a program that cannot sign in; whoever knows its address may read it.</summary>
public sealed record CalendarFeed
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>Code of the organization; those below it are meant too.</summary>
    public string Organization { get; init; } = "";

    /// <summary>What it is for, such as 值班手机.</summary>
    public string Label { get; init; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The account that made it.</summary>
    public long Account { get; init; }

    /// <summary>When it was revoked; null while it may be read.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The day on which it was read last, UTC; null when never.</summary>
    public DateTimeOffset? ReadAt { get; init; }
}

/// <summary>A feed that was just made, with the secret that is shown once.</summary>
/// <param name="Id">Identity, to revoke it by.</param>
/// <param name="Path">Its address within the site; only its hash is kept.</param>
public sealed record MadeFeed(long Id, string Path);
