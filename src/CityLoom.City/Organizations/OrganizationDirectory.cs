using System.Text.RegularExpressions;
using CityLoom.City.Territories;

namespace CityLoom.City.Organizations;

/// <summary>Finds the organizations that a document means by the names it writes. Immutable; thread-safe.</summary>
public sealed partial class OrganizationDirectory
{
    private static readonly string[] InnerSuffixes = ["处", "科", "中队", "大队", "支队", "总队", "室", "窗口"];

    private readonly TerritoryTree _territories;
    private readonly OrganizationTree _organizations;
    private readonly NameIndex _names;
    private readonly OrganizationSets _sets;

    /// <summary>Indexes all names.</summary>
    public OrganizationDirectory(OrganizationTree organizations, TerritoryTree territories)
    {
        _organizations = organizations;
        _territories = territories;
        _names = new NameIndex(organizations, territories);
        _sets = new OrganizationSets(organizations, territories, _names);
    }

    /// <summary>What a written name stands for.</summary>
    /// <param name="name">As the document writes it: 市发改委, 各区人民政府, 大智街.</param>
    /// <param name="territory">
    /// Where the document speaks from: a district's 区卫健局 is its own. Null or the city itself: a city's document.
    /// </param>
    public OrganizationMatch Find(string name, string? territory = null)
    {
        var written = name.Trim();
        var key = _names.KeyOf(written);
        if (key.Length == 0)
        {
            return None("名称为空。", "The name is empty.");
        }

        if (Generic().IsMatch(key))
        {
            return None($"“{written}”是泛指，没有指明单位。", $"'{written}' names nobody in particular.");
        }

        if (_sets.Find(key, territory) is { Count: > 0 } many)
        {
            return new OrganizationMatch(MatchKind.Set, many, $"“{written}”指 {many.Count} 个单位。", $"'{written}' stands for {many.Count} organizations.");
        }

        return ByWriting(written, territory) ?? ByKey(written, key, territory) ?? ByTerritory(written, territory) ?? ByInnerOffice(written, key, territory)
            ?? None($"名录中没有“{written}”。", $"The directory has no '{written}'.");
    }

    /// <summary>Organizations whose names stand in a text, in the order of their codes; only full names, so that no word is taken for one.</summary>
    public IReadOnlyList<Organization> Mentioned(string text)
    {
        var key = _names.KeyOf(text);
        return [.. _names.Full
            .Where(g => g.Value.Length == 1 && g.Key.Length >= 3 && key.Contains(g.Key, StringComparison.Ordinal))
            .Select(g => g.Value[0]).DistinctBy(o => o.Code).OrderBy(o => o.Code, StringComparer.Ordinal)];
    }

    private OrganizationMatch? ByWriting(string written, string? territory) =>
        _names.Written.TryGetValue(written, out var found)
            ? Choose(MatchKind.Exact, found, territory, "名录中的名称。", "Its name in the directory.")
            : null;

    private OrganizationMatch? ByKey(string written, string key, string? territory)
    {
        if (_names.Full.TryGetValue(key, out var full))
        {
            return Choose(MatchKind.Alias, full, territory, $"“{written}”是它的另一写法。", $"'{written}' is another way to write it.");
        }

        if (_names.Relative.TryGetValue(key, out var relative))
        {
            return OwnOf(relative, territory) is { } own
                ? One(own, $"发文区划的“{written}”。", $"'{written}' of the territory that speaks.")
                : new OrganizationMatch(MatchKind.Set, relative, $"“{written}”指各区的该单位，共 {relative.Length} 个。", $"'{written}' means that of each district, {relative.Length} in all.");
        }

        return _names.Bare.TryGetValue(key, out var bare)
            ? Choose(MatchKind.Alias, bare, territory, $"“{written}”未写明区划，按发文层级理解。", $"'{written}' names no territory; read at the level that speaks.")
            : null;
    }

    private OrganizationMatch? ByTerritory(string written, string? territory)
    {
        var places = _territories.FindByName(written, territory).Select(t => t.Code).ToHashSet();
        var governments = _organizations.All.Where(o => o.Kind == OrganizationKind.Government && places.Contains(o.TerritoryCode)).ToArray();
        return governments.Length == 0 ? null : Choose(MatchKind.Alias, governments, territory, $"“{written}”的政府或办事处。", $"The government or office of '{written}'.");
    }

    private OrganizationMatch? ByInnerOffice(string written, string key, string? territory)
    {
        if (!InnerSuffixes.Any(s => key.EndsWith(s, StringComparison.Ordinal)))
        {
            return null;
        }

        var outer = Enumerable.Range(3, Math.Max(0, key.Length - 3)).Select(n => key[..n]).LastOrDefault(_names.Full.ContainsKey);
        return outer is null ? null : Choose(
            MatchKind.Alias, _names.Full[outer], territory, $"“{written}”视为其内设机构。", $"'{written}' is taken for one of its inner offices.");
    }

    /// <summary>The one that is meant where the document speaks from; else all that may be meant.</summary>
    private OrganizationMatch Choose(MatchKind kind, Organization[] found, string? territory, string reason, string english)
    {
        var chosen = found.Length == 1 ? found[0] : OwnOf(found, territory ?? _territories.Roots[0].Code);
        return chosen is null
            ? new OrganizationMatch(MatchKind.Several, found, $"可能指 {found.Length} 个单位，须由人选定。", $"May mean {found.Length} organizations; a person chooses.")
            : new OrganizationMatch(kind, [chosen], reason, english);
    }

    /// <summary>The only one at the territory; failing that the only one within it; failing that the nearest above it.</summary>
    private Organization? OwnOf(IReadOnlyList<Organization> found, string? territory)
    {
        if (territory is null)
        {
            return null;
        }

        var nearest = _territories.Upwards(territory).Select(t => found.Where(o => o.TerritoryCode == t.Code).ToArray());
        var within = found.Where(o => o.TerritoryCode != territory && _territories.Within(o.TerritoryCode, territory)).ToArray();
        var choice = nearest.Take(1).Append(within).Concat(nearest.Skip(1)).FirstOrDefault(here => here.Length > 0);
        return choice is [var only] ? only : null;
    }

    private static OrganizationMatch One(Organization found, string reason, string english) => new(MatchKind.Alias, [found], reason, english);

    private static OrganizationMatch None(string reason, string english) => new(MatchKind.None, [], reason, english);

    [GeneratedRegex("^(?:各级|全市)?(?:市直|市级|各)?(?:各级|有关|相关|责任|成员|主管|配合|牵头)+(?:责任|职能|行业|主管)?(?:各?部门|单位|方面|部门和单位|部门单位|地方)$|^(?:各单位|各级各部门|各级|各地|各方|各行业部门|社会各界)$")]
    private static partial Regex Generic();
}
