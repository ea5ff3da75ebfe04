using System.Text.Json;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Stations;

/// <summary>Compares the rows in force of each register with the digest that its last entry holds.</summary>
internal sealed class RegisterVerifier : ISubjectVerifier
{
    public string Subject => RegisterBook.Subject;

    public IEnumerable<JournalFault> Verify(Session session)
    {
        foreach (var kind in Enum.GetValues<RegisterKind>())
        {
            var last = session.Row<JournalEntry>(
                "select * from journal where subject = @Subject and subject_id = @kind order by seq desc limit 1", new { Subject, kind = (long)kind });
            var rows = RegisterBook.Rows(session, kind);
            if (last is null ? rows.Count > 0 : DigestIn(last) != RegisterBook.Digest(rows))
            {
                yield return new($"{Subject} {kind}", "its rows in force are not those that the journal tells of");
            }
        }
    }

    private static string? DigestIn(JournalEntry entry)
    {
        using var data = JsonDocument.Parse(entry.Data);
        return data.RootElement.TryGetProperty("digest", out var digest) ? digest.GetString() : null;
    }
}
