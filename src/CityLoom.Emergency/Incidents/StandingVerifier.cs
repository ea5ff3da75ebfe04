using System.Text.Json;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Incidents;

/// <summary>Compares rows with what the last entry of each one's chain says that it must look like.</summary>
/// <typeparam name="T">What a row is.</typeparam>
/// <param name="subject">The kind of subject.</param>
/// <param name="sql">All rows.</param>
/// <param name="id">Identity of a row.</param>
internal sealed class StandingVerifier<T>(string subject, string sql, Func<T, long> id) : ISubjectVerifier
    where T : class
{
    public string Subject => subject;

    public IEnumerable<JournalFault> Verify(Session session)
    {
        var last = session.Rows<JournalEntry>(
            "select j.* from journal j where j.subject = @subject and j.seq = (select max(k.seq) from journal k where k.subject = j.subject and k.subject_id = j.subject_id)",
            new { subject }).ToDictionary(e => e.SubjectId);
        foreach (var row in session.Rows<T>(sql))
        {
            if (!last.Remove(id(row), out var entry))
            {
                yield return new($"{subject} {id(row)}", "has no entry in the journal");
            }
            else if (After(entry) != JsonSerializer.Serialize(row, JournalBook.Json))
            {
                yield return new($"{subject} {id(row)}", "its row is not what the last entry of the journal says");
            }
        }

        foreach (var gone in last.Keys)
        {
            yield return new($"{subject} {gone}", "has a chain in the journal but its row is gone");
        }
    }

    private static string? After(JournalEntry entry)
    {
        using var data = JsonDocument.Parse(entry.Data);
        return data.RootElement.TryGetProperty("after", out var after) ? after.GetRawText() : null;
    }
}
