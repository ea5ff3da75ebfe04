namespace CityLoom.Reading;

/// <summary>Something the reader saw and could not mend, for a person to look at.</summary>
/// <param name="Code">Stable code, such as <c>unbalanced-quote</c>.</param>
/// <param name="Words">What is wrong, in both languages.</param>
/// <param name="Start">Where it begins in the clean text; null when it concerns the whole document.</param>
/// <param name="End">Where it ends in the clean text.</param>
public sealed record ReadingWarning(string Code, Words Words, int? Start = null, int? End = null);
