using System.Security.Cryptography;
using System.Text;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Matters;

/// <summary>Keeps matters: every change with its journal entry in the same transaction.</summary>
public static class MatterBook
{
    /// <summary>The name under which matters stand in the journal.</summary>
    public const string Subject = "matter";

    /// <summary>Compares matters with the journal.</summary>
    public static ISubjectVerifier Verifier { get; } = new MatterVerifier();

    /// <summary>What acts leave beside the matter's own row: evidence, supervision orders, progress reports.</summary>
    public static KeptSubject Leavings { get; } = new(
        Subject,
        [
            new RowSet("evidence", "matter_id", "file, name, note, at, account, organization"),
            new RowSet("supervision_orders", "matter_id", "colour, words, issued_at, issued_by, answer_due_at, answered_at, answer"),
            new RowSet("progress_reports", "matter_id", "period, revision, progress, words, at, account"),
        ],
        [nameof(Act.AddEvidence), nameof(Act.Supervise), nameof(Act.AnswerSupervision), nameof(Act.ReportProgress)]);

    private static readonly Sql ById = new($"select {MatterRow.Columns} from matters where id = $1");
    private static readonly Sql ToAct = new(ById.For(Dialect.Sqlite), ById.For(Dialect.Postgres) + " for update");

    /// <summary>The matter with this identity, or null.</summary>
    public static Matter? Find(Session session, long id) => Read(session, ById, id);

    /// <summary>The columns of a matter in a query of more than it, where the table goes by this name; <see cref="Read(Statement, int)"/> reads them.</summary>
    public static string ColumnsOf(string alias) => MatterRow.ColumnsOf(alias);

    /// <summary>The matter in a row, of whose columns the first stands at <paramref name="at"/>.</summary>
    public static Matter Read(Statement row, int at) => MatterRow.Read(row, at);

    /// <summary>The matters with these identities, as far as there are any, by identity.</summary>
    public static Dictionary<long, Matter> FindAll(Session session, IReadOnlyCollection<long> ids) => ids.Count == 0
        ? []
        : session.Rows<Matter>($"select {MatterRow.Columns} from matters where {session.Among("id", "ids")}", new { ids = ids.ToArray() }).ToDictionary(m => m.Id);

    /// <summary>The parts of a matter, in the order in which they were made.</summary>
    public static List<Matter> PartsOf(Session session, long id) =>
        session.Rows<Matter>($"select {MatterRow.Columns} from matters where parent = @id order by id", new { id });

    /// <summary>How many parts of a matter are still open.</summary>
    public static int OpenParts(Session session, long id) =>
        session.Value<int>("select count(*) from matters where parent = @id and open = 1", new { id });

    /// <summary>The matter, locked until the end of the transaction so that nobody else acts on it meanwhile.</summary>
    internal static Matter? Take(Writing writing, long id) => Read(writing, ToAct, id);

    /// <summary>Stores a new matter and the first entry of its chain.</summary>
    internal static Matter Insert(Writing writing, Matter matter, DateTimeOffset at, Actor by)
    {
        var stored = matter with { Id = InsertRow(writing, matter) };
        MatterText.Add(writing, stored);
        JournalBook.Begin(writing, Subject, stored.Id, at, by, "created", Beginning(stored));
        return stored;
    }

    /// <summary>What the first entry of a matter's chain says.</summary>
    internal static object Beginning(Matter stored) => new
    {
        stored.Kind,
        stored.Title,
        words = Digest(stored),
        stored.Parent,
        stored.Source,
        stored.SourceId,
        after = Standing.Of(stored),
    };

    /// <summary>What an entry says that an act wrote.</summary>
    internal static object Acted(Matter after, object? details, string? rows = null) => new { details, after = Standing.Of(after), rows };

    /// <summary>Stores what an act made of a matter, with its entry.</summary>
    /// <param name="writing">The transaction.</param>
    /// <param name="matter">The matter after the act.</param>
    /// <param name="at">When.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="act">The act's name.</param>
    /// <param name="details">What the act was given.</param>
    /// <param name="rows">The fingerprint of its <see cref="Leavings"/> when the act changed them.</param>
    internal static void Save(Writing writing, Matter matter, DateTimeOffset at, Actor by, string act, object? details, string? rows = null)
    {
        var entry = JournalBook.Append(writing, Subject, matter.Id, at, by, act, Acted(matter, details, rows));
        using var update = writing.Begin(MatterRow.Update);
        MatterRow.AddChanging(update, matter);
        update.Add(entry.Seq).Add(matter.Id).Execute();
    }

    /// <summary>Fingerprint of the words that never change, so that a changed title or text is noticed.</summary>
    internal static string Digest(Matter matter) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{matter.Title}\n{matter.Words}")));

    private static long InsertRow(Writing writing, Matter matter)
    {
        using var insert = writing.Begin(MatterRow.Insert);
        MatterRow.AddAll(insert, matter, journalSeq: 1);
        return insert.Insert();
    }

    private static Matter? Read(Session session, Sql one, long id)
    {
        using var rows = session.Begin(one);
        return rows.Add(id).Next() ? MatterRow.Read(rows) : null;
    }
}
