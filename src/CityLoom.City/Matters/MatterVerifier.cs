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
        var last = 0L;
        while (true)
        {
            var matters = session.Rows<Matter>($"select {MatterRow.Columns} from matters where id > @last order by id limit {Page}", new { last });
            if (matters.Count == 0)
            {
                break;
            }

            var entries = Ends(session, last, matters[^1].Id);
            foreach (var matter in matters)
            {
                var fault = Check(matter, entries.GetValueOrDefault(matter.Id));
                if (fault is not null)
                {
                    yield return new($"matter {matter.Id} ({matter.Number})", fault);
                }
            }

            last = matters[^1].Id;
        }

        foreach (var id in session.Rows<long>(
            "select distinct subject_id from journal where subject = 'matter' and not exists (select 1 from matters m where m.id = subject_id)"))
        {
            yield return new($"matter {id}", "has a chain in the journal but its row is gone");
        }
    }

    private static Dictionary<long, (JournalEntry First, JournalEntry Last)> Ends(Session session, long after, long until) =>
        session.Rows<JournalEntry>(
                "select j.* from journal j where j.subject = 'matter' and j.subject_id > @after and j.subject_id <= @until and (j.seq = 1 or j.seq = "
                + "(select max(k.seq) from journal k where k.subject = 'matter' and k.subject_id = j.subject_id)) order by j.subject_id, j.seq",
                new { after, until })
            .GroupBy(e => e.SubjectId)
            .ToDictionary(g => g.Key, g => (g.First(), g.Last()));

    private static string? Check(Matter matter, (JournalEntry First, JournalEntry Last) ends)
    {
        if (ends.First is null)
        {
            return "has no entry in the journal";
        }

        using var first = JsonDocument.Parse(ends.First.Data);
        using var last = JsonDocument.Parse(ends.Last.Data);
        var expected = last.RootElement.GetProperty("after").Deserialize<Standing>(JournalBook.Json);
        return expected != Standing.Of(matter) ? "its row is not what the last entry of the journal says"
            : first.RootElement.GetProperty("words").GetString() != MatterBook.Digest(matter) ? "its title or words were changed after it was made"
            : null;
    }
}
