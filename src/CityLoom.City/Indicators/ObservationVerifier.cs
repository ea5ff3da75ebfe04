using System.Text.Json;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Indicators;

/// <summary>Compares the values of each indicator with the entries of its chain that wrote them.</summary>
internal sealed class ObservationVerifier : ISubjectVerifier
{
    public string Subject => "observation";

    public IEnumerable<JournalFault> Verify(Session session)
    {
        var indicators = session.Rows<long>("select id from indicators union select distinct indicator_id from observations order by 1");
        return indicators.SelectMany(id => VerifyOne(session, id));
    }

    private static IEnumerable<JournalFault> VerifyOne(Session session, long indicator)
    {
        var said = JournalBook.Of(session, Indicator.Subject, indicator).Where(e => e.Act == ObservationBook.Act).ToDictionary(e => e.Seq);
        var written = ObservationBook.Of(session, indicator).ToLookup(o => o.Entry);
        foreach (var seq in said.Keys.Union(written.Select(w => w.Key)).Order())
        {
            if (Check(said.GetValueOrDefault(seq), [.. written[seq]]) is { } fault)
            {
                yield return new($"indicator {indicator}, values of entry {seq}", fault);
            }
        }
    }

    private static string? Check(JournalEntry? entry, List<StoredObservation> values) =>
        entry is null ? "stand in no entry of the journal"
        : Said(entry) != ObservationDigest.Of(values.Select(v => (v.Territory, v.Observed, v.Source))) ? "are not those that the journal says were entered"
        : values.Exists(v => v.At != entry.At || v.Account != entry.Account || v.Organization != entry.Organization) ? "were entered at another time or by somebody else than the journal says"
        : null;

    private static ObservationDigest? Said(JournalEntry entry)
    {
        try
        {
            using var data = JsonDocument.Parse(entry.Data);
            return new(data.RootElement.GetProperty("count").GetInt32(), data.RootElement.GetProperty("digest").GetString() ?? "");
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
