using System.Collections.Frozen;
using CityLoom.City.Territories;

namespace CityLoom.City.Organizations;

/// <summary>The organizations by every form of their names.</summary>
internal sealed class NameIndex
{
    private readonly TerritoryTree _territories;
    private readonly string? _city;
    private readonly string[] _parts;

    public NameIndex(OrganizationTree organizations, TerritoryTree territories)
    {
        _territories = territories;
        _city = territories.Roots is [var only] ? only.Name : null;
        _parts = [.. territories.OfLevel(TerritoryLevel.District).Select(t => t.Name)];
        Written = Group(organizations.All.SelectMany(o => new[] { o.Name, o.ShortName }.Distinct().Select(n => (n, o))));
        Full = Group(organizations.All.SelectMany(o => Keys(o).Select(k => (k, o))));
        Relative = Group(organizations.All.SelectMany(o => Keys(o).Select(k => (RelativeKey(o, k), o))).Where(p => p.Item1.Length > 0));
        Bare = Group(Relative.SelectMany(g => g.Value.Select(o => (BareKey(g.Key), o))).Where(p => p.Item1.Length > 1));
    }

    /// <summary>By official and short name, to the character.</summary>
    public FrozenDictionary<string, Organization[]> Written { get; }

    /// <summary>By the one form of each name: 市卫健委, 江岸区卫健局.</summary>
    public FrozenDictionary<string, Organization[]> Full { get; }

    /// <summary>By the name with the level in place of the territory: 区卫健局 for each district's.</summary>
    public FrozenDictionary<string, Organization[]> Relative { get; }

    /// <summary>By the name without any territory: 卫健局.</summary>
    public FrozenDictionary<string, Organization[]> Bare { get; }

    /// <summary>The one form of a name.</summary>
    public string KeyOf(string name) => NameKey.Of(name, _city, _parts);

    private IEnumerable<string> Keys(Organization organization) =>
        organization.Aliases.Append(organization.Name).Append(organization.ShortName).Select(KeyOf).Distinct();

    private string RelativeKey(Organization organization, string key)
    {
        var territory = _territories.Find(organization.TerritoryCode)!;
        return territory.Level switch
        {
            TerritoryLevel.City => key,
            TerritoryLevel.District when key.StartsWith(territory.Name, StringComparison.Ordinal) => territory.Name[^1] + key[territory.Name.Length..],
            _ => "",
        };
    }

    private static string BareKey(string relative) => relative[0] is '市' or '区' or '县' ? relative[1..] : relative;

    private static FrozenDictionary<string, Organization[]> Group(IEnumerable<(string Key, Organization Organization)> pairs) =>
        pairs.GroupBy(p => p.Key, p => p.Organization, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.DistinctBy(o => o.Code).OrderBy(o => o.Code, StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
}
