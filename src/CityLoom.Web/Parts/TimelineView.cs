namespace CityLoom.Web.Parts;

/// <summary>One entry of a matter's journal, newest first in a list.</summary>
/// <param name="At">When it happened.</param>
/// <param name="What">The act in a few words.</param>
/// <param name="By">Who did it: unit and person, or the system.</param>
/// <param name="Words">What was written, if anything.</param>
/// <param name="Hash">The entry's hash in the chain, shown shortened.</param>
public sealed record TimelineView(DateTimeOffset At, string What, string By, string? Words = null, string? Hash = null);
