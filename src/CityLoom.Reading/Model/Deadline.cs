namespace CityLoom.Reading;

/// <summary>When a measure must be done; at least <see cref="Raw"/> is given, the rest as far as the words allow.</summary>
/// <param name="Raw">The words of the document.</param>
/// <param name="Start">First day of the period, where there is one.</param>
/// <param name="End">Last day on which the act is still in time.</param>
/// <param name="Duration">ISO 8601 period without a fixed start, such as <c>P3M</c>.</param>
/// <param name="Recurrence">ISO 8601 period of repetition: <c>P1D</c>, <c>P1M</c>, <c>P1Y</c>.</param>
public sealed record Deadline(
    string Raw,
    DateOnly? Start = null,
    DateOnly? End = null,
    string? Duration = null,
    string? Recurrence = null);
