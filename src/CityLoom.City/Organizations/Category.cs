using CityLoom.City.Trees;

namespace CityLoom.City.Organizations;

/// <summary>A kind of concern that organizations handle, such as 消防通道.</summary>
/// <param name="Code">Lower-case words parted by dots, such as <c>fire.lane</c>.</param>
/// <param name="Name">In Chinese.</param>
/// <param name="EnglishName">In English.</param>
/// <param name="ParentCode">The wider category; null at the top.</param>
/// <param name="Keywords">Words that give the category away in a text.</param>
public sealed record Category(string Code, string Name, string EnglishName, string? ParentCode, IReadOnlyList<string> Keywords) : ITreeNode;
