using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Profiles;

/// <summary>How a kind of vehicle drives: a line of data, from which the times of all arcs follow.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="About">What it stands for.</param>
/// <param name="SpeedsKmh">Free speed on each class in km/h; a class without one is closed to it.</param>
/// <param name="PostedFactor">Its speed where a limit is posted, as a multiple of the limit; 0 to go by the class alone.</param>
/// <param name="ContraflowFactor">Its speed against a one-way road, as a multiple of its other speed; 0 where it never does that.</param>
/// <param name="GateSeconds">What a barrier that must be opened costs.</param>
/// <param name="ArterialByHour">Multiples of speed in each hour of the day on tertiary roads and above.</param>
/// <param name="LocalByHour">The same on all others.</param>
public sealed record Profile(
    string Name,
    string About,
    IReadOnlyDictionary<RoadClass, double> SpeedsKmh,
    double PostedFactor,
    double ContraflowFactor,
    double GateSeconds,
    IReadOnlyList<double> ArterialByHour,
    IReadOnlyList<double> LocalByHour)
{
    private const double UnitsPerSecond = 1000;

    /// <summary>Classes on which it never goes against a one-way road.</summary>
    public IReadOnlyList<RoadClass> NoContraflow { get; init; } = [];

    /// <summary>Limits that do not bind it.</summary>
    public IReadOnlyList<ArcLimits> MayPass { get; init; } = [];

    /// <summary>
    /// Milliseconds on each arc. Arcs from which this profile could not get back into the main part of its roads are closed too, so
    /// that no search begins in a trap.
    /// </summary>
    /// <param name="network">Roads whose classes and lengths are known.</param>
    /// <param name="hour">Hour of the day, 0 to 23; null for free roads.</param>
    /// <exception cref="ArgumentException">The network came with times only.</exception>
    public TravelTimes Times(RoadNetwork network, int? hour = null)
    {
        if (network.ArcCount > 0 && network.Facts.IsEmpty)
        {
            throw new ArgumentException("The network came with times only; no profile applies to it", nameof(network));
        }
        ArgumentOutOfRangeException.ThrowIfNegative(hour ?? 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hour ?? 0, 23);
        var times = new int[network.ArcCount];
        var speeds = Speeds(hour);
        for (var arc = 0; arc < times.Length; arc++)
        {
            times[arc] = Time(network.Facts[arc], speeds);
        }
        return new TravelTimes(network, times, UnitsPerSecond).WithoutTraps();
    }

    private double[] Speeds(int? hour)
    {
        var speeds = new double[byte.MaxValue + 1];
        foreach (var (kind, kmh) in SpeedsKmh)
        {
            speeds[(int)kind] = kmh;
        }
        for (var kind = 0; hour is { } h && kind < speeds.Length; kind++)
        {
            speeds[kind] *= Factor((RoadClass)kind, h);
        }
        return speeds;
    }

    private double Factor(RoadClass kind, int hour) => kind switch
    {
        RoadClass.Ferry => 1,
        >= RoadClass.Motorway and <= RoadClass.TertiaryLink => ArterialByHour[hour],
        _ => LocalByHour[hour],
    };

    private int Time(ArcFacts arc, double[] speeds)
    {
        if (speeds[(int)arc.Class] <= 0 || !Passes(arc))
        {
            return TravelTimes.Closed;
        }
        var kmh = speeds[(int)arc.Class];
        if (arc.PostedKmh > 0 && PostedFactor > 0 && SpeedsKmh[arc.Class] is var free)
        {
            kmh = arc.PostedKmh * PostedFactor * (kmh / free);
        }
        kmh *= arc.Limits.HasFlag(ArcLimits.Contraflow) ? ContraflowFactor : 1;
        var seconds = (arc.Metres * 3.6 / kmh) + (arc.Limits.HasFlag(ArcLimits.Gate) ? GateSeconds : 0);
        return (int)Math.Clamp(Math.Round(seconds * UnitsPerSecond), 1, TravelTimes.Closed - 1);
    }

    private bool Passes(ArcFacts arc)
    {
        var left = arc.Limits;
        foreach (var limit in MayPass)
        {
            left &= ~limit;
        }
        if (left.HasFlag(ArcLimits.Contraflow) && ContraflowFactor > 0 && !NoContraflow.Contains(arc.Class))
        {
            left &= ~ArcLimits.Contraflow;
        }
        return (left & ~Indifferent) == ArcLimits.None;
    }

    /// <summary>What binds only those who pass other limits by right of emergency.</summary>
    private ArcLimits Indifferent => MayPass.Count == 0 ? ArcLimits.NoEmergency : ArcLimits.None;
}
