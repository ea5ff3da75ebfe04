using System.Globalization;
using CityLoom.City.Organizations;
using CityLoom.City.Trees;

namespace CityLoom.City.Indicators;

/// <summary>
/// Reads indicators from CSV with the columns <c>code,name,unit,direction,frequency</c> and, if wanted, <c>english_name, english_unit,
/// category_code, accumulation, aggregation, decimals, description, source</c>.
/// </summary>
public static class IndicatorImport
{
    /// <summary>All indicators, or every fault with its line.</summary>
    public static Import<IReadOnlyList<Indicator>> Read(string source, TextReader text, CategoryTree categories)
    {
        var table = CsvTable.Read(source, text, "code", "name", "unit", "direction", "frequency");
        var faults = table.Faults.ToList();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var indicators = new List<Indicator>();
        foreach (var row in table.Rows)
        {
            void Bad(string code, string words, string english) => faults.Add(new ImportFault(source, row.Line, "indicator." + code, words, english));
            if (!seen.TryAdd(row["code"], row.Line))
            {
                Bad("duplicate", $"编码 {row["code"]} 在第 {seen[row["code"]]} 行已有。", $"Line {seen[row["code"]]} has the code {row["code"]} already.");
            }

            if (row.OrNull("category_code") is { } category && categories.Find(category) is null)
            {
                Bad("category", $"没有类别 {category}。", $"There is no category {category}.");
            }

            if (ReadRow(row, Bad) is { } indicator)
            {
                indicators.Add(indicator);
            }
        }

        return faults.Count > 0 ? Import.Refused<IReadOnlyList<Indicator>>(faults) : Import.Taken<IReadOnlyList<Indicator>>(indicators);
    }

    private static Indicator? ReadRow(CsvRow row, Action<string, string, string> bad)
    {
        var direction = Choice(row["direction"], ("up", Direction.HigherIsBetter), ("down", Direction.LowerIsBetter));
        var rhythm = Choice(row["frequency"], ("month", Rhythm.Month), ("quarter", Rhythm.Quarter), ("year", Rhythm.Year));
        var aggregation = Choice(row.OrNull("aggregation") ?? "sum", ("sum", Aggregation.Sum), ("weighted", Aggregation.Weighted));
        var accumulation = Choice(row.OrNull("accumulation") ?? "level", ("level", Accumulation.Level), ("flow", Accumulation.Flow));
        if (row["code"].Length is 0 or > 100 || row["name"].Length is 0 or > 200)
        {
            bad("name", "指标须有编码和名称。", "An indicator has a code and a name.");
        }
        else if (direction is null || rhythm is null || aggregation is null || accumulation is null)
        {
            bad("words", "direction 写 up 或 down，frequency 写 month、quarter 或 year，aggregation 写 sum 或 weighted，accumulation 写 level 或 flow。",
                "Write up or down as direction; month, quarter or year as frequency; sum or weighted as aggregation; level or flow as accumulation.");
        }
        else if (!int.TryParse(row.OrNull("decimals") ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var decimals) || decimals > 6)
        {
            bad("decimals", "decimals 须为 0–6 的整数。", "decimals is a whole number from 0 to 6.");
        }
        else
        {
            return new Indicator
            {
                Code = row["code"], Name = row["name"], EnglishName = row["english_name"], Unit = row["unit"], EnglishUnit = row["english_unit"],
                Direction = direction.Value, Rhythm = rhythm.Value, Aggregation = aggregation.Value, Accumulation = accumulation.Value,
                Category = row.OrNull("category_code"), Decimals = decimals, Description = row["description"], Source = row["source"],
            };
        }

        return null;
    }

    private static T? Choice<T>(string text, params (string Word, T Value)[] choices)
        where T : struct =>
        choices.Where(c => c.Word == text).Select(c => (T?)c.Value).FirstOrDefault();
}
