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

    /// <summary>True when this count of a stream is kept from the reader.</summary>
    public bool Hides(double? count, HealthStream stream) => Hides(count, stream.Persons);
}
