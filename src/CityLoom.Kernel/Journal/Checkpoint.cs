using System.Buffers.Binary;
using CityLoom.Kernel.Storage;

namespace CityLoom.Kernel.Journal;

/// <summary>A signed statement of what the journal held: the Merkle root over its entries since the checkpoint before.</summary>
public sealed record Checkpoint
{
    /// <summary>From 1 without gaps.</summary>
    public int Number { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>First entry covered.</summary>
    public long FirstId { get; init; }

    /// <summary>Last entry covered.</summary>
    public long LastId { get; init; }

    /// <summary>Merkle root over the hashes of the entries from first to last, by position.</summary>
    public byte[] Root { get; init; } = [];

    /// <summary>Signature of the checkpoint before; empty for the first.</summary>
    public byte[] Previous { get; init; } = [];

    /// <summary>Signature over all of the above.</summary>
    public byte[] Signature { get; init; } = [];

    /// <summary>Makes a checkpoint over what came since the last one; null when nothing came.</summary>
    public static Checkpoint? Make(Writing writing, CheckpointKey key, DateTimeOffset at)
    {
        if (writing.Dialect == Dialect.Postgres)
        {
            // Waits for writes under way, so that no entry with a lower position can be committed after this.
            writing.Execute("lock table journal in share mode");
        }

        var last = writing.Row<Checkpoint>("select * from journal_checkpoints order by number desc limit 1");
        var hashes = Entries(writing, (last?.LastId ?? 0) + 1, long.MaxValue);
        if (hashes.Count == 0)
        {
            return null;
        }

        var made = new Checkpoint
        {
            Number = (last?.Number ?? 0) + 1,
            At = at,
            FirstId = hashes[0].Id,
            LastId = hashes[^1].Id,
            Root = MerkleTree.Root(hashes.ConvertAll(h => h.Hash)),
            Previous = last?.Signature ?? [],
        };
        made = made with { Signature = key.Sign(made.Bytes()) };
        writing.Execute(
            "insert into journal_checkpoints (number, at, first_id, last_id, root, previous, signature) "
            + "values (@Number, @At, @FirstId, @LastId, @Root, @Previous, @Signature)",
            made);
        return made;
    }

    /// <summary>The newest checkpoints, newest first.</summary>
    public static List<Checkpoint> Recent(Session session, int limit) =>
        session.Rows<Checkpoint>("select * from journal_checkpoints order by number desc limit @limit", new { limit });

    internal static List<(long Id, byte[] Hash)> Entries(Session session, long first, long last) =>
        session.Rows<JournalEntryHash>("select id, hash from journal where id between @first and @last order by id", new { first, last })
            .ConvertAll(h => (h.Id, h.Hash));

    /// <summary>The bytes that are signed.</summary>
    internal byte[] Bytes()
    {
        var bytes = new byte[32 + Root.Length + Previous.Length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, Number);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), At.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), FirstId);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(24), LastId);
        Root.CopyTo(bytes, 32);
        Previous.CopyTo(bytes, 32 + Root.Length);
        return bytes;
    }

    private sealed record JournalEntryHash
    {
        public long Id { get; init; }

        public byte[] Hash { get; init; } = [];
    }
}
