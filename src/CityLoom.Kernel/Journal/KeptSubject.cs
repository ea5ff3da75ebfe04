using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityLoom.Kernel.Storage;

namespace CityLoom.Kernel.Journal;

/// <summary>
/// A kind of subject with the rows it is kept in. Entries carry the fingerprint of those rows after the change, so that none of them
/// can be changed, added or taken away beside the journal.
/// </summary>
/// <param name="subject">The name under which they stand in the journal.</param>
/// <param name="sets">Their rows.</param>
/// <param name="acts">The acts that change these rows; null when every entry carries the fingerprint.</param>
public sealed class KeptSubject(string subject, IReadOnlyList<RowSet> sets, IReadOnlyList<string>? acts = null) : ISubjectVerifier
{
    private const int Page = 500;
    private readonly string _byAct = acts is null ? "" : $" and act in ({string.Join(", ", acts.Select(act => $"'{act}'"))})";

    /// <inheritdoc/>
    public string Subject => subject;

    /// <summary>The tables and columns that the journal vouches for.</summary>
    public IReadOnlyList<RowSet> Sets => sets;

    /// <summary>Appends an entry to a subject's chain, after its rows were changed in the same transaction.</summary>
    /// <param name="writing">The transaction.</param>
    /// <param name="id">Which subject.</param>
    /// <param name="at">When.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="act">What was done.</param>
    /// <param name="details">The details: an object, or a list, which is then kept as <c>changed</c>.</param>
    public JournalEntry Append(Writing writing, long id, DateTimeOffset at, Actor by, string act, object details)
    {
        var node = JsonSerializer.SerializeToNode(details, JournalBook.Json);
        var data = node as JsonObject ?? new JsonObject { ["changed"] = node };
        data["rows"] = Fingerprint(writing, id);
        return JournalBook.Append(writing, subject, id, at, by, act, data);
    }

    /// <summary>The fingerprint of a subject's rows as they are; null when it has none.</summary>
    public string? Fingerprint(Session session, long id) => Fingerprints(session, id - 1, id).GetValueOrDefault(id);

    /// <inheritdoc/>
    public IEnumerable<JournalFault> Verify(Session session)
    {
        var after = long.MinValue;
        while (Next(session, after) is { } first)
        {
            (after, var until) = (first - 1, first - 1 + Page);
            var present = Fingerprints(session, after, until);
            var said = Said(session, after, until);
            foreach (var id in present.Keys.Union(said.Keys).Order())
            {
                if (Check(present.GetValueOrDefault(id), said.GetValueOrDefault(id)) is { } fault)
                {
                    yield return new($"{subject} {id}", fault);
                }
            }

            after = until;
        }
    }

    private static string? Check(string? present, JournalEntry? entry) =>
        entry is null ? "has no entry in the journal"
        : present is null ? "has a chain in the journal but its rows are gone"
        : Rows(entry) is not { } rows ? "what the journal says of it cannot be read"
        : rows != present ? "its rows are not what the last entry of the journal says"
        : null;

    private static string? Rows(JournalEntry entry)
    {
        try
        {
            return JsonNode.Parse(entry.Data)?["rows"]?.GetValue<string>();
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The first subject after this one that has a row or a chain.</summary>
    private long? Next(Session session, long after) => sets
        .Select(s => $"select min({s.Subject}) from {s.Table} where {s.Subject} > @after")
        .Append("select min(subject_id) from journal where subject = @subject and subject_id > @after")
        .Select(sql => session.Value<long?>(sql, new { subject, after }))
        .Min();

    private Dictionary<long, JournalEntry> Said(Session session, long after, long until) => session.Rows<JournalEntry>(
            "select j.* from journal j where j.subject = @subject and j.subject_id > @after and j.subject_id <= @until and j.seq = "
            + $"(select max(k.seq) from journal k where k.subject = j.subject and k.subject_id = j.subject_id{_byAct})",
            new { subject, after, until })
        .ToDictionary(e => e.SubjectId);

    /// <summary>
    /// Fingerprints of all subjects from beyond <paramref name="after"/> up to <paramref name="until"/> that have rows: the hash of the
    /// hashes of their rows, sorted, so that it depends on no database's way of ordering text.
    /// </summary>
    private Dictionary<long, string> Fingerprints(Session session, long after, long until)
    {
        var hashes = new Dictionary<long, List<byte[]>>();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var set = 0; set < sets.Count; set++)
        {
            var s = sets[set];
            foreach (IDictionary<string, object?> row in session.Stream<dynamic>(
                $"select {s.Subject} as subject_key, {s.Columns} from {s.Table} where {s.Subject} > @after and {s.Subject} <= @until",
                new { after, until }))
            {
                var id = Convert.ToInt64(row["subject_key"], CultureInfo.InvariantCulture);
                var rows = CollectionsMarshal.GetValueRefOrAddDefault(hashes, id, out _) ??= [];
                rows.Add(HashOf(hash, set, row.Values.Skip(1)));
            }
        }

        return hashes.ToDictionary(h => h.Key, h => Sum(h.Value));
    }

    private static string Sum(List<byte[]> rows)
    {
        rows.Sort((one, other) => one.AsSpan().SequenceCompareTo(other));
        return Convert.ToHexStringLower(SHA256.HashData(rows.SelectMany(r => r).ToArray()));
    }

    private static byte[] HashOf(IncrementalHash hash, int set, IEnumerable<object?> values)
    {
        Add(hash, BitConverter.GetBytes(set));
        foreach (var value in values)
        {
            Add(hash, Bytes(value));
        }

        return hash.GetHashAndReset();
    }

    /// <summary>A value with its length; one that is missing has a length of its own.</summary>
    private static void Add(IncrementalHash hash, byte[]? value)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, value?.Length ?? -1);
        hash.AppendData(length);
        hash.AppendData(value ?? []);
    }

    private static byte[]? Bytes(object? value) => value switch
    {
        null => null,
        byte[] bytes => bytes,
        IFormattable number => Encoding.UTF8.GetBytes(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => Encoding.UTF8.GetBytes(value.ToString()!),
    };
}
