using CityLoom.Kernel.Storage;

namespace CityLoom.Kernel.Journal;

/// <summary>Says whether a subject's present row is what the last entry of its chain says; each module brings its own.</summary>
public interface ISubjectVerifier
{
    /// <summary>The kind of subject that it knows.</summary>
    string Subject { get; }

    /// <summary>Subjects whose rows differ from what the journal says, or have none.</summary>
    IEnumerable<JournalFault> Verify(Session session);
}

/// <summary>Recomputes every hash, checks every chain for gaps, and every checkpoint for its root and signature.</summary>
public static class JournalVerifier
{
    private const int MostFaults = 100;

    /// <summary>Verifies the whole journal; reads all of it once, holding little.</summary>
    public static JournalVerdict Verify(Session session, CheckpointKey key, IEnumerable<ISubjectVerifier> subjects, Action<long>? progress = null)
    {
        var faults = new List<JournalFault>();
        var chains = new Chains();
        Guarded(faults, () => chains.Where, () => VerifyChains(session, faults, chains, progress));
        var checkpoints = 0;
        Guarded(faults, () => "checkpoints", () => checkpoints = VerifyCheckpoints(session, key, faults));
        foreach (var subject in subjects)
        {
            Guarded(faults, () => subject.Subject, () => faults.AddRange(subject.Verify(session).Take(MostFaults)));
        }

        return new JournalVerdict(chains.Count, chains.Entries, checkpoints, faults);
    }

    /// <summary>What does not hold in one chain, given whole and oldest first; empty when all is well.</summary>
    public static IReadOnlyList<JournalFault> FaultsIn(IReadOnlyList<JournalEntry> chain) =>
        [.. chain.SelectMany((entry, i) => Check(entry, i == 0 ? null : chain[i - 1]))];

    /// <summary>What can't even be read is a finding too.</summary>
    private static void Guarded(List<JournalFault> faults, Func<string> where, Action verify)
    {
        try
        {
            verify();
        }
        catch (Exception unreadable) when (JournalFault.IsUnreadable(unreadable))
        {
            faults.Add(new(where(), $"cannot be read: {unreadable.Message}"));
        }
    }

    private static void VerifyChains(Session session, List<JournalFault> faults, Chains chains, Action<long>? progress)
    {
        foreach (var entry in JournalBook.ByChain(session))
        {
            var before = chains.Take(entry);
            if (faults.Count < MostFaults)
            {
                faults.AddRange(Check(entry, before));
            }

            if (chains.Entries % 10_000 == 0)
            {
                progress?.Invoke(chains.Entries);
            }
        }
    }

    private static IEnumerable<JournalFault> Check(JournalEntry entry, JournalEntry? before)
    {
        var where = $"{entry.Subject} {entry.SubjectId}, entry {entry.Seq}";
        var expected = (before?.Seq ?? 0) + 1;
        if (entry.Seq != expected)
        {
            yield return new(where, $"entry {expected} is missing before it");
        }
        else if (!entry.Previous.AsSpan().SequenceEqual(before?.Hash ?? JournalEntry.Genesis))
        {
            yield return new(where, "does not follow from the entry before it");
        }

        if (!entry.ComputeHash().AsSpan().SequenceEqual(entry.Hash))
        {
            yield return new(where, "its content was changed: the hash does not fit");
        }
    }

    private static int VerifyCheckpoints(Session session, CheckpointKey key, List<JournalFault> faults)
    {
        Checkpoint? before = null;
        var checkpoints = session.Rows<Checkpoint>("select * from journal_checkpoints order by number");
        foreach (var checkpoint in checkpoints)
        {
            var where = $"checkpoint {checkpoint.Number}";
            if (checkpoint.Number != (before?.Number ?? 0) + 1 || !checkpoint.Previous.AsSpan().SequenceEqual(before?.Signature ?? []))
            {
                faults.Add(new(where, "does not follow the checkpoint before it"));
            }

            if (!key.Verify(checkpoint.Bytes(), checkpoint.Signature))
            {
                faults.Add(new(where, "its signature does not fit"));
            }

            var hashes = Checkpoint.Entries(session, (before?.LastId ?? 0) + 1, checkpoint.LastId);
            if (!MerkleTree.Root(hashes.ConvertAll(h => h.Hash)).AsSpan().SequenceEqual(checkpoint.Root))
            {
                faults.Add(new(where, $"entries {checkpoint.FirstId} to {checkpoint.LastId} are not those it was made over"));
            }

            before = checkpoint;
        }

        return checkpoints.Count;
    }

    /// <summary>How far the chains have been read.</summary>
    private sealed class Chains
    {
        private JournalEntry? _last;

        public int Count { get; private set; }

        public long Entries { get; private set; }

        public string Where => _last is null ? "the first chain" : $"after {_last.Subject} {_last.SubjectId}, entry {_last.Seq}";

        /// <summary>Goes on to an entry; the one before it in its chain, or null.</summary>
        public JournalEntry? Take(JournalEntry entry)
        {
            var before = _last is not null && _last.Subject == entry.Subject && _last.SubjectId == entry.SubjectId ? _last : null;
            Count += before is null ? 1 : 0;
            Entries++;
            _last = entry;
            return before;
        }
    }
}
