using CityLoom.City.Trees;

namespace CityLoom.City.Organizations;

/// <summary>The accountable bodies of a city, by who reports to whom.</summary>
/// <param name="organizations">Bodies that have been checked; see <see cref="OrganizationImport"/>.</param>
public sealed class OrganizationTree(IReadOnlyCollection<Organization> organizations) : Tree<Organization>(organizations);
