using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Kernel.Accounts;

/// <summary>Gives and takes roles, locks and unlocks accounts; every change is in the journal.</summary>
public static class ChangeAccount
{
    private static readonly Refusal Unknown = new("account.unknown", "没有这个账号。", "There is no such account.", 404);

    private static readonly Refusal Own = new(
        "account.own", "不能锁定自己的账号，也不能收回自己的管理员岗位；请由另一位管理员办理。",
        "You can neither lock your own account nor take your own administrator's role; ask another administrator.", 409);

    private static readonly Refusal Last = new(
        "account.last", "这是最后一个可用的管理员账号，不能锁定或收回。", "This is the last administrator that can sign in; it can't be locked or lose the role.", 409);

    /// <summary>Gives a role; the same role again changes nothing.</summary>
    public static Outcome<Account> Grant(Writing writing, DateTimeOffset at, Actor by, string name, Grant grant)
    {
        if (AccountBook.Find(writing, name) is not { } account)
        {
            return Unknown;
        }

        if (Held(writing, account).Contains(grant))
        {
            return account;
        }

        AccountBook.Insert(writing, account.Id, grant);
        AccountBook.Kept.Append(writing, account.Id, at, by, "granted", grant);
        return account;
    }

    /// <summary>Takes a role; one that is not held changes nothing. The last administrator keeps the role.</summary>
    public static Outcome<Account> Revoke(Writing writing, DateTimeOffset at, Actor by, string name, Grant grant)
    {
        if (AccountBook.Find(writing, name) is not { } account)
        {
            return Unknown;
        }

        if (grant.Role == Role.Administrator && Protected(writing, account, by) is { } refusal)
        {
            return refusal;
        }

        var taken = writing.Execute(
            "delete from grants where account_id = @Id and role = @role and organization = @Organization and coalesce(territory, '') = @territory",
            new { account.Id, role = grant.Role.ToString(), grant.Organization, territory = grant.Territory ?? "" });
        if (taken > 0)
        {
            AccountBook.Kept.Append(writing, account.Id, at, by, "revoked", grant);
        }

        return account;
    }

    /// <summary>Locks an account and ends its sessions, or opens it again and forgets its failed sign-ins.</summary>
    public static Outcome<Account> Lock(Writing writing, DateTimeOffset at, Actor by, string name, bool locked)
    {
        if (AccountBook.Find(writing, name) is not { } account)
        {
            return Unknown;
        }

        if (locked && Protected(writing, account, by) is { } refusal)
        {
            return refusal;
        }

        if (account.Disabled == locked && (locked || account.LockedUntil is null))
        {
            return account;
        }

        account.Disabled = locked;
        account.LockedUntil = null;
        account.SecurityStamp = locked ? AccountBook.Token(20) : account.SecurityStamp;
        writing.Execute("update accounts set disabled = @Disabled, locked_until = null, failures = 0, security_stamp = @SecurityStamp where id = @Id", account);
        AccountBook.Kept.Append(writing, account.Id, at, by, locked ? "disabled" : "enabled", new { });
        return account;
    }

    /// <summary>Gives the account a new password made by chance, to be told to its office once.</summary>
    public static Outcome<string> Reset(Writing writing, DateTimeOffset at, Actor by, string name)
    {
        var password = string.Join('-', AccountBook.Token(8).Chunk(4).Select(c => new string(c)));
        return AccountBook.SetPassword(writing, at, by, name, password).Then<string>(_ => password);
    }

    private static List<Grant> Held(Session session, Account account) =>
        session.Rows<Grant>("select role, organization, territory from grants where account_id = @Id", account);

    private static Refusal? Protected(Session session, Account account, Actor by)
    {
        if (Held(session, account).TrueForAll(g => g.Role != Role.Administrator))
        {
            return null;
        }

        var others = session.Value<long>(
            "select count(*) from accounts a where a.id <> @Id and a.disabled = 0 and exists (select 1 from grants g where g.account_id = a.id and g.role = 'Administrator')", account);
        return account.Id == by.Account ? Own : others == 0 ? Last : null;
    }
}
