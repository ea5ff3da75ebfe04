using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Kernel;

/// <summary>Idempotency: a request sent again with the same key is the same one, and is not done twice.</summary>
public static class Receipts
{
    private static readonly Refusal Reused = new(
        "idempotency.reused",
        "这个幂等键已用于另一个内容不同的请求；请换一个新键。",
        "This idempotency key was used for a different request; send a new key.",
        409);

    private const int LongestKey = 200;
    private static readonly Sql ByKey = new("select request, subject_id from receipts where key = $1");
    private static readonly Sql Insert = new("insert into receipts (key, account, request, subject_id, at) values ($1, $2, $3, $4, $5)");

    private static readonly Refusal TooLong = new("idempotency.long", "幂等键不超过 200 个字符。", "An idempotency key has at most 200 characters.", 400);

    /// <summary>
    /// Runs the work once per key and account: the first time <paramref name="work"/> does it and returns the subject's identity;
    /// later the same identity comes back. The same key with other words is refused.
    /// </summary>
    /// <returns>The subject's identity, and whether it was done now.</returns>
    public static Outcome<(long Subject, bool Now)> Once(
        Writing writing, string? key, long account, string request, DateTimeOffset at, Func<Outcome<long>> work) =>
        Once(writing, key, account, key is null ? [] : SHA256.HashData(Encoding.UTF8.GetBytes(request)), at, work);

    /// <summary>The same for a request of which the digest was taken before.</summary>
    public static Outcome<(long Subject, bool Now)> Once(
        Writing writing, string? key, long account, byte[] digest, DateTimeOffset at, Func<Outcome<long>> work)
    {
        if (key?.Length > LongestKey)
        {
            return TooLong;
        }

        if (string.IsNullOrWhiteSpace(key))
        {
            return work().Then<(long, bool)>(id => (id, true));
        }

        var scoped = $"{account}:{key}";

        // One request at a time with the same key: the second waits here on PostgreSQL until it is known what came of the first.
        if (writing.Dialect == Dialect.Postgres)
        {
            writing.Execute("select pg_advisory_xact_lock(hashtextextended(@scoped, 0))", new { scoped });
        }

        if (Find(writing, scoped) is { } receipt)
        {
            return receipt.Request.AsSpan().SequenceEqual(digest) ? (receipt.SubjectId, false) : Reused;
        }

        return work().Then<(long, bool)>(id =>
        {
            using var insert = writing.Begin(Insert);
            insert.Add(scoped).Add(account).Add(digest).Add(id).Add(at).Execute();
            return (id, true);
        });
    }

    /// <summary>The digest of a request's words, for <see cref="Once(Writing, string?, long, byte[], DateTimeOffset, Func{Outcome{long}})"/>.</summary>
    public static byte[] DigestOf<T>(T request) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, JournalBook.Json));

    private static (byte[] Request, long SubjectId)? Find(Writing writing, string key)
    {
        using var row = writing.Begin(ByKey);
        return row.Add(key).Next() ? (row.Bytes(0), row.Number(1)) : null;
    }
}
