namespace CityLoom.Web.Charts;

/// <summary>A league table: units compared by one rate.</summary>
/// <param name="Title">What is compared.</param>
/// <param name="Formula">The formula in words, with what is excluded, the minimum and the interval.</param>
/// <param name="Period">The period in words.</param>
/// <param name="Unit">Written after a value: %.</param>
/// <param name="Minimum">Units with fewer cases aren't ranked.</param>
/// <param name="Whole">The value of all units together, drawn as a line; null where there is nothing to divide by.</param>
/// <param name="Rows">Ranked units first in order, then the unranked.</param>
public sealed record LeagueView(
    string Title, string Formula, string Period, string Unit, int Minimum, double? Whole, IReadOnlyList<LeagueRow> Rows);

/// <summary>A unit of a league table.</summary>
/// <param name="Name">The unit.</param>
/// <param name="N">How many are counted below the line.</param>
/// <param name="Href">The list of those.</param>
/// <param name="Value">The value; null where there is nothing to divide by.</param>
/// <param name="Low">Lower end of the 95 % interval; null where the rate has none.</param>
/// <param name="High">Upper end.</param>
/// <param name="Rank">Its place, or null when the sample is too small.</param>
public sealed record LeagueRow(string Name, long N, string Href, double? Value, double? Low, double? High, int? Rank)
{
    /// <summary>What is counted above the line; null when it is no count of its own.</summary>
    public long? Counted { get; init; }

    /// <summary>The list of those.</summary>
    public string? CountedHref { get; init; }
}
