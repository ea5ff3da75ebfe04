using CityLoom.City.Trees;

namespace CityLoom.City.Territories;

/// <summary>Reads any city's division tree from CSV with the columns <c>level,code,name,parent_code</c> and, if wanted, <c>zone</c>.</summary>
public static class TerritoryImport
{
    /// <summary>The whole tree, or every fault with its line; nothing is taken by halves.</summary>
    /// <param name="source">Name of the file, for the faults.</param>
    /// <param name="text">Its content.</param>
    public static Import<TerritoryTree> Read(string source, TextReader text)
    {
        var table = CsvTable.Read(source, text, "level", "code", "name", "parent_code");
        var faults = table.Faults.ToList();
        var rows = new List<(Territory Node, int Line)>();
        foreach (var row in table.Rows)
        {
            var fieldFaults = FieldFaults(source, row).ToList();
            faults.AddRange(fieldFaults);
            var level = TerritoryLevels.Read(row["level"]) ?? TerritoryLevel.Grid;
            rows.Add((new Territory(row["code"], row["name"], level, row.OrNull("parent_code"), row.OrNull("zone")), row.Line));
        }

        var notes = CutOff(source, rows);
        if (faults.Count == 0)
        {
            faults.AddRange(TreeFaults.Of(source, "territory", rows));
            faults.AddRange(LevelFaults(source, rows));
        }

        if (faults.Count == 0 && rows.Count == 0)
        {
            faults.Add(new ImportFault(source, null, "territory.none", "文件只有表头，没有区划。", "The file has a header but no territory."));
        }

        return faults.Count > 0
            ? Import.Refused<TerritoryTree>(faults)
            : Import.Taken(new TerritoryTree(rows.ConvertAll(r => r.Node)), notes);
    }

    /// <summary>Lists are cut out of a country's: what stands highest in the file may name a parent outside it and becomes a root.</summary>
    private static List<ImportFault> CutOff(string source, List<(Territory Node, int Line)> rows)
    {
        var notes = new List<ImportFault>();
        var codes = rows.Select(r => r.Node.Code).ToHashSet(StringComparer.Ordinal);
        var highest = rows.Select(r => r.Node.Level).DefaultIfEmpty().Min();
        for (var i = 0; i < rows.Count; i++)
        {
            var (node, line) = rows[i];
            if (node.Level == highest && node.ParentCode is { } parent && !codes.Contains(parent))
            {
                rows[i] = (node with { ParentCode = null }, line);
                notes.Add(new ImportFault(
                    source, line, "territory.cut-off",
                    $"{node.Name} 的上级 {parent} 不在文件中，作为根导入。", $"The parent {parent} of {node.Code} is not in the file; {node.Code} becomes a root."));
            }
        }

        return notes;
    }

    private static IEnumerable<ImportFault> FieldFaults(string source, CsvRow row)
    {
        if (TerritoryLevels.Read(row["level"]) is null)
        {
            yield return new ImportFault(
                source, row.Line, "territory.bad-level",
                $"层级“{row["level"]}”无法识别；可用 city、district、street、community、grid。",
                $"There is no level '{row["level"]}'; use city, district, street, community or grid.");
        }

        foreach (var column in new[] { "code", "name" }.Where(c => row[c].Length == 0))
        {
            yield return new ImportFault(
                source, row.Line, "territory.empty", $"{column} 为空；每个区划须有编码和名称。", $"{column} is empty; a territory has a code and a name.");
        }

        if (row["code"].Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.')))
        {
            yield return new ImportFault(
                source, row.Line, "territory.bad-code",
                $"编码“{row["code"]}”含有字母、数字、连字符以外的字符。", $"Code '{row["code"]}' holds more than letters, digits and hyphens.");
        }
    }

    private static IEnumerable<ImportFault> LevelFaults(string source, List<(Territory Node, int Line)> rows)
    {
        var levels = rows.DistinctBy(r => r.Node.Code).ToDictionary(r => r.Node.Code, r => r.Node.Level, StringComparer.Ordinal);
        foreach (var (node, line) in rows)
        {
            if (node.ParentCode is { } parent && levels.TryGetValue(parent, out var above) && above >= node.Level)
            {
                yield return new ImportFault(
                    source, line, "territory.bad-level",
                    $"{node.Code} 的层级 {node.Level.Word()} 不低于上级 {parent} 的层级 {above.Word()}。",
                    $"{node.Code} is a {node.Level.Word()} but its parent {parent} is a {above.Word()}; a parent stands on a higher level.");
            }
        }
    }
}
