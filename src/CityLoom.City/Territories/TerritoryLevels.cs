using System.Collections.Frozen;

namespace CityLoom.City.Territories;

/// <summary>How levels are written.</summary>
internal static class TerritoryLevels
{
    private static readonly FrozenDictionary<string, TerritoryLevel> Words = new Dictionary<string, TerritoryLevel>
    {
        ["city"] = TerritoryLevel.City, ["市"] = TerritoryLevel.City,
        ["district"] = TerritoryLevel.District, ["county"] = TerritoryLevel.District, ["区"] = TerritoryLevel.District, ["县"] = TerritoryLevel.District,
        ["street"] = TerritoryLevel.Street, ["town"] = TerritoryLevel.Street, ["township"] = TerritoryLevel.Street,
        ["街道"] = TerritoryLevel.Street, ["镇"] = TerritoryLevel.Street, ["乡"] = TerritoryLevel.Street,
        ["community"] = TerritoryLevel.Community, ["village"] = TerritoryLevel.Community,
        ["社区"] = TerritoryLevel.Community, ["村"] = TerritoryLevel.Community,
        ["grid"] = TerritoryLevel.Grid, ["网格"] = TerritoryLevel.Grid,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The level that a word names, or null.</summary>
    public static TerritoryLevel? Read(string word) => Words.TryGetValue(word, out var level) ? level : null;

    /// <summary>The word that files use.</summary>
    public static string Word(this TerritoryLevel level) => level.ToString().ToLowerInvariant();
}
