using CityLoom.City.Trees;

namespace CityLoom.City.Organizations;

/// <summary>Reads categories from CSV with the columns <c>code,name,english,parent</c> and, if wanted, <c>keywords</c> parted by semicolons.</summary>
public static class CategoryImport
{
    /// <summary>All categories, or every fault with its line.</summary>
    public static Import<CategoryTree> Read(string source, TextReader text)
    {
        var table = CsvTable.Read(source, text, "code", "name", "english", "parent");
        var rows = table.Rows
            .Select(r => (Node: new Category(r["code"], r["name"], r["english"], r.OrNull("parent"), r.List("keywords")), r.Line))
            .ToList();
        var faults = table.Faults.ToList();
        faults.AddRange(rows.Where(r => r.Node.Code.Length == 0 || r.Node.Name.Length == 0).Select(r => new ImportFault(
            source, r.Line, "category.empty", "类别须有编码和名称。", "A category has a code and a name.")));
        faults.AddRange(TreeFaults.Of(source, "category", rows));
        return faults.Count > 0
            ? Import.Refused<CategoryTree>(faults)
            : Import.Taken(new CategoryTree(rows.ConvertAll(r => r.Node)));
    }
}
