namespace CityLoom.Kernel.Jobs;

/// <summary>Work done on a schedule by whichever node claims it first.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="Every">How often.</param>
/// <param name="Why">Why it is done, and why this often.</param>
/// <param name="Run">Does it; returns what came of it in a few words.</param>
public sealed record Job(string Name, TimeSpan Every, string Why, Func<CancellationToken, Task<string>> Run);
