namespace CityLoom.Detection.Space;

/// <summary>Settings of a scan; the defaults are those of a daily prospective analysis.</summary>
public sealed record ScanOptions
{
    /// <summary>What is expected.</summary>
    public ScanModel Model { get; init; } = ScanModel.Poisson;

    /// <summary>Windows ending today, or anywhere.</summary>
    public ScanSpan Span { get; init; } = ScanSpan.Prospective;

    /// <summary>Longest window in days; 1 over one day is the purely spatial scan.</summary>
    public int MaxDays { get; init; } = 7;

    /// <summary>Largest zone, as a share of the population (Poisson) or of all cases (permutation).</summary>
    public double MaxFraction { get; init; } = 0.5;

    /// <summary>Farthest site of a zone from its centre in kilometres.</summary>
    public double MaxRadius { get; init; } = double.PositiveInfinity;

    /// <summary>Fewest cases that make a cluster.</summary>
    public int MinCases { get; init; } = 2;

    /// <summary>Monte Carlo replicates; 0 leaves the p-values unknown.</summary>
    public int Replicates { get; init; } = 999;

    /// <summary>Seed of the random stream; the same seed gives the same p-values on any machine and number of threads.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Most clusters to report.</summary>
    public int MaxClusters { get; init; } = 5;

    /// <summary>Threads to use; -1 for all cores.</summary>
    public int Threads { get; init; } = -1;

    /// <summary>Whether to count case by case rather than site by site; null for whichever costs less. The answers are the same.</summary>
    internal bool? CaseByCase { get; init; }

    internal int Workers => Threads == -1 ? Environment.ProcessorCount : Threads;

    internal void Check()
    {
        Demand(MaxDays >= 1, "MaxDays must be 1 or more");
        Demand(MaxFraction is > 0 and <= 1, "MaxFraction must be above 0 and at most 1");
        Demand(MaxRadius >= 0, "MaxRadius must be 0 or more");
        Demand(MinCases >= 1, "MinCases must be 1 or more");
        Demand(Replicates is >= 0 and <= 1_000_000, "Replicates must be from 0 to 1,000,000");
        Demand(MaxClusters >= 1, "MaxClusters must be 1 or more");
        Demand(Threads is -1 or >= 1, "Threads must be 1 or more, or -1 for all cores");
    }

    private static void Demand(bool holds, string what)
    {
        if (!holds)
        {
            throw new ArgumentException($"{what}.");
        }
    }
}
