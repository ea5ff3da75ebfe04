using System.Globalization;
using CityLoom.City.Territories;
using CityLoom.City.Trees;

namespace CityLoom.City.Indicators;

/// <summary>
/// Reads targets from CSV with the columns <c>code,indicator_code,territory_code,comparator,value,due,baseline_period,baseline,path</c>
/// and, if wanted, <c>points</c> (weights or waypoints of the path), <c>directive</c> and <c>source</c>. The path begins on the day after the baseline period.
/// </summary>
public static class TargetImport
{
    /// <summary>All targets, or every fault with its line.</summary>
    /// <param name="source">Name of the file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="indicators">The indicators there are, by code.</param>
    /// <param name="territories">The division tree.</param>
    public static Import<IReadOnlyList<StoredTarget>> Read(
        string source, TextReader text, IReadOnlyDictionary<string, Indicator> indicators, TerritoryTree territories)
    {
        var table = CsvTable.Read(
            source, text, "code", "indicator_code", "territory_code", "comparator", "value", "due", "baseline_period", "baseline", "path");
        var faults = table.Faults.ToList();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var targets = new List<StoredTarget>();
        foreach (var row in table.Rows)
        {
            void Bad(string code, string words, string english) => faults.Add(new ImportFault(source, row.Line, "target." + code, words, english));
            if (row["code"].Length is 0 or > 100 || !seen.TryAdd(row["code"], row.Line))
            {
                Bad("code", $"目标编码“{row["code"]}”为空、过长或重复。", $"The code '{row["code"]}' is empty, too long or given twice.");
            }

            var indicator = indicators.GetValueOrDefault(row["indicator_code"]);
            if (indicator is null)
            {
                Bad("indicator", $"没有指标 {row["indicator_code"]}。", $"There is no indicator {row["indicator_code"]}.");
            }

            if (territories.Find(row["territory_code"]) is null)
            {
                Bad("territory", $"没有编码为 {row["territory_code"]} 的区划。", $"There is no territory with the code {row["territory_code"]}.");
            }

            if (ReadRow(row, Bad) is { } target && Sound(target, indicator, Bad))
            {
                targets.Add(target);
            }
        }

        return faults.Count > 0 ? Import.Refused<IReadOnlyList<StoredTarget>>(faults) : Import.Taken<IReadOnlyList<StoredTarget>>(targets);
    }

    private static StoredTarget? ReadRow(CsvRow row, Action<string, string, string> bad)
    {
        if (row["comparator"] is not (">=" or "<="))
        {
            bad("comparator", $"comparator 写 >= 或 <=，不能是“{row["comparator"]}”。", $"Write >= or <= as comparator, not '{row["comparator"]}'.");
        }
        else if (ObservationImport.Number(row["value"]) is not { } value || ObservationImport.Number(row["baseline"]) is not { } baseline)
        {
            bad("value", "value 和 baseline 须为数字，如 94.2。", "value and baseline are numbers such as 94.2.");
        }
        else if (!DateOnly.TryParseExact(row["due"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due))
        {
            bad("due", $"到期日“{row["due"]}”须写作 2026-12-31。", $"Write the due day like 2026-12-31, not '{row["due"]}'.");
        }
        else if (!Period.TryParse(row["baseline_period"], out var period))
        {
            bad("baseline-period", $"基期“{row["baseline_period"]}”须写作 2025-12、2025-Q4 或 2025。", $"Write the baseline period like 2025-12, 2025-Q4 or 2025, not '{row["baseline_period"]}'.");
        }
        else
        {
            return new StoredTarget
            {
                Code = row["code"], Indicator = row["indicator_code"], Territory = row["territory_code"],
                Direction = row["comparator"] == "<=" ? Direction.LowerIsBetter : Direction.HigherIsBetter,
                Value = value, Baseline = baseline, Start = period.Last.AddDays(1), Due = due, Path = new PathText(row["path"], row["points"]),
                Reference = row.OrNull("directive") ?? row["source"],
            };
        }

        return null;
    }

    private static bool Sound(StoredTarget target, Indicator? indicator, Action<string, string, string> bad)
    {
        if (target.Path.Read(out var path) is null)
        {
            bad("path", path!.Value.Zh, path.Value.En);
            return false;
        }

        if (indicator is not null && target.For(indicator).Fault is { } fault)
        {
            bad("fault", fault.Zh, fault.En);
            return false;
        }

        return true;
    }
}
