namespace CityLoom.Kernel.Accounts;

/// <summary>An account of an office; the name is that of a post, not of a person.</summary>
public sealed record Account
{
    /// <summary>Identity.</summary>
    public long Id { get; set; }

    /// <summary>Sign-in name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Upper-case form by which it is found.</summary>
    public string NormalizedName { get; set; } = "";

    /// <summary>As shown, such as 东湖街道办 承办员.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The framework's password hash; null when only keys may sign in.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes whenever sessions must end.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Failed sign-ins since the last good one.</summary>
    public int Failures { get; set; }

    /// <summary>No sign-in before this instant.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>True when the account may no longer sign in.</summary>
    public bool Disabled { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
