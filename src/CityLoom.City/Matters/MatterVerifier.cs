using System.Text.Json;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Matters;

/// <summary>Compares each matter's row with the last entry of its chain, and its words with the first.</summary>
internal sealed class MatterVerifier : ISubjectVerifier
{
    private const int Page = 1_000;

    public string Subject => MatterBook.Subject;

    public IEnumerable<JournalFault> Verify(Session session)
    {
        var last = long.MinValue;
        while (Indexed(session, last) is { Count: > 0 } rows)
        {
            var until = rows[^1].Id;
            var entries = Ends(session, last, until);
            var matters = Matters(session, rows);
            foreach (var row in rows)
            {
                if (Check(row, matters.GetValueOrDefault(row.Id), entries.GetValueOrDefault(row.Id)) is { } fault)
                {
                    yield return new($"matter {row.Id}", fault);
                }
            }

            last = until;
        }

        foreach (var id in session.Rows<long>(
            "select distinct subject_id from journal where subject = 'matter' and not exists (select 1 from matters m where m.id = subject_id) order by subject_id"))
        {
            yield return new($"matter {id}", "has a chain in the journal but its row is gone");
        }
    }

    /// <summary>What the row holds beside the matter itself, by which lists find it.</summary>
    private static List<Index> Indexed(Session session, long after) => session.Rows<Index>(
        $"select id, open, holder, journal_seq from matters where id > @after order by id limit {Page}", new { after });

    /// <summary>The matters of a page, leaving out those whose rows hold what no matter can; one bad row must not hide the others.</summary>
    private static Dictionary<long, Matter> Matters(Session session, List<Index> rows)
    {
        try
        {
            return session.Rows<Matter>(
                $"select {MatterRow.Columns} from matters where id >= @first and id <= @last", new { first = rows[0].Id, last = rows[^1].Id }).ToDictionary(m => m.Id);
        }
        catch (Exception unreadable) when (JournalFault.IsUnreadable(unreadable))
        {
            return rows.Count == 1 ? [] : rows.Chunk((rows.Count + 1) / 2).SelectMany(half => Matters(session, [.. half])).ToDictionary();
        }
    }

    private static Dictionary<long, (JournalEntry First, JournalEntry Last)> Ends(Session session, long after, long until) =>
        session.Rows<JournalEntry>(
                "select j.* from journal j where j.subject = 'matter' and j.subject_id > @after and j.subject_id <= @until and (j.seq = 1 or j.seq = "
                + "(select max(k.seq) from journal k where k.subject = 'matter' and k.subject_id = j.subject_id)) order by j.subject_id, j.seq",
                new { after, until })
            .GroupBy(e => e.SubjectId)
            .ToDictionary(g => g.Key, g => (g.First(), g.Last()));

    private static string? Check(Index row, Matter? matter, (JournalEntry First, JournalEntry Last) ends)
    {
        if (matter is null)
        {
            return "its row holds what no matter can hold";
        }

        if (ends.First is null)
        {
            return "has no entry in the journal";
        }

        if (Parse(ends.Last, "after", e => e.Deserialize<Standing>(JournalBook.Json)) is not { } expected
            || Parse(ends.First, "words", e => e.GetString()) is not { } words)
        {
            return "what the journal says of it cannot be read";
        }

        var standing = Standing.Of(matter);
        return expected with { Row = expected.Row ?? standing.Row } != standing ? "its row is not what the last entry of the journal says"
            : row.Open != matter.Open || row.Holder != matter.Holder || row.JournalSeq != ends.Last.Seq ? "the columns by which lists find it were changed"
            : words != MatterBook.Digest(matter) ? "its title or words were changed after it was made"
            : null;
    }

    private static T? Parse<T>(JournalEntry entry, string name, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            using var data = JsonDocument.Parse(entry.Data);
            return read(data.RootElement.GetProperty(name));
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private sealed record Index
    {
        public long Id { get; init; }

        public bool Open { get; init; }

        public string Holder { get; init; } = "";

        public int JournalSeq { get; init; }
    }
}
