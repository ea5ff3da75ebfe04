using System.Text.Json;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Ledger;

/// <summary>
/// Compares each row of a ledger with what the last entry of its chain says it must look like. The entry carries the row's
/// standing as <c>after</c>; the same value written from the row must give the same text.
/// </summary>
/// <typeparam name="TRow">The row as its table holds it.</typeparam>
/// <param name="subject">The name under which the rows stand in the journal.</param>
/// <param name="rows">All rows, by identity.</param>
/// <param name="standing">What the journal says of a row.</param>
internal sealed class RowVerifier<TRow>(string subject, Func<Session, IEnumerable<(long Id, TRow Row)>> rows, Func<TRow, object> standing) : ISubjectVerifier
{
    public string Subject => subject;

    public IEnumerable<JournalFault> Verify(Session session)
    {
        var last = session.Rows<JournalEntry>(
                "select j.* from journal j where j.subject = @subject and j.seq = (select max(k.seq) from journal k where k.subject = j.subject and k.subject_id = j.subject_id)",
                new { subject })
            .ToDictionary(e => e.SubjectId);
        foreach (var (id, row) in rows(session))
        {
            if (!last.Remove(id, out var entry))
            {
                yield return new($"{subject} {id}", "has no entry in the journal");
            }
            else if (After(entry) != JsonSerializer.Serialize(standing(row), JournalBook.Json))
            {
                yield return new($"{subject} {id}", "its row is not what the last entry of the journal says");
            }
        }

        foreach (var id in last.Keys.Order())
        {
            yield return new($"{subject} {id}", "has a chain in the journal but its row is gone");
        }
    }

    private static string? After(JournalEntry entry)
    {
        try
        {
            using var data = JsonDocument.Parse(entry.Data);
            return data.RootElement.GetProperty("after").GetRawText();
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
