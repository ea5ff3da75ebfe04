using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CityLoom.Kernel.Journal;

/// <summary>One thing that happened to a subject: when, by whom, what, and the hash that ties it to what happened before.</summary>
public sealed record JournalEntry
{
    /// <summary>The hash before the first entry of a chain: 32 zero bytes.</summary>
    public static readonly byte[] Genesis = new byte[32];

    /// <summary>Position in the whole journal; grows, with gaps.</summary>
    public long Id { get; init; }

    /// <summary>What kind of thing it happened to, such as <c>matter</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Which of them.</summary>
    public long SubjectId { get; init; }

    /// <summary>Position in the subject's chain, from 1 without gaps.</summary>
    public int Seq { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The account that did it; null when the system did.</summary>
    public long? Account { get; init; }

    /// <summary>The organization for which it was done.</summary>
    public string? Organization { get; init; }

    /// <summary>What was done, in the past tense or as the act's name.</summary>
    public required string Act { get; init; }

    /// <summary>The details as a JSON object, exactly the text that was hashed.</summary>
    public required string Data { get; init; }

    /// <summary>Hash of the entry before in this chain.</summary>
    public byte[] Previous { get; init; } = Genesis;

    /// <summary>SHA-256 over <see cref="Previous"/> and all fields above, each with its length.</summary>
    public byte[] Hash { get; init; } = [];

    /// <summary>The hash that these fields give.</summary>
    public byte[] ComputeHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Previous);
        Append(hash, Subject);
        Append(hash, SubjectId);
        Append(hash, Seq);
        Append(hash, At.ToUnixTimeMilliseconds());
        Append(hash, Account ?? long.MinValue);
        Append(hash, Organization);
        Append(hash, Act);
        Append(hash, Data);
        return hash.GetHashAndReset();
    }

    /// <summary>A text with its length; one that is missing has a length of its own, so that it can't pass for an empty one.</summary>
    private static void Append(IncrementalHash hash, string? text)
    {
        if (text is null)
        {
            Append(hash, -1);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        Append(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
