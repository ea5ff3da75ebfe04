using System.Globalization;
using CityLoom.City.Territories;
using CityLoom.City.Trees;

namespace CityLoom.City.Indicators;

/// <summary>Reads observations from CSV with the columns <c>code,territory_code,period,value</c> and, if wanted, <c>source</c>.</summary>
public static class ObservationImport
{
    /// <summary>All observations, or every fault with its line.</summary>
    /// <param name="source">Name of the file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="indicators">The indicators there are, by code.</param>
    /// <param name="territories">The division tree.</param>
    /// <param name="only">The one indicator that the values are for, so that <c>code</c> may be left out; null when rows name theirs.</param>
    public static Import<IReadOnlyList<NewObservation>> Read(
        string source, TextReader text, IReadOnlyDictionary<string, Indicator> indicators, TerritoryTree territories, string? only = null)
    {
        string[] columns = ["territory_code", "period", "value"];
        var table = CsvTable.Read(source, text, only is null ? ["code", .. columns] : columns);
        var faults = table.Faults.ToList();
        var seen = new Dictionary<(string, string, string), int>();
        var values = new List<NewObservation>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            var code = row.OrNull("code") ?? only ?? "";
            if (Fault(code, row["territory_code"], row["period"], row["value"], indicators, territories, only) is { } fault)
            {
                faults.Add(fault with { Source = source, Line = row.Line });
            }
            else if (!seen.TryAdd((code, row["territory_code"], row["period"]), row.Line))
            {
                faults.Add(new ImportFault(source, row.Line, "observation.duplicate",
                    $"与第 {seen[(code, row["territory_code"], row["period"])]} 行是同一指标、区划和期间；只留一行。",
                    $"The same indicator, territory and period as line {seen[(code, row["territory_code"], row["period"])]}; keep one."));
            }
            else
            {
                values.Add(new NewObservation(code, row["territory_code"], Parsed(row["period"]), Number(row["value"])!.Value, row["source"]));
            }
        }

        return faults.Count > 0 ? Import.Refused<IReadOnlyList<NewObservation>>(faults) : Import.Taken<IReadOnlyList<NewObservation>>(values);
    }

    /// <summary>What is wrong with one value, or null.</summary>
    internal static ImportFault? Fault(
        string code, string territory, string period, string value, IReadOnlyDictionary<string, Indicator> indicators, TerritoryTree territories, string? only)
    {
        var indicator = indicators.GetValueOrDefault(code);
        return indicator is null ? Bad("indicator", $"没有指标 {code}。", $"There is no indicator {code}.")
            : only is not null && code != only ? Bad("indicator", $"这里只收指标 {only} 的数值。", $"Only values of {only} are taken here.")
            : territories.Find(territory) is null ? Bad("territory", $"没有编码为 {territory} 的区划。", $"There is no territory with the code {territory}.")
            : !Period.TryParse(period, out var read) || read.Rhythm != indicator.Rhythm ? Bad(
                "period", $"期间“{period}”不合该指标的统计周期，须写作 {Sample(indicator)}。", $"'{period}' is not a period of this indicator; write it like {Sample(indicator)}.")
            : Number(value) is null ? Bad("value", $"“{value}”不是数字；写作 89.3，不带单位。", $"'{value}' is not a number; write it like 89.3, without a unit.")
            : null;
    }

    /// <summary>A plain number with a point for its decimals, or null.</summary>
    internal static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < 1_000_000_000_000_000m
            ? number
            : null;

    private static Period Parsed(string text) => Period.TryParse(text, out var period) ? period : default;

    private static string Sample(Indicator indicator) => indicator.Rhythm switch { Rhythm.Month => "2026-03", Rhythm.Quarter => "2026-Q1", _ => "2026" };

    private static ImportFault Bad(string code, string words, string english) => new("", null, "observation." + code, words, english);
}
