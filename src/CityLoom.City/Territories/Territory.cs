using CityLoom.City.Trees;

namespace CityLoom.City.Territories;

/// <summary>A node of the division tree.</summary>
/// <param name="Code">GB/T 2260 or statistical division code; the territory's identity everywhere.</param>
/// <param name="Name">As the list of divisions writes it, with its suffix.</param>
/// <param name="Level">How deep it stands.</param>
/// <param name="ParentCode">The territory it is part of; null for the city.</param>
/// <param name="Zone">A grouping across the tree that rules may refer to, such as <c>central</c> or <c>new</c>; null where there is none.</param>
public sealed record Territory(string Code, string Name, TerritoryLevel Level, string? ParentCode, string? Zone) : ITreeNode;
