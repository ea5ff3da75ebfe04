using System.Text.Json;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Health.Warnings;

/// <summary>Compares each warning's row with the last entry of its chain.</summary>
internal sealed class WarningVerifier : ISubjectVerifier
{
    private const int Page = 500;

    public string Subject => HealthWarning.Subject;

    public IEnumerable<JournalFault> Verify(Session session)
    {
        var last = long.MinValue;
        while (session.Rows<Row>($"select id, open, journal_seq from health_warnings where id > @last order by id limit {Page}", new { last }) is { Count: > 0 } rows)
        {
            var until = rows[^1].Id;
            var heads = session.Rows<JournalEntry>(
                    "select j.* from journal j where j.subject = @Subject and j.subject_id > @last and j.subject_id <= @until and j.seq = "
                    + "(select max(k.seq) from journal k where k.subject = j.subject and k.subject_id = j.subject_id)",
                    new { Subject, last, until })
                .ToDictionary(e => e.SubjectId);
            foreach (var row in rows)
            {
                if (Check(session, row, heads.GetValueOrDefault(row.Id)) is { } fault)
                {
                    yield return new JournalFault($"{Subject} {row.Id}", fault);
                }
            }

            last = until;
        }

        foreach (var id in session.Rows<long>(
            "select distinct subject_id from journal where subject = @Subject and not exists (select 1 from health_warnings w where w.id = subject_id) order by subject_id", new { Subject }))
        {
            yield return new JournalFault($"{Subject} {id}", "has a chain in the journal but its row is gone");
        }
    }

    private static string? Check(Session session, Row row, JournalEntry? head)
    {
        if (head is null)
        {
            return "has no entry in the journal";
        }

        try
        {
            var warning = WarningBook.Find(session, row.Id)!;
            using var data = JsonDocument.Parse(head.Data);
            return data.RootElement.GetProperty("after").GetString() != WarningBook.Digest(warning) ? "its row is not what the last entry of the journal says"
                : row.JournalSeq != head.Seq || row.Open != warning.Open ? "the columns by which lists find it were changed"
                : null;
        }
        catch (Exception unreadable) when (JournalFault.IsUnreadable(unreadable) || unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "its row or its entry holds what none can hold";
        }
    }

    private sealed record Row
    {
        public long Id { get; init; }

        public bool Open { get; init; }

        public int JournalSeq { get; init; }
    }
}
