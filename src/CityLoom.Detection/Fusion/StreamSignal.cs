namespace CityLoom.Detection.Fusion;

/// <summary>One detector's finding on one stream for one day, whether or not it is remarkable.</summary>
/// <param name="Condition">What is looked for, such as a disease or a syndrome.</param>
/// <param name="Source">Who counts: clinics, laboratories, schools, pharmacies, a hotline, wastewater …</param>
/// <param name="Territory">Code of the place.</param>
/// <param name="Day">The day, or the last day of the period, that was judged.</param>
/// <param name="PValue">Chance of a count this high when nothing is going on, from 0 to 1.</param>
public sealed record StreamSignal(string Condition, string Source, string Territory, DateOnly Day, double PValue)
{
    /// <summary>What was counted; null where the detector has no such number.</summary>
    public double? Observed { get; init; }

    /// <summary>The share of the count that is reported so far, where reports are known to come late; null where all are in.</summary>
    public double? KnownShare { get; init; }

    /// <summary>What the count will come to once all reports are in; null where they are.</summary>
    public double? Estimate { get; init; }

    /// <summary>What the detector expected.</summary>
    public double? Expected { get; init; }

    /// <summary>The bound above which the detector alarms.</summary>
    public double? Threshold { get; init; }

    /// <summary>Whether the detector itself alarmed; plain rules count these.</summary>
    public bool IsAlarm { get; init; }

    /// <summary>Name of the detector and its profile.</summary>
    public string Method { get; init; } = "";
}
