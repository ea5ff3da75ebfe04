using System.Text.Json;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Administration;

/// <summary>How the journal stands: how long it is, what is signed, and what the last verification found.</summary>
/// <param name="Entries">Entries in all.</param>
/// <param name="Unsigned">Entries since the last checkpoint.</param>
/// <param name="Checkpoints">The newest signed checkpoints, newest first.</param>
/// <param name="Verdict">The last verification; null before the first.</param>
public sealed record JournalState(long Entries, long Unsigned, IReadOnlyList<CheckpointView> Checkpoints, LastVerdict? Verdict)
{
    private const int Shown = 10;

    /// <summary>The present state.</summary>
    public static JournalState Find(Session session)
    {
        var (entries, last) = JournalBook.Extent(session);
        var unsigned = session.Value<long>("select count(*) from journal where id > @last", new { last = last?.LastId ?? 0 });
        return new JournalState(entries, unsigned, Checkpoint.Recent(session, Shown).ConvertAll(CheckpointView.Of), VerdictBook.Last(session));
    }
}

/// <summary>A signed checkpoint.</summary>
/// <param name="Number">From 1 without gaps.</param>
/// <param name="At">When it was made, UTC.</param>
/// <param name="FirstId">First entry covered.</param>
/// <param name="LastId">Last entry covered.</param>
/// <param name="Root">Merkle root, hexadecimal.</param>
public sealed record CheckpointView(int Number, DateTimeOffset At, long FirstId, long LastId, string Root)
{
    /// <summary>The view of a checkpoint.</summary>
    public static CheckpointView Of(Checkpoint c) => new(c.Number, c.At, c.FirstId, c.LastId, Convert.ToHexStringLower(c.Root));
}

/// <summary>An entry of the whole journal.</summary>
/// <param name="Id">Its place in the journal.</param>
/// <param name="Subject">What kind of thing it happened to.</param>
/// <param name="SubjectId">Which of them.</param>
/// <param name="Seq">Its place in the chain of that thing.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Account">By which account; null for the system.</param>
/// <param name="Organization">For which organization.</param>
/// <param name="Act">What.</param>
/// <param name="Hash">Its hash, hexadecimal.</param>
public sealed record JournalLineOfAll(
    long Id, string Subject, long SubjectId, int Seq, DateTimeOffset At, long? Account, string? Organization, string Act, string Hash)
{
    /// <summary>The view of an entry, without its details: those belong to whoever may read the subject.</summary>
    public static JournalLineOfAll Of(JournalEntry e) => new(
        e.Id, e.Subject, e.SubjectId, e.Seq, e.At, e.Account, e.Organization, JsonNamingPolicy.CamelCase.ConvertName(e.Act), Convert.ToHexStringLower(e.Hash));
}
