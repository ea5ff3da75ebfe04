namespace CityLoom.City.Organizations;

/// <summary>An organization that may be the owner of something whose words do not say so; always shown as a suggestion.</summary>
/// <param name="Organization">Who.</param>
/// <param name="Score">How strongly; comparable only among suggestions for the same words.</param>
/// <param name="Reason">Why, in Chinese.</param>
/// <param name="English">The same in English.</param>
public sealed record OwnerSuggestion(Organization Organization, double Score, string Reason, string English);
