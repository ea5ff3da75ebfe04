using System.Text.Json;
using System.Text.Json.Serialization;
using CityLoom.Kernel.Storage;

namespace CityLoom.Kernel.Journal;

/// <summary>Writes to and reads from the journal, always inside the transaction of the change that it records.</summary>
public static class JournalBook
{
    /// <summary>How details are written: camelCase, readable Chinese, nothing that is null.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private const string Columns = "id, subject, subject_id, seq, at, account, organization, act, data, previous, hash";

    private static readonly Sql Head = new("select seq, hash from journal where subject = $1 and subject_id = $2 order by seq desc limit 1");
    private static readonly Sql Insert = new(
        "insert into journal (subject, subject_id, seq, at, account, organization, act, data, previous, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");

    /// <summary>Appends an entry to the chain of its subject and returns it with its place and hash.</summary>
    public static JournalEntry Append(
        Writing writing, string subject, long subjectId, DateTimeOffset at, Actor by, string act, object data)
    {
        var (seq, hash) = HeadOf(writing, subject, subjectId);
        return Append(writing, subject, subjectId, seq + 1, hash, at, by, act, data);
    }

    /// <summary>Writes the first entry of a subject that was made in this transaction; a chain that has one already is refused by the database.</summary>
    public static JournalEntry Begin(Writing writing, string subject, long subjectId, DateTimeOffset at, Actor by, string act, object data) =>
        Append(writing, subject, subjectId, 1, JournalEntry.Genesis, at, by, act, data);

    /// <summary>The chain of a subject, oldest first.</summary>
    public static List<JournalEntry> Of(Session session, string subject, long subjectId) =>
        session.Rows<JournalEntry>(
            $"select {Columns} from journal where subject = @subject and subject_id = @subjectId order by seq", new { subject, subjectId });

    /// <summary>The newest entries of the whole journal, or those before a place in it; of one kind of subject where it is named.</summary>
    public static List<JournalEntry> Recent(Session session, string? subject, long? before, int limit) =>
        session.Rows<JournalEntry>(
            $"select {Columns} from journal where id < @before{(subject is null ? "" : " and subject = @subject")} order by id desc limit @limit",
            new { subject, before = before ?? long.MaxValue, limit = Math.Clamp(limit, 1, 200) });

    /// <summary>How many entries there are, and the last signed checkpoint; null before the first.</summary>
    public static (long Entries, Checkpoint? Last) Extent(Session session) => (
        session.Value<long>("select count(*) from journal"),
        session.Row<Checkpoint>("select * from journal_checkpoints order by number desc limit 1"));

    /// <summary>The whole journal, chain by chain, without holding it all.</summary>
    internal static IEnumerable<JournalEntry> ByChain(Session session) =>
        session.Stream<JournalEntry>($"select {Columns} from journal order by subject, subject_id, seq");

    /// <summary>The entry that comes after another in a chain, not yet written; for those who make many chains at once.</summary>
    internal static JournalEntry Next(string subject, long subjectId, int seq, byte[] previous, DateTimeOffset at, Actor by, string act, object data)
    {
        var entry = new JournalEntry
        {
            Subject = subject, SubjectId = subjectId, Seq = seq, At = at, Account = by.Account, Organization = by.Organization, Act = act,
            Data = JsonSerializer.Serialize(data, Json), Previous = previous,
        };
        return entry with { Hash = entry.ComputeHash() };
    }

    /// <summary>Writes an entry that was made by <see cref="Next"/>.</summary>
    internal static void Write(Writing writing, JournalEntry entry)
    {
        using var insert = writing.Begin(Insert);
        insert.Add(entry.Subject).Add(entry.SubjectId).Add(entry.Seq).Add(entry.At).Add(entry.Account).Add(entry.Organization).Add(entry.Act).Add(entry.Data)
            .Add(entry.Previous).Add(entry.Hash).Execute();
    }

    private static JournalEntry Append(
        Writing writing, string subject, long subjectId, int seq, byte[] previous, DateTimeOffset at, Actor by, string act, object data)
    {
        var entry = Next(subject, subjectId, seq, previous, at, by, act, data);
        Write(writing, entry);
        return entry;
    }

    private static (int Seq, byte[] Hash) HeadOf(Writing writing, string subject, long subjectId)
    {
        using var head = writing.Begin(Head);
        return head.Add(subject).Add(subjectId).Next() ? ((int)head.Number(0), head.Bytes(1)) : (0, JournalEntry.Genesis);
    }
}
