using System.Buffers;
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
        var room = Previous.Length + (8 * 8) + (3 * (Subject.Length + (Organization?.Length ?? 0) + Act.Length + Data.Length));
        var rented = ArrayPool<byte>.Shared.Rent(room);
        Previous.CopyTo(rented, 0);
        var length = Previous.Length;
        Append(rented, ref length, Subject);
        Append(rented, ref length, SubjectId);
        Append(rented, ref length, Seq);
        Append(rented, ref length, At.ToUnixTimeMilliseconds());
        Append(rented, ref length, Account ?? long.MinValue);
        Append(rented, ref length, Organization);
        Append(rented, ref length, Act);
        Append(rented, ref length, Data);
        var hash = SHA256.HashData(rented.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(rented);
        return hash;
    }

    /// <summary>A text with its length in UTF-8; one that is missing has a length of its own, so that it can't pass for an empty one.</summary>
    private static void Append(byte[] to, ref int length, string? text)
    {
        if (text is null)
        {
            Append(to, ref length, -1);
            return;
        }

        var written = Encoding.UTF8.GetBytes(text, to.AsSpan(length + 8));
        Append(to, ref length, written);
        length += written;
    }

    private static void Append(byte[] to, ref int length, long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(to.AsSpan(length), number);
        length += 8;
    }
}
