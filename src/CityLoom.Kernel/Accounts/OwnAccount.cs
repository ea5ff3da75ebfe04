using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Kernel.Accounts;

/// <summary>What people do with the account they are signed in with: another password, keys revoked.</summary>
public sealed class OwnAccount(Database database, CityClock clock, SignIn signIn, SignedInCache cache)
{
    private static readonly Refusal Wrong = new("account.current", "当前密码不对。", "The present password is wrong.", 400);

    private static readonly Refusal Different = new("account.repeat", "两次输入的新密码不一样。", "The two new passwords differ.", 400);

    /// <summary>
    /// Sets another password and ends the account's other sessions. The present password is tried as at sign-in, so that whoever finds an
    /// open session can't guess it without end.
    /// </summary>
    /// <returns>The account with its new stamp, by which this session goes on.</returns>
    public async Task<Outcome<Account>> ChangePasswordAsync(SignedIn who, string present, string wanted, string repeated)
    {
        if (wanted != repeated)
        {
            return Different;
        }

        if (AccountBook.Refuse(wanted) is { } weak)
        {
            return weak;
        }

        var account = await database.ReadAsync(s => AccountBook.Find(s, who.Account)).ConfigureAwait(false);
        var tried = await signIn.WithPasswordAsync(account!.Name, present).ConfigureAwait(false);
        if (tried.Refusal is { } refusal)
        {
            return refusal.Code == "sign-in.locked" ? refusal : Wrong;
        }

        return await Forgetting(w => AccountBook.SetPassword(w, clock.Now, who.Actor, account.Name, wanted)).ConfigureAwait(false);
    }

    /// <summary>Revokes a key of the account; from then on it signs nobody in.</summary>
    public Task<Outcome<AccountKey>> RevokeKeyAsync(SignedIn who, long key) =>
        Forgetting(w => AccountBook.RevokeKey(w, clock.Now, who.Actor, who.Account, key));

    private async Task<Outcome<T>> Forgetting<T>(Func<Writing, Outcome<T>> change)
    {
        var outcome = await database.WriteAsync(change).ConfigureAwait(false);
        cache.Clear();
        return outcome;
    }
}
