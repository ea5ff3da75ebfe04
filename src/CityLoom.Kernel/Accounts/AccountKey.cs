namespace CityLoom.Kernel.Accounts;

/// <summary>A key by which a program signs in; the key itself is known only to the program.</summary>
public sealed record AccountKey
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>What it is for.</summary>
    public string Label { get; init; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was revoked, UTC; null while it works.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}
