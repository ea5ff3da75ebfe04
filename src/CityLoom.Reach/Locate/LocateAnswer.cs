namespace CityLoom.Reach.Locate;

/// <summary>Where to stand, how good it is, and how good any answer could be at best.</summary>
/// <param name="Objective">Value of the model's objective for the chosen sites.</param>
/// <param name="Bound">No answer can be better than this; equal to the objective when the answer is proved to be the best.</param>
/// <param name="Units">For every site the units placed there.</param>
/// <param name="Uncovered">What stays without cover, heaviest first, each with its reason; empty for models without a limit.</param>
/// <param name="Nodes">Nodes of branch and bound that were looked at.</param>
public sealed record LocateAnswer(double Objective, double Bound, int[] Units, IReadOnlyList<Uncovered> Uncovered, int Nodes)
{
    /// <summary>The share by which the answer may fall short of the best one; 0 when it is proved to be the best.</summary>
    public double Gap => Objective == Bound ? 0 : Math.Abs(Bound - Objective) / Math.Max(Math.Abs(Objective), 1e-9);

    /// <summary>Whether nothing better exists.</summary>
    public bool Proved => Gap < 1e-9;

    /// <summary>The sites that hold at least one unit, in ascending order.</summary>
    public IReadOnlyList<int> Chosen => [.. Enumerable.Range(0, Units.Length).Where(site => Units[site] > 0)];
}

/// <summary>Why a demand is not covered.</summary>
public enum UncoveredReason
{
    /// <summary>No site at all reaches it within the limit.</summary>
    NoSite,

    /// <summary>Only forbidden sites reach it.</summary>
    OnlyForbiddenSites,

    /// <summary>Sites reach it, but the units bring more elsewhere.</summary>
    NotChosen,

    /// <summary>A chosen site reaches it but is full.</summary>
    NoCapacity,
}

/// <summary>A demand without cover.</summary>
/// <param name="Demand">Which one, 0-based.</param>
/// <param name="Weight">Its weight, or the part of it that is not served.</param>
/// <param name="Reason">Why.</param>
/// <param name="BestSite">The allowed site that would cover it and the most else that is uncovered; null when there is none.</param>
public sealed record Uncovered(int Demand, double Weight, UncoveredReason Reason, int? BestSite);
