using CityLoom.City.Territories;

namespace CityLoom.Emergency.Coverage;

/// <summary>Within which time help must arrive where, and for which share of the people.</summary>
/// <param name="CentralMinutes">Minutes from the alarm to arrival in the central districts.</param>
/// <param name="OuterMinutes">The same in all others.</param>
/// <param name="CentralShare">Share of the people of a central district who must live within it.</param>
/// <param name="OuterShare">The same in all others.</param>
/// <param name="TurnOut">Seconds of turn-out, which count within the minutes.</param>
public sealed record ReachStandard(int CentralMinutes, int OuterMinutes, double CentralShare, double OuterShare, int TurnOut)
{
    /// <summary>10 minutes in the centre, 12 elsewhere, for 95 % and 90 % of the people, one minute of turn-out in it.</summary>
    public static ReachStandard Default { get; } = new(10, 12, 0.95, 0.90, 60);

    /// <summary>Zone of the division tree that counts as central.</summary>
    public const string Central = "central";

    /// <summary>Minutes that count in a territory.</summary>
    public int Minutes(Territory? district) => district?.Zone == Central ? CentralMinutes : OuterMinutes;

    /// <summary>Share to be reached in a territory.</summary>
    public double Share(Territory? district) => district?.Zone == Central ? CentralShare : OuterShare;

    /// <summary>Seconds that are left for driving in a territory.</summary>
    public int Drive(Territory? district) => (Minutes(district) * 60) - TurnOut;

    /// <summary>The longest drive that counts anywhere, in seconds.</summary>
    public int LongestDrive => (Math.Max(CentralMinutes, OuterMinutes) * 60) - TurnOut;
}
