using System.Text.RegularExpressions;
using CityLoom.City.Territories;

namespace CityLoom.City.Organizations;

/// <summary>Expands words for many bodies, such as 各区, 各街道办事处, 市直各部门 and 各区教育局.</summary>
internal sealed partial class OrganizationSets(OrganizationTree organizations, TerritoryTree territories, NameIndex names)
{
    /// <summary>The bodies that a name for many stands for within a territory; null when it is no such name.</summary>
    public IReadOnlyList<Organization>? Find(string key, string? within)
    {
        if (One(key, within) is { } whole)
        {
            return whole;
        }

        var parts = Joint().Split(key).Where(p => p.Length > 0).Select(p => One(p, within)).ToArray();
        return parts.Length == 0 || parts.Contains(null) ? null : [.. parts.SelectMany(p => p!).DistinctBy(o => o.Code)];
    }

    private Organization[]? One(string key, string? within)
    {
        if (Districts().Match(key) is { Success: true } districts)
        {
            return Governments(TerritoryLevel.District, within, districts.Groups["zone"].Value switch { "中心城" => "central", "新城" => "new", _ => null });
        }

        if (Streets().IsMatch(key))
        {
            return Governments(TerritoryLevel.Street, within, null);
        }

        if (CityDepartments().IsMatch(key))
        {
            return [.. organizations.All.Where(o => o.Kind == OrganizationKind.Department && LevelOf(o) == TerritoryLevel.City)];
        }

        return EachDistricts().Match(key) is { Success: true } each ? DepartmentOfEach(each.Groups["rest"].Value, within) : null;
    }

    private Organization[] Governments(TerritoryLevel level, string? within, string? zone) =>
        [.. organizations.All.Where(o => o.Kind == OrganizationKind.Government && LevelOf(o) == level
            && (within is null || territories.Within(o.TerritoryCode, within))
            && (zone is null || territories.Find(o.TerritoryCode)!.Zone == zone))];

    private Organization[]? DepartmentOfEach(string rest, string? within)
    {
        var stem = rest.EndsWith("部门", StringComparison.Ordinal) ? rest[..^2].Replace("主管", "", StringComparison.Ordinal) : null;
        var found = names.Relative
            .Where(g => g.Key[0] is '区' or '县' && (stem is null ? g.Key[1..] == rest : stem.Length > 1 && g.Key[1..].StartsWith(stem, StringComparison.Ordinal)))
            .SelectMany(g => g.Value)
            .Where(o => within is null || territories.Within(o.TerritoryCode, within))
            .DistinctBy(o => o.Code).OrderBy(o => o.Code, StringComparer.Ordinal).ToArray();
        return found.Length > 0 ? found : null;
    }

    private TerritoryLevel LevelOf(Organization organization) => territories.Find(organization.TerritoryCode)!.Level;

    [GeneratedRegex("[、,，;；]|(?<=.)(?=各(?:街|乡|镇|部门|单位|有关))")]
    private static partial Regex Joint();

    [GeneratedRegex(@"^(?:全市)?各(?<zone>中心城|新城)?(?:个)?(?:区县|县市区|县\(市、区\)|县\(市区\)|市区县|区市县|区\(市\)县|县区|区)(?:政府|党委政府)?$")]
    private static partial Regex Districts();

    [GeneratedRegex(@"^(?:全市)?各(?:街道|街镇|街乡镇|乡镇|镇街|镇\(街道\)|乡镇街道|乡镇\(街道\)|街道\(乡镇\)|街道\(乡、镇\)|乡\(镇\)街道|街)(?:办|政府|办、乡镇政府)?$")]
    private static partial Regex Streets();

    [GeneratedRegex(@"^(?:市直各部门|市政府各部门|市各部门|市级各部门|市直部门|市直各单位|各部门|市政府各部门各单位)$")]
    private static partial Regex CityDepartments();

    [GeneratedRegex(@"^各(?:区|县区|区县)(?<rest>.{2,})$")]
    private static partial Regex EachDistricts();
}
