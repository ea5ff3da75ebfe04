using System.Globalization;
using CityLoom.City.Calendar;
using CityLoom.City.Export;
using CityLoom.City.Trees;

namespace CityLoom.Requests.Catalogue;

/// <summary>
/// The lines of a catalogue as CSV: <c>category,territory,organization</c> and, if wanted,
/// <c>direct,respond_within,handle_within,urgency,opening,closing</c>. A line with neither category nor territory, or with that of the
/// whole city, is the safety net 兜底, and there must be one.
/// </summary>
public static class DutyFile
{
    private static readonly string[] Columns =
        ["category", "territory", "organization", "direct", "respond_within", "handle_within", "urgency", "opening", "closing"];

    /// <summary>All lines, or every fault with its line; nothing is taken by halves.</summary>
    public static Import<IReadOnlyList<Duty>> Read(string source, TextReader text, CityTrees trees)
    {
        var table = CsvTable.Read(source, text, "category", "territory", "organization");
        var city = trees.Territories.Roots is [var root, ..] ? root.Code : "";
        var duties = table.Rows.Select((row, i) => (Row: row, Duty: Of(row, i + 1, city))).ToList();
        var faults = table.Faults.ToList();
        foreach (var (row, duty) in duties)
        {
            faults.AddRange(FaultsIn(source, row, duty, trees));
        }

        faults.AddRange(Doubles(source, duties));
        if (faults.Count == 0 && !duties.Exists(d => d.Duty.Category.Length == 0 && d.Duty.Territory == city))
        {
            faults.Add(new ImportFault(
                source, null, "catalogue.no-safety-net",
                "缺少兜底行：请加一行，类别留空，区划为全市，写明兜底单位。",
                "There is no safety net: add a line without a category for the whole city that names who takes what nobody else does."));
        }

        return faults.Count > 0 ? new Import<IReadOnlyList<Duty>>(null, faults, []) : new Import<IReadOnlyList<Duty>>(duties.ConvertAll(d => d.Duty), [], []);
    }

    /// <summary>The lines as the same CSV, that <see cref="Read"/> takes back.</summary>
    public static string Write(IEnumerable<Duty> duties) => string.Join("\n", duties.Select(d => string.Join(',', Fields(d).Select(CsvField.Plain))).Prepend(string.Join(',', Columns))) + "\n";

    internal static string[] Fields(Duty d) =>
    [
        d.Category, d.Territory, d.Organization, d.Direct ? "1" : "0", d.RespondWithin, d.HandleWithin, d.Urgency.ToString(CultureInfo.InvariantCulture), d.Opening, d.Closing,
    ];

    private static Duty Of(CsvRow row, int line, string city) => new()
    {
        Line = line,
        Category = row["category"] is "*" ? "" : row["category"],
        Territory = row["territory"] is "" or "*" ? city : row["territory"],
        Organization = row["organization"],
        Direct = row["direct"] is not ("0" or "false" or "no" or "否"),
        RespondWithin = row["respond_within"],
        HandleWithin = row["handle_within"],
        Urgency = int.TryParse(row["urgency"], NumberStyles.None, CultureInfo.InvariantCulture, out var urgency) ? urgency : 0,
        Opening = row["opening"],
        Closing = row["closing"],
    };

    private static IEnumerable<ImportFault> FaultsIn(string source, CsvRow row, Duty duty, CityTrees trees)
    {
        if (duty.Category.Length > 0 && trees.Categories.Find(duty.Category) is null)
        {
            yield return new(source, row.Line, "catalogue.category", $"没有类别 {duty.Category}。", $"There is no category {duty.Category}.");
        }

        if (trees.Territories.Find(duty.Territory) is null)
        {
            yield return new(source, row.Line, "catalogue.territory", $"没有区划 {duty.Territory}。", $"There is no territory {duty.Territory}.");
        }

        if (trees.Organizations.Find(duty.Organization) is null)
        {
            yield return new(source, row.Line, "catalogue.organization", $"没有单位 {duty.Organization}。", $"There is no organization {duty.Organization}.");
        }

        foreach (var term in new[] { duty.RespondWithin, duty.HandleWithin }.Where(t => t.Length > 0 && !Term.TryParse(t, out _, out _)))
        {
            yield return new(source, row.Line, "catalogue.term", $"期限“{term}”不成形；写作 days:5 或 mins:240。", $"The term '{term}' is malformed; write days:5 or mins:240.");
        }

        if (row["urgency"] is not ("" or "0" or "1" or "2"))
        {
            yield return new(source, row.Line, "catalogue.urgency", "紧急程度须为 0、1 或 2。", "The urgency is 0, 1 or 2.");
        }
    }

    private static IEnumerable<ImportFault> Doubles(string source, List<(CsvRow Row, Duty Duty)> duties) => duties
        .GroupBy(d => (d.Duty.Category, d.Duty.Territory))
        .SelectMany(g => g.Skip(1).Select(again => new ImportFault(
            source, again.Row.Line, "catalogue.twice",
            $"第 {g.First().Row.Line} 行已规定“{g.Key.Category}”在 {g.Key.Territory} 由谁负责；请删去其中一行。",
            $"Line {g.First().Row.Line} says already who has '{g.Key.Category}' at {g.Key.Territory}; delete one of them.")));
}
