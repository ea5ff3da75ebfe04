using CityLoom.City.Export;
using CityLoom.City.Trees;

namespace CityLoom.Requests.Catalogue;

/// <summary>
/// What residents are told of categories, as CSV: <c>category,description,english_description</c> and, if wanted,
/// <c>type</c> (realtime, batch, blackbox) and <c>confidential</c>. With this file only its categories are offered as services.
/// </summary>
public static class OfferFile
{
    /// <summary>All offers, or every fault with its line.</summary>
    public static Import<IReadOnlyList<Offer>> Read(string source, TextReader text, CityTrees trees)
    {
        var table = CsvTable.Read(source, text, "category", "description", "english_description");
        var faults = table.Faults.ToList();
        faults.AddRange(table.Rows.Where(r => trees.Categories.Find(r["category"]) is null).Select(r => new ImportFault(
            source, r.Line, "catalogue.category", $"没有类别 {r["category"]}。", $"There is no category {r["category"]}.")));
        faults.AddRange(table.Rows.Where(r => TypeOf(r) is null).Select(r => new ImportFault(
            source, r.Line, "catalogue.type", "type 须为 realtime、batch 或 blackbox。", "type is realtime, batch or blackbox.")));
        faults.AddRange(table.Rows.GroupBy(r => r["category"]).SelectMany(g => g.Skip(1)).Select(r => new ImportFault(
            source, r.Line, "catalogue.twice", $"类别 {r["category"]} 重复。", $"The category {r["category"]} is there twice.")));
        return faults.Count > 0
            ? new Import<IReadOnlyList<Offer>>(null, faults, [])
            : new Import<IReadOnlyList<Offer>>([.. table.Rows.Select(Of)], [], []);
    }

    /// <summary>The offers as the same CSV.</summary>
    public static string Write(IEnumerable<Offer> offers) => string.Join("\n", offers
        .Select(o => string.Join(',', new[] { o.Category, o.Description, o.EnglishDescription, o.Type.ToString().ToLowerInvariant(), o.Confidential ? "1" : "0" }.Select(CsvField.Plain)))
        .Prepend("category,description,english_description,type,confidential")) + "\n";

    private static Offer Of(CsvRow row) => new()
    {
        Category = row["category"], Description = row["description"], EnglishDescription = row["english_description"],
        Type = TypeOf(row) ?? AnswerType.Realtime, Confidential = row["confidential"] is "1" or "true" or "yes" or "是",
    };

    private static AnswerType? TypeOf(CsvRow row) => row["type"].Length == 0 ? AnswerType.Realtime
        : char.IsAsciiLetter(row["type"][0]) && Enum.TryParse<AnswerType>(row["type"], ignoreCase: true, out var type) ? type
        : null;
}
