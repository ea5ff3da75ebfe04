using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using Microsoft.AspNetCore.Identity;

namespace CityLoom.Kernel.Accounts;

/// <summary>Signs in with a password: the framework's hash, and a lock after too many failures.</summary>
public sealed class SignIn(Database database, CityClock clock)
{
    private const int MostFailures = 5;
    private static readonly TimeSpan Locked = TimeSpan.FromMinutes(15);
    private static readonly PasswordHasher<Account> Hasher = new();

    /// <summary>A hash of nobody's password, checked when the account is unknown so that the answer takes as long.</summary>
    private static readonly Lazy<string> Nobody = new(() => Hasher.HashPassword(new Account(), "nobody's password"));

    private static readonly Refusal Wrong = new("sign-in.wrong", "账号或密码不对。", "The name or the password is wrong.", 401);

    /// <summary>The account when name and password fit and it is neither locked nor disabled.</summary>
    public async Task<Outcome<Account>> WithPasswordAsync(string name, string password)
    {
        var account = await database.ReadAsync(s => AccountBook.Find(s, name)).ConfigureAwait(false);
        var fits = Hasher.VerifyHashedPassword(account ?? new Account(), account?.PasswordHash ?? Nobody.Value, password) != PasswordVerificationResult.Failed;
        if (account?.PasswordHash is null || account.Disabled)
        {
            return Wrong;
        }

        var settled = await database.WriteAsync(w => Settle(w, account, fits)).ConfigureAwait(false);
        return settled.LockedUntil is { } until
            ? new Refusal(
                "sign-in.locked",
                $"连续失败次数过多，账号已锁定，请在 {clock.Local(until):HH:mm} 后再试。",
                $"Too many failures: the account is locked until {clock.Local(until):HH:mm}.",
                429)
            : settled.Good ? account : Wrong;
    }

    /// <summary>Counts the attempt with the account's row locked, so that many at once are counted one after the other.</summary>
    private (bool Good, DateTimeOffset? LockedUntil) Settle(Writing writing, Account seen, bool fits)
    {
        var account = writing.Row<Account>($"select * from accounts where id = @Id{writing.ForUpdate}", seen)!;
        return account.LockedUntil > clock.Now ? (false, account.LockedUntil) : (Count(writing, account, fits), null);
    }

    private bool Count(Writing writing, Account account, bool fits)
    {
        if (fits)
        {
            if (account.Failures > 0)
            {
                writing.Execute("update accounts set failures = 0, locked_until = null where id = @Id", account);
            }

            return true;
        }

        writing.Execute("update accounts set failures = failures + 1 where id = @Id", account);
        if (writing.Value<long>("select failures from accounts where id = @Id", account) >= MostFailures)
        {
            writing.Execute("update accounts set failures = 0, locked_until = @until where id = @Id", new { account.Id, until = clock.Now + Locked });
            AccountBook.Kept.Append(writing, account.Id, clock.Now, Actor.System, "locked", new { failures = MostFailures });
        }

        return false;
    }
}
