namespace CityLoom.Kernel.Accounts;

/// <summary>A role held in an organization and all below it, within a territory where one is stated.</summary>
public sealed record Grant
{
    /// <summary>The role.</summary>
    public Role Role { get; init; }

    /// <summary>Code of the organization; the grant covers the organizations below it too.</summary>
    public string Organization { get; init; } = "";

    /// <summary>Code of the territory to which it is limited; null for no limit.</summary>
    public string? Territory { get; init; }
}
