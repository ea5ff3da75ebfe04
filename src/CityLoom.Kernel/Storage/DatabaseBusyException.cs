namespace CityLoom.Kernel.Storage;

/// <summary>The queue of writes is full; nothing was written. The host answers 503 with Retry-After.</summary>
public sealed class DatabaseBusyException() : Exception("The queue of writes is full; try again in a moment.");
