using CityLoom.City.Territories;
using CityLoom.Emergency.Stations;

namespace CityLoom.Emergency.Coverage;

/// <summary>
/// The city's standard: within which time help must arrive where, for which share of the people, and with the traffic of which hour
/// that is reckoned. Data of the city (<see cref="RegisterKind.Standard"/>); <see cref="Default"/> holds until it is stated.
/// </summary>
/// <param name="CentralMinutes">Minutes from the alarm to arrival in the central districts.</param>
/// <param name="OuterMinutes">The same in all others.</param>
/// <param name="CentralShare">Share of the people of a central district who must live within it, 0 to 1.</param>
/// <param name="OuterShare">The same in all others.</param>
/// <param name="TurnOut">Seconds of turn-out, which count within the minutes.</param>
/// <param name="Hour">Hour of the day, 0 to 23, whose traffic is reckoned with; null for free roads.</param>
/// <param name="CentralDistricts">Codes of the districts that count as central, parted by semicolons; empty for those whose zone in the division tree is <see cref="Central"/>.</param>
public sealed record ReachStandard(
    int CentralMinutes, int OuterMinutes, double CentralShare, double OuterShare, int TurnOut, int? Hour = null, string CentralDistricts = "") : IRegistered
{
    /// <summary>Zone of the division tree that counts as central where no districts are named.</summary>
    public const string Central = "central";

    /// <summary>10 minutes in the centre, 12 elsewhere, for 95 % and 90 % of the people, one minute of turn-out in it, in the evening rush so that the promise holds when roads are full.</summary>
    public static ReachStandard Default { get; } = new(10, 12, 0.95, 0.90, 60, 17);

    /// <inheritdoc/>
    public string Code => "city";

    /// <summary>Whether a district counts as central.</summary>
    public bool IsCentral(Territory? district) => district is not null && (CentralDistricts.Length == 0 ? district.Zone == Central : Named.Contains(district.Code));

    /// <summary>Minutes that count in a district.</summary>
    public int Minutes(Territory? district) => IsCentral(district) ? CentralMinutes : OuterMinutes;

    /// <summary>Share to be reached in a district.</summary>
    public double Share(Territory? district) => IsCentral(district) ? CentralShare : OuterShare;

    /// <summary>Seconds that are left for driving in a district.</summary>
    public int Drive(Territory? district) => (Minutes(district) * 60) - TurnOut;

    /// <summary>The longest drive that counts anywhere, in seconds.</summary>
    public int LongestDrive => (Math.Max(CentralMinutes, OuterMinutes) * 60) - TurnOut;

    private string[] Named => CentralDistricts.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
