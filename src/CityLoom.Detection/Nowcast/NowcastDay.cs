namespace CityLoom.Detection.Nowcast;

/// <summary>What one day's count will come to once all reports are in.</summary>
/// <param name="Day">The day of the events.</param>
/// <param name="Reported">Events of that day known so far.</param>
/// <param name="KnownShare">Estimated share of the day's events that is reported after so many days, from 0 to 1.</param>
public sealed record NowcastDay(DateOnly Day, int Reported, double KnownShare)
{
    /// <summary>Estimated count in the end; not a number when nothing is known of so short a delay.</summary>
    public double Estimate => Reported / KnownShare;

    /// <summary>Variance of the estimate: that of the day's own reports and that of the estimated delays (Lawless 1994).</summary>
    public required double Variance { get; init; }

    /// <summary>
    /// Its second term alone, the chance of the day's own reports. R's <c>nowcast(method = "lawless")</c> gives only this, since its formula
    /// ends at a line break: the R-compatible profile.
    /// </summary>
    public double OwnVariance => Reported * (1 - KnownShare) / (KnownShare * KnownShare);

    /// <summary>Whether reports are all in, as far as the delays looked at go.</summary>
    public bool IsComplete => KnownShare == 1;
}
