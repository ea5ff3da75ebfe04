namespace CityLoom.Web.Parts;

/// <summary>One choice of a list: what is sent and what is read.</summary>
public sealed record ChoiceView(string Value, string Words);

/// <summary>One filter of a list.</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="Label">What it narrows.</param>
/// <param name="Value">The value now, or null for all.</param>
/// <param name="Choices">What may be chosen; "all" is added by the bar.</param>
public sealed record FilterView(string Name, string Label, string? Value, IReadOnlyList<ChoiceView> Choices);
