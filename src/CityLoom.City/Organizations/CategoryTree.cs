using CityLoom.City.Trees;

namespace CityLoom.City.Organizations;

/// <summary>All categories that organizations of a city handle.</summary>
/// <param name="categories">Categories that have been checked; see <see cref="CategoryImport"/>.</param>
public sealed class CategoryTree(IReadOnlyCollection<Category> categories) : Tree<Category>(categories);
