using System.Data;
using System.Data.Common;
using System.Text.Json;

namespace CityLoom.Kernel.Journal;

/// <summary>Where the journal does not hold together, and how it shows.</summary>
/// <param name="Where">Subject and position, such as <c>matter 17, entry 4</c>.</param>
/// <param name="What">What does not fit.</param>
public sealed record JournalFault(string Where, string What)
{
    /// <summary>True when a row holds what its column can't hold, or the database's own file is damaged; a finding of a verification, not a bug.</summary>
    public static bool IsUnreadable(Exception fault) =>
        fault is DataException or DbException or FormatException or InvalidCastException or OverflowException or ArgumentException or JsonException or IndexOutOfRangeException;
}

/// <summary>What a verification went through.</summary>
/// <param name="Chains">Subjects with a chain.</param>
/// <param name="Entries">Entries read.</param>
/// <param name="Checkpoints">Signed checkpoints checked.</param>
/// <param name="Faults">What does not hold; empty when all is well.</param>
public sealed record JournalVerdict(int Chains, long Entries, int Checkpoints, IReadOnlyList<JournalFault> Faults);
