namespace CityLoom.Detection.Cases;

/// <summary>Runs cases of a reference and gives the lines of its result files.</summary>
public static class CaseRun
{
    private static readonly Dictionary<string, CaseTable[]> Tables = new(
        SimpleTables.All.Select(table => KeyValuePair.Create(table.Name, new[] { table })))
    {
        ["farrington"] = [FarringtonTables.Original],
        ["farringtonFlexible"] = [FarringtonTables.Flexible],
        ["cusum"] = ChartTables.Cusum,
        ["rogerson"] = ChartTables.Rogerson,
        ["glrnb"] = ChartTables.Glr,
        ["ewma"] = [EssenceTable.Ewma],
        ["regression"] = [EssenceTable.Regression],
        ["switch"] = [EssenceTable.Switch],
    };

    /// <summary>The methods whose cases can be run, in the reference's names.</summary>
    public static IEnumerable<string> Methods => Tables.Keys;

    /// <summary>The result files that a case adds to, with their columns and the case's lines; null for an unknown method.</summary>
    /// <exception cref="Settings.SettingsException">The case's settings do not fit its method.</exception>
    /// <exception cref="FormatException">Its series cannot be read.</exception>
    public static IReadOnlyList<CaseResult>? Run(ReferenceCase given, SeriesFolder series)
    {
        if (!Tables.TryGetValue(given.Method, out var tables))
        {
            return null;
        }
        return [.. tables.Select(table => new CaseResult(
            table.Name, table.Columns, [.. table.Rows(new CaseInput(given, series.Load(given.Series))).Select(row => row.ToString())]))];
    }
}
