using CityLoom.City.Trees;

namespace CityLoom.City.Organizations;

/// <summary>A body that can answer for a matter. Never a person.</summary>
public sealed record Organization : ITreeNode
{
    /// <inheritdoc/>
    public required string Code { get; init; }

    /// <summary>The full official name, such as 武汉市卫生健康委员会.</summary>
    public required string Name { get; init; }

    /// <summary>The name for lists and sentences, such as 市卫生健康委.</summary>
    public required string ShortName { get; init; }

    /// <summary>The name in English.</summary>
    public required string EnglishName { get; init; }

    /// <inheritdoc/>
    public string? ParentCode { get; init; }

    /// <summary>The territory that it is responsible for.</summary>
    public required string TerritoryCode { get; init; }

    /// <summary>What it is for.</summary>
    public required OrganizationKind Kind { get; init; }

    /// <summary>Codes of the categories it handles; each covers those below it.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Other and former names that documents use.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
