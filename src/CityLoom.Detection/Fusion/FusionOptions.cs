namespace CityLoom.Detection.Fusion;

/// <summary>Settings by which signals become findings.</summary>
public sealed record FusionOptions
{
    /// <summary>How p-values are combined.</summary>
    public Combination How { get; init; } = Combination.Cauchy;

    /// <summary>Weight of each source; one that is not named weighs 1.</summary>
    public IReadOnlyDictionary<string, double> SourceWeights { get; init; } = new Dictionary<string, double>();

    /// <summary>What a stream next door weighs against the place's own; 0 leaves neighbours out.</summary>
    public double NeighbourWeight { get; init; } = 0.5;

    /// <summary>Neighbours join only where the place's own streams come to this p-value or less, so that none is raised by others alone.</summary>
    public double OwnAtMost { get; init; } = 0.1;

    /// <summary>A stream's latest signal counts for this many days, today counted: weekly laboratories meet daily clinics.</summary>
    public int WithinDays { get; init; } = 7;

    /// <summary>For Brown and Stouffer, the correlation of two streams' normal scores; none when left out.</summary>
    public Func<StreamSignal, StreamSignal, double>? Correlation { get; init; }

    /// <summary>Control the false discovery rate whatever the dependence of places (Benjamini-Yekutieli) instead of Benjamini-Hochberg.</summary>
    public bool ForAnyDependence { get; init; }

    /// <summary>Further conditions and places that were judged and had nothing to say, so that they need not be handed over: they count among all of the day.</summary>
    public int QuietCells { get; init; }

    /// <summary>For each level the highest false discovery rate at which a finding is raised to it.</summary>
    public IReadOnlyDictionary<WarningLevel, double> Rates { get; init; } = new Dictionary<WarningLevel, double>
    {
        [WarningLevel.Red] = 1e-6,
        [WarningLevel.Orange] = 1e-4,
        [WarningLevel.Yellow] = 0.01,
        [WarningLevel.Blue] = 0.05,
    };

    /// <summary>Plain rules; the gravest level of those that hold and of the rate counts.</summary>
    public IReadOnlyList<SourceRule> Rules { get; init; } = [];
}
