namespace CityLoom.Kernel.Journal;

/// <summary>Who acts: an account for an organization, or the system itself.</summary>
/// <param name="Account">The account; null for the system.</param>
/// <param name="Organization">Code of the organization for which it acts.</param>
public readonly record struct Actor(long? Account, string? Organization)
{
    /// <summary>The system: schedules and imports.</summary>
    public static Actor System => default;
}
