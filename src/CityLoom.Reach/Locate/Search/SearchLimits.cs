namespace CityLoom.Reach.Locate;

/// <summary>When a search stops before its proof is complete.</summary>
public sealed record SearchLimits
{
    /// <summary>Search until the answer is proved.</summary>
    public static SearchLimits None { get; } = new();

    /// <summary>A gap that is good enough, as a share of the objective.</summary>
    public double Gap { get; init; }

    /// <summary>The time after which the best answer so far is given with its bound; null for no limit.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Where elapsed time comes from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Called now and then with the objective so far and the bound.</summary>
    public Action<double, double>? Progress { get; init; }

    /// <summary>Stops the search with the best answer so far.</summary>
    public CancellationToken Cancel { get; init; }
}
