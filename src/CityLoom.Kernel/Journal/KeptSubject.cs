using System.Runtime.InteropServices;
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

    /// <summary>Stands in the entry after which a subject has no rows, such as an import of nothing.</summary>
    private const string NoRows = "";

    private readonly Sql[] _rowsOfOne = [.. sets.Select(s => new Sql($"select {s.Columns} from {s.Table} where {s.Subject} = $1"))];
    private readonly Sql[] _rowsOfMany = [.. sets.Select(s => new Sql($"select {s.Columns}, {s.Subject} from {s.Table} where {s.Subject} > $1 and {s.Subject} <= $2"))];
    private readonly int[] _widths = [.. sets.Select(s => s.Columns.Split(',').Length)];
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
        data["rows"] = Fingerprint(writing, id) ?? NoRows;
        return JournalBook.Append(writing, subject, id, at, by, act, data);
    }

    /// <summary>The fingerprint of a subject's rows as they are; null when it has none.</summary>
    public string? Fingerprint(Session session, long id)
    {
        var print = new RowPrint();
        for (var set = 0; set < sets.Count; set++)
        {
            using var rows = session.Begin(_rowsOfOne[set]);
            rows.Add(id);
            while (rows.Next())
            {
                print.Row(set).Add(rows, _widths[set]);
            }
        }

        return print.IsEmpty ? null : print.ToString();
    }

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
        : Rows(entry) is not { } rows ? "what the journal says of it cannot be read"
        : (present ?? NoRows) == rows ? null
        : present is null ? "has a chain in the journal but its rows are gone"
        : "its rows are not what the last entry of the journal says";

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

    /// <summary>Fingerprints of all subjects from beyond <paramref name="after"/> up to <paramref name="until"/> that have rows.</summary>
    private Dictionary<long, string> Fingerprints(Session session, long after, long until)
    {
        var prints = new Dictionary<long, RowPrint>();
        for (var set = 0; set < sets.Count; set++)
        {
            using var rows = session.Begin(_rowsOfMany[set]);
            rows.Add(after).Add(until);
            while (rows.Next())
            {
                var print = CollectionsMarshal.GetValueRefOrAddDefault(prints, rows.Number(_widths[set]), out _) ??= new RowPrint();
                print.Row(set).Add(rows, _widths[set]);
            }
        }

        return prints.ToDictionary(p => p.Key, p => p.Value.ToString());
    }
}
