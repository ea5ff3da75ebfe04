using CityLoom.Kernel.Storage;

namespace CityLoom.Kernel.Accounts;

/// <summary>An account with its roles, as an administrator's list shows it; never its secrets.</summary>
/// <param name="Name">Sign-in name.</param>
/// <param name="DisplayName">As shown.</param>
/// <param name="Grants">Its roles.</param>
/// <param name="Disabled">True when an administrator has locked it.</param>
/// <param name="LockedUntil">Locked by failed sign-ins until then, UTC.</param>
/// <param name="HasPassword">True when people may sign in to it.</param>
/// <param name="Keys">Keys for programs that are in use.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
public sealed record AccountStanding(
    string Name, string DisplayName, IReadOnlyList<Grant> Grants, bool Disabled, DateTimeOffset? LockedUntil, bool HasPassword, int Keys, DateTimeOffset CreatedAt)
{
    /// <summary>All accounts by name, in three queries however many there are.</summary>
    public static List<AccountStanding> All(Session session)
    {
        var grants = session.Rows<Held>("select account_id, role, organization, territory from grants order by id").ToLookup(g => g.AccountId);
        var keys = session.Rows<Counted>("select account_id, count(*) as n from account_keys where revoked_at is null group by account_id").ToDictionary(k => k.AccountId, k => k.N);
        return session.Rows<Account>("select * from accounts order by normalized_name").ConvertAll(a => new AccountStanding(
            a.Name, a.DisplayName, [.. grants[a.Id].Select(g => new Grant { Role = g.Role, Organization = g.Organization, Territory = g.Territory })],
            a.Disabled, a.LockedUntil, a.PasswordHash is not null, keys.GetValueOrDefault(a.Id), a.CreatedAt));
    }

    private sealed record Held
    {
        public long AccountId { get; init; }

        public Role Role { get; init; }

        public string Organization { get; init; } = "";

        public string? Territory { get; init; }
    }

    private sealed record Counted
    {
        public long AccountId { get; init; }

        public int N { get; init; }
    }
}
