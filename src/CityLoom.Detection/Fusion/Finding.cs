namespace CityLoom.Detection.Fusion;

/// <summary>What the streams of one condition at one place come to on a day, raised or not.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Territory">The place.</param>
/// <param name="Day">Today of the analysis.</param>
/// <param name="PValue">The combined p-value.</param>
/// <param name="Rate">The false discovery rate at which it would just be raised, all conditions and places of the day considered.</param>
public sealed record Finding(string Condition, string Territory, DateOnly Day, double PValue, double Rate)
{
    /// <summary>The level it is raised to; null when it is not.</summary>
    public required WarningLevel? Level { get; init; }

    /// <summary>How many powers of ten its rate is from being raised by the numbers; 0 or below when it is.</summary>
    public required double Distance { get; init; }

    /// <summary>What each stream did, the weightiest first.</summary>
    public required IReadOnlyList<Contribution> Contributions { get; init; }

    /// <summary>The plain rules that hold.</summary>
    public required IReadOnlyList<RuleMatch> Rules { get; init; }

    /// <summary>The sources of the place that moved it or made a rule hold.</summary>
    public IEnumerable<string> Sources => Contributions.Where(part => part.Moved && !part.IsNeighbour).Select(part => part.Signal.Source)
        .Concat(Rules.SelectMany(match => match.Alarms).Where(alarm => alarm.Territory == Territory).Select(alarm => alarm.Source))
        .Distinct();
}
