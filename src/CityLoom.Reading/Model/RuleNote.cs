namespace CityLoom.Reading;

/// <summary>One step of an explanation.</summary>
/// <param name="Rule">Stable name of the rule, such as <c>verb.always-commitment</c>.</param>
/// <param name="Words">The words of the document that the rule went by.</param>
public sealed record RuleNote(string Rule, string Words);
