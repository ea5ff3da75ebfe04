namespace CityLoom.Requests.Understanding;

/// <summary>A request as far as words go.</summary>
/// <param name="Subject">The heading; may be empty.</param>
/// <param name="Detail">What the resident wrote or said; may be empty.</param>
public readonly record struct RequestWords(string Subject, string Detail);

/// <summary>A request whose category a person has decided, to learn from.</summary>
/// <param name="Label">The category, in whatever code the city uses.</param>
/// <param name="Words">Its words.</param>
public sealed record LabelledRequest(string Label, RequestWords Words);
