using CityLoom.Kernel.Journal;

namespace CityLoom.Kernel.Accounts;

/// <summary>Who is signed in: the account and what it may be. Resolved once per request.</summary>
/// <param name="Account">Identity of the account.</param>
/// <param name="Name">As shown on pages and in the journal.</param>
/// <param name="Grants">Its roles.</param>
public sealed record SignedIn(long Account, string Name, IReadOnlyList<Grant> Grants)
{
    /// <summary>The organization for which it acts: that of its first grant.</summary>
    public string? Organization => Grants.Count > 0 ? Grants[0].Organization : null;

    /// <summary>As the journal writes it.</summary>
    public Actor Actor => new(Account, Organization);

    /// <summary>True when it holds the role anywhere.</summary>
    public bool Is(Role role) => Grants.Any(g => g.Role == role);
}
