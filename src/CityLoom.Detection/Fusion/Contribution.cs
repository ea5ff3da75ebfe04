namespace CityLoom.Detection.Fusion;

/// <summary>What one stream did to a finding.</summary>
/// <param name="Signal">The stream's latest signal.</param>
/// <param name="Weight">Its weight among the others.</param>
/// <param name="IsNeighbour">Whether it is of a place next door.</param>
public sealed record Contribution(StreamSignal Signal, double Weight, bool IsNeighbour)
{
    /// <summary>Which part of the combined statistic it makes up, from 0 to 1.</summary>
    public required double Share { get; init; }

    /// <summary>The combined p-value had this stream said nothing, that is 0.5.</summary>
    public required double PValueWithout { get; init; }

    /// <summary>By how many powers of ten it lowered the combined p-value; below 0 when it raised it.</summary>
    public required double Effect { get; init; }

    /// <summary>Whether it made up a tenth of the statistic or more.</summary>
    public bool Moved => Share >= 0.1;
}
