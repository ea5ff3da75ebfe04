using System.Text.Json;
using CityLoom.Kernel.Storage;

namespace CityLoom.Kernel.Journal;

/// <summary>What the last verification of the journal found.</summary>
/// <param name="At">When it ended, UTC.</param>
/// <param name="Entries">Entries read.</param>
/// <param name="Chains">Chains they form.</param>
/// <param name="Checkpoints">Checkpoints checked.</param>
/// <param name="Faults">What does not hold, the first few; empty when all is well.</param>
public sealed record LastVerdict(DateTimeOffset At, long Entries, int Chains, int Checkpoints, IReadOnlyList<JournalFault> Faults)
{
    /// <summary>True when everything held.</summary>
    public bool Holds => Faults.Count == 0;
}

/// <summary>Keeps the outcome of the last verification, so that a page need not read the whole journal to tell.</summary>
public static class VerdictBook
{
    private const string Name = "journal-verdict";
    private const int MostKept = 20;

    /// <summary>The last verdict; null before the first.</summary>
    public static LastVerdict? Last(Session session) =>
        session.Value<string>("select value from settings where name = @Name", new { Name }) is { } text ? JsonSerializer.Deserialize<LastVerdict>(text, JournalBook.Json) : null;

    /// <summary>Keeps a verdict in place of the one before.</summary>
    public static LastVerdict Keep(Writing writing, JournalVerdict verdict, DateTimeOffset at)
    {
        var last = new LastVerdict(at, verdict.Entries, verdict.Chains, verdict.Checkpoints, [.. verdict.Faults.Take(MostKept)]);
        writing.Execute(
            "insert into settings (name, value) values (@Name, @value) on conflict (name) do update set value = excluded.value",
            new { Name, value = JsonSerializer.Serialize(last, JournalBook.Json) });
        return last;
    }
}
