using System.Collections.Concurrent;
using CityLoom.Kernel.Storage;

namespace CityLoom.Kernel.Accounts;

/// <summary>Remembers for a few seconds who a session or key belongs to, so that a request need not ask the database each time.</summary>
public sealed class SignedInCache(Database database, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, (SignedIn? Who, DateTimeOffset Until)> _known = new();

    /// <summary>Who a session with this stamp belongs to; null when the account is disabled or the session ended.</summary>
    public Task<SignedIn?> BySessionAsync(long account, string stamp) => Remember(
        $"{account}:{stamp}",
        s => AccountBook.Find(s, account) is { Disabled: false } found && found.SecurityStamp == stamp ? AccountBook.SignedInAs(s, found) : null);

    /// <summary>Who a key belongs to; null when it is unknown or revoked.</summary>
    public Task<SignedIn?> ByKeyAsync(string key) => Remember("key:" + Convert.ToHexString(AccountBook.HashOf(key)), s => AccountBook.ByKey(s, key));

    /// <summary>Forgets everything, after accounts or grants changed on this node.</summary>
    public void Clear() => _known.Clear();

    private async Task<SignedIn?> Remember(string key, Func<Session, SignedIn?> find)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(key, out var known) && known.Until > now)
        {
            return known.Who;
        }

        if (_known.Count > 10_000)
        {
            _known.Clear();
        }

        var who = await database.ReadAsync(find).ConfigureAwait(false);
        _known[key] = (who, now + Lifetime);
        return who;
    }
}
