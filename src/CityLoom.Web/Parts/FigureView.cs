namespace CityLoom.Web.Parts;

/// <summary>One number of the city, a link to what it counts.</summary>
/// <param name="Label">What is counted.</param>
/// <param name="Value">The number as written, without its unit.</param>
/// <param name="Href">The list it counts.</param>
/// <param name="Unit">Written small after the value: %.</param>
/// <param name="Note">A second line under the label: of how many, by which light.</param>
/// <param name="Trend">Earlier values, oldest first, the last one now; fewer than two draw nothing.</param>
/// <param name="Change">The trend in words: 比上周少 312.</param>
public sealed record FigureView(
    string Label, string Value, string Href, string? Unit = null, string? Note = null, IReadOnlyList<double>? Trend = null, string? Change = null);
