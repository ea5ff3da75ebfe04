namespace CityLoom.Web.Charts;

/// <summary>A league table: units compared by one indicator.</summary>
/// <param name="Title">What is compared.</param>
/// <param name="Formula">The formula in words.</param>
/// <param name="Period">The period in words.</param>
/// <param name="Unit">Written after a value: %.</param>
/// <param name="Minimum">Units with fewer cases aren't ranked.</param>
/// <param name="Whole">The value of all units together, drawn as a line.</param>
/// <param name="Rows">Ranked units first in order, then the unranked.</param>
public sealed record LeagueView(
    string Title, string Formula, string Period, string Unit, int Minimum, double Whole, IReadOnlyList<LeagueRow> Rows);

/// <summary>A unit of a league table.</summary>
/// <param name="Name">The unit.</param>
/// <param name="Href">What its number counts.</param>
/// <param name="N">How many cases.</param>
/// <param name="Value">The value.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Rank">Its place, or null when the sample is too small.</param>
public sealed record LeagueRow(string Name, string Href, int N, double Value, double Low, double High, int? Rank);
