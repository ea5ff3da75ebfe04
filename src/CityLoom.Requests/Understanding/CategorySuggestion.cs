namespace CityLoom.Requests.Understanding;

/// <summary>The category that the words of a request speak for.</summary>
/// <param name="Label">The likeliest category.</param>
/// <param name="Confidence">How often such a suggestion is right, from 0 to 1 (calibrated on requests the model had not seen).</param>
/// <param name="Second">The next likeliest category; null when the model knows only one.</param>
/// <param name="IsSure">Whether the confidence reaches the model's threshold; below it a person decides.</param>
public sealed record CategorySuggestion(string Label, double Confidence, string? Second, bool IsSure);

/// <summary>Words of a request that spoke for a category.</summary>
/// <param name="Text">The words as written.</param>
/// <param name="Weight">How much they spoke for the category and against the next, in units of the model's margin.</param>
public sealed record DecidingWords(string Text, double Weight);
