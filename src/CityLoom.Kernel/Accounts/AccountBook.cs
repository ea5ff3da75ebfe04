using System.Security.Cryptography;
using System.Text;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using Microsoft.AspNetCore.Identity;

namespace CityLoom.Kernel.Accounts;

/// <summary>Makes accounts, grants and keys; every change is in the journal.</summary>
public static class AccountBook
{
    /// <summary>The name under which accounts stand in the journal.</summary>
    public const string Subject = "account";

    private static readonly PasswordHasher<Account> Hasher = new();

    /// <summary>Accounts with their grants and keys; failed sign-ins are counted without an entry each.</summary>
    public static KeptSubject Kept { get; } = new(
        Subject,
        [
            new RowSet("accounts", "id", "name, normalized_name, display_name, password_hash, security_stamp, disabled, created_at"),
            new RowSet("grants", "account_id", "role, organization, territory"),
            new RowSet("account_keys", "account_id", "label, hash, created_at, revoked_at"),
        ]);

    /// <summary>Makes an account with its grants. The password is checked by <see cref="Refuse"/> first.</summary>
    public static Outcome<Account> Add(Writing writing, DateTimeOffset at, Actor by, string name, string displayName, string? password, IReadOnlyList<Grant> grants)
    {
        var normalized = Normalize(name);
        if (normalized.Length is 0 or > 64 || displayName.Length is 0 or > 100)
        {
            return new Refusal("account.name", "账号名须为 1–64 个字符，显示名须为 1–100 个字符。", "A name has 1 to 64 characters, a display name 1 to 100.", 400);
        }

        if (password is not null && Refuse(password) is { } weak)
        {
            return weak;
        }

        if (writing.Value<long>("select count(*) from accounts where normalized_name = @normalized", new { normalized }) > 0)
        {
            return new Refusal("account.exists", $"账号 {name} 已存在。", $"There is an account {name} already.", 409);
        }

        var account = new Account
        {
            Name = name.Trim(),
            NormalizedName = normalized,
            DisplayName = displayName.Trim(),
            SecurityStamp = Token(20),
            CreatedAt = at,
        };
        account.PasswordHash = password is null ? null : Hasher.HashPassword(account, password);
        account.Id = writing.Insert(
            "insert into accounts (name, normalized_name, display_name, password_hash, security_stamp, created_at) "
            + "values (@Name, @NormalizedName, @DisplayName, @PasswordHash, @SecurityStamp, @CreatedAt)",
            account);
        foreach (var grant in grants)
        {
            Insert(writing, account.Id, grant);
        }

        Kept.Append(writing, account.Id, at, by, "added", new { account.Name, account.DisplayName, grants });
        return account;
    }

    /// <summary>Makes a key by which a program signs in as the account; it is shown once and kept only as a hash.</summary>
    public static Outcome<string> AddKey(Writing writing, DateTimeOffset at, Actor by, string name, string label)
    {
        if (Find(writing, name) is not { } account)
        {
            return new Refusal("account.unknown", $"没有账号 {name}。", $"There is no account {name}.", 404);
        }

        var key = "cl_" + Token(32);
        writing.Execute(
            "insert into account_keys (account_id, label, hash, created_at) values (@Id, @label, @hash, @at)",
            new { account.Id, label, hash = HashOf(key), at });
        Kept.Append(writing, account.Id, at, by, "keyAdded", new { label });
        return key;
    }

    /// <summary>The keys of an account, newest first.</summary>
    public static List<AccountKey> KeysOf(Session session, long account) => session.Rows<AccountKey>(
        "select id, label, created_at, revoked_at from account_keys where account_id = @account order by id desc", new { account });

    /// <summary>Revokes a key of an account; one that was revoked already stays so.</summary>
    public static Outcome<AccountKey> RevokeKey(Writing writing, DateTimeOffset at, Actor by, long account, long key)
    {
        if (KeysOf(writing, account).Find(k => k.Id == key) is not { } found)
        {
            return new Refusal("account.key", "这个账号没有这枚密钥。", "The account has no such key.", 404);
        }

        if (found.RevokedAt is null)
        {
            writing.Execute("update account_keys set revoked_at = @at where id = @key", new { key, at });
            Kept.Append(writing, account, at, by, "keyRevoked", new { found.Label });
        }

        return found with { RevokedAt = found.RevokedAt ?? at };
    }

    /// <summary>Sets a password and ends the account's sessions.</summary>
    public static Outcome<Account> SetPassword(Writing writing, DateTimeOffset at, Actor by, string name, string password)
    {
        if (Find(writing, name) is not { } account)
        {
            return new Refusal("account.unknown", $"没有账号 {name}。", $"There is no account {name}.", 404);
        }

        if (Refuse(password) is { } weak)
        {
            return weak;
        }

        account.PasswordHash = Hasher.HashPassword(account, password);
        account.SecurityStamp = Token(20);
        writing.Execute(
            "update accounts set password_hash = @PasswordHash, security_stamp = @SecurityStamp, failures = 0, locked_until = null where id = @Id", account);
        Kept.Append(writing, account.Id, at, by, "passwordSet", new { });
        return account;
    }

    /// <summary>The account with this sign-in name, or null.</summary>
    public static Account? Find(Session session, string name) =>
        session.Row<Account>("select * from accounts where normalized_name = @name", new { name = Normalize(name) });

    /// <summary>The account with this identity, or null.</summary>
    public static Account? Find(Session session, long id) => session.Row<Account>("select * from accounts where id = @id", new { id });

    /// <summary>The names shown of several accounts, by identity.</summary>
    public static Dictionary<long, string> NamesOf(Session session, IReadOnlyCollection<long> ids) => ids.Count == 0
        ? []
        : session.Rows<Account>($"select id, display_name from accounts where {session.Among("id", "ids")}", new { ids = ids.ToArray() }).ToDictionary(a => a.Id, a => a.DisplayName);

    /// <summary>Who signs in with this key; null when it is unknown, revoked or its account disabled.</summary>
    public static SignedIn? ByKey(Session session, string key)
    {
        var account = session.Row<Account>(
            "select a.* from accounts a join account_keys k on k.account_id = a.id where k.hash = @hash and k.revoked_at is null and a.disabled = 0",
            new { hash = HashOf(key) });
        return account is null ? null : SignedInAs(session, account);
    }

    /// <summary>An account with its grants.</summary>
    public static SignedIn SignedInAs(Session session, Account account) =>
        new(account.Id, account.DisplayName, session.Rows<Grant>(
            "select role, organization, territory from grants where account_id = @Id order by id", new { account.Id }));

    /// <summary>Why a password will not do: NIST SP 800-63B asks for length, not for kinds of characters.</summary>
    public static Refusal? Refuse(string password) => password.Length is < 10 or > 200 || password.Distinct().Count() < 4
        ? new Refusal("account.password", "密码须为 10–200 个字符，且不能只有一两种字符重复。", "A password has 10 to 200 characters, not just one or two repeated.", 400)
        : null;

    internal static string Normalize(string name) => name.Trim().ToUpperInvariant();

    internal static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    internal static void Insert(Writing writing, long account, Grant grant) => writing.Execute(
        "insert into grants (account_id, role, organization, territory) values (@account, @role, @Organization, @Territory)",
        new { account, role = grant.Role.ToString(), grant.Organization, grant.Territory });

    internal static string Token(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));
}
