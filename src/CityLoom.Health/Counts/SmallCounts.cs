using CityLoom.Detection.Fusion;
using CityLoom.Health.Streams;
using CityLoom.Kernel.Accounts;

namespace CityLoom.Health.Counts;

/// <summary>Counts of 1 to 4 persons could point to somebody: only the health role sees them, everybody else sees that there are some.</summary>
/// <param name="sees">True for a reader who sees them all.</param>
public sealed class SmallCounts(bool sees)
{
    /// <summary>The least count that everybody of the staff may see.</summary>
    public const int Least = 5;

    /// <summary>True for a reader who sees them all.</summary>
    public bool SeesAll => sees;

    /// <summary>What this person may see.</summary>
    public static SmallCounts For(SignedIn who) => new(who.Is(Role.Epidemiologist));

    /// <summary>True when this count is kept from the reader.</summary>
    public bool Hides(double? count, bool persons) => !sees && persons && count is > 0 and < Least;

    /// <summary>
    /// True when a finding rests on a count that is kept from the reader: its p-value, rate and shares are then kept back too, since for rare
    /// conditions the count could be reckoned from any of them.
    /// </summary>
    public bool Hides(Finding finding, IEnumerable<HealthStream> streams) => !sees && finding.Contributions.Any(c =>
        Hides(c.Signal.Observed, streams.FirstOrDefault(s => s.Condition == c.Signal.Condition && s.Source == c.Signal.Source)?.Persons ?? true));

    /// <summary>True when this count of a stream is kept from the reader.</summary>
    public bool Hides(double? count, HealthStream stream) => Hides(count, stream.Persons);
}
