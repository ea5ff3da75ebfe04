using CityLoom.City.Matters;

namespace CityLoom.City.Rates;

/// <summary>The matters that one number of a league table counts.</summary>
/// <param name="Rate">Code of the rate.</param>
/// <param name="Part">Above or below the line.</param>
/// <param name="From">The first instant of the period.</param>
/// <param name="Until">The instant after its last.</param>
/// <param name="Unit">The organization they count for; null for all.</param>
public sealed record Counted(string Rate, CountedPart Part, DateTimeOffset From, DateTimeOffset Until, string? Unit)
{
    /// <summary>The condition on the rows of matters; null when matters can't tell the rate.</summary>
    internal string? Condition => MatterRates.Find(Rate) is not { } rate ? null
        : MatterKinds.CountedCondition + " and " + (Part == CountedPart.Numerator ? rate.Numerator : rate.Denominator) + (Unit is null ? "" : $" and {rate.Unit} = @countedUnit");
}

/// <summary>Which part of a quotient a number is.</summary>
public enum CountedPart
{
    /// <summary>Below the line.</summary>
    Denominator,

    /// <summary>Above the line.</summary>
    Numerator,
}
