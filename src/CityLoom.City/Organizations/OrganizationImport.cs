using CityLoom.City.Territories;
using CityLoom.City.Trees;

namespace CityLoom.City.Organizations;

/// <summary>
/// Reads organizations from CSV with the columns <c>code,name,parent_code,territory_code,kind</c> and, if wanted,
/// <c>short_name,english_name,categories,aliases</c> (the last two lists parted by semicolons).
/// </summary>
public static class OrganizationImport
{
    /// <summary>All organizations, or every fault with its line; nothing is taken by halves.</summary>
    /// <param name="source">Name of the file, for the faults.</param>
    /// <param name="text">Its content.</param>
    /// <param name="territories">The division tree that the organizations work in.</param>
    /// <param name="categories">The categories that they may handle.</param>
    public static Import<OrganizationTree> Read(string source, TextReader text, TerritoryTree territories, CategoryTree categories)
    {
        var table = CsvTable.Read(source, text, "code", "name", "parent_code", "territory_code", "kind");
        var faults = table.Faults.ToList();
        foreach (var row in table.Rows)
        {
            faults.AddRange(FieldFaults(source, row, territories, categories));
        }

        var rows = table.Rows.Select(r => (Node: Of(r), r.Line)).ToList();
        if (faults.Count == 0)
        {
            faults.AddRange(TreeFaults.Of(source, "organization", rows));
            faults.AddRange(Strays(source, rows, territories));
        }

        if (faults.Count == 0 && rows.Count == 0)
        {
            faults.Add(new ImportFault(source, null, "organization.none", "文件只有表头，没有单位。", "The file has a header but no organization."));
        }

        return faults.Count > 0
            ? Import.Refused<OrganizationTree>(faults)
            : Import.Taken(new OrganizationTree(rows.ConvertAll(r => r.Node)));
    }

    private static Organization Of(CsvRow row) => new()
    {
        Code = row["code"],
        Name = row["name"],
        ShortName = row.OrNull("short_name") ?? row["name"],
        EnglishName = row.OrNull("english_name") ?? row["name"],
        ParentCode = row.OrNull("parent_code"),
        TerritoryCode = row["territory_code"],
        Kind = KindOf(row["kind"]) ?? OrganizationKind.Department,
        Categories = row.List("categories"),
        Aliases = row.List("aliases"),
    };

    private static OrganizationKind? KindOf(string word) =>
        Enum.TryParse<OrganizationKind>(word, ignoreCase: true, out var kind) && char.IsAsciiLetter(word[0]) ? kind : null;

    private static IEnumerable<ImportFault> FieldFaults(string source, CsvRow row, TerritoryTree territories, CategoryTree categories)
    {
        foreach (var column in new[] { "code", "name" }.Where(c => row[c].Length == 0))
        {
            yield return new ImportFault(source, row.Line, "organization.empty", $"{column} 为空；单位须有编码和名称。", $"{column} is empty; an organization has a code and a name.");
        }

        if (KindOf(row["kind"]) is null)
        {
            var kinds = string.Join(", ", Enum.GetNames<OrganizationKind>()).ToLowerInvariant();
            yield return new ImportFault(
                source, row.Line, "organization.bad-kind",
                $"类型“{row["kind"]}”无法识别；可用 {kinds}。", $"There is no kind '{row["kind"]}'; use {kinds}.");
        }

        if (territories.Find(row["territory_code"]) is null)
        {
            yield return new ImportFault(
                source, row.Line, "organization.unknown-territory",
                $"区划编码 {row["territory_code"]} 不存在；请先导入区划，或改正编码。",
                $"There is no territory {row["territory_code"]}; import the divisions first or correct the code.");
        }

        foreach (var category in row.List("categories").Where(c => categories.Find(c) is null))
        {
            yield return new ImportFault(
                source, row.Line, "organization.unknown-category", $"类别 {category} 不存在。", $"There is no category {category}.");
        }
    }

    private static IEnumerable<ImportFault> Strays(
        string source, List<(Organization Node, int Line)> rows, TerritoryTree territories)
    {
        var byCode = rows.DistinctBy(r => r.Node.Code).ToDictionary(r => r.Node.Code, r => r.Node, StringComparer.Ordinal);
        foreach (var (node, line) in rows)
        {
            if (node.ParentCode is { } parent && byCode.TryGetValue(parent, out var above)
                && !territories.Within(node.TerritoryCode, above.TerritoryCode))
            {
                yield return new ImportFault(
                    source, line, "organization.outside-parent",
                    $"{node.Name} 的区划 {node.TerritoryCode} 不在上级 {above.Name} 的区划 {above.TerritoryCode} 之内。",
                    $"The territory {node.TerritoryCode} of {node.Code} does not lie within that of its parent {above.Code}, {above.TerritoryCode}.");
            }
        }
    }
}
