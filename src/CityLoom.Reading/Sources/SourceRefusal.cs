namespace CityLoom.Reading.Sources;

/// <summary>Why a file cannot be read, and how to mend it.</summary>
/// <param name="Code">Stable code, such as <c>empty</c>, <c>binary</c> or <c>invalid-bytes</c>.</param>
/// <param name="Words">What is wrong and what to do, in both languages.</param>
public sealed record SourceRefusal(string Code, Words Words);
