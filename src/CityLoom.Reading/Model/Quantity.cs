namespace CityLoom.Reading;

/// <summary>A number that a measure can be held to.</summary>
/// <param name="Indicator">What is counted, in the words of the document.</param>
/// <param name="Comparator">How the result must relate to the value.</param>
/// <param name="Value">A number, a low and a high number, or a phrase for ranks.</param>
/// <param name="Unit">The unit as written (万个, %, 分钟); empty where there is none.</param>
/// <param name="Raw">The words of the document.</param>
public sealed record Quantity(string Indicator, Comparator Comparator, QuantityValue Value, string Unit, string Raw);
