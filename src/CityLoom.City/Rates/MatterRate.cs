namespace CityLoom.City.Rates;

/// <summary>
/// How a rate is counted from the rows of matters: three conditions in the SQL that both databases understand, with
/// <c>@countedFrom</c> (included) and <c>@countedUntil</c> (not included) for the period. The league sums them, and the list behind a number filters by them.
/// </summary>
/// <param name="Rate">The rate with its formula.</param>
/// <param name="Denominator">Which matters count below the line.</param>
/// <param name="Numerator">Which count above it.</param>
internal sealed record MatterRate(Rate Rate, string Denominator, string Numerator)
{
    /// <summary>What each matter adds above the line; 1 for all but means.</summary>
    public string Weight { get; init; } = "1";

    /// <summary>The organization that a matter counts for.</summary>
    public string Unit { get; init; } = "accountable";
}
