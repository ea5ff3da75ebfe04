namespace CityLoom.Detection.Nowcast;

/// <summary>Settings of a nowcast.</summary>
/// <param name="MaxDelay">Longest delay in days that is waited for; later reports count as of no delay known and are left to the day's next revision.</param>
public sealed record NowcastOptions(int MaxDelay)
{
    /// <summary>Estimate the delays from events of this many last days only, so that a change of habits is followed; null for all.</summary>
    public int? DelaysFromLastDays { get; init; }
}
