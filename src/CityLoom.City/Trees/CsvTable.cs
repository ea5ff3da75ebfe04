using CsvHelper;

namespace CityLoom.City.Trees;

/// <summary>A CSV file with a header line, read whole (RFC 4180, commas), each row with the line it stands on.</summary>
public sealed class CsvTable
{
    private CsvTable(IReadOnlyList<CsvRow> rows, IReadOnlyList<ImportFault> faults) => (Rows, Faults) = (rows, faults);

    /// <summary>The rows in the order of the file; none when there is a fault in its header.</summary>
    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>What is wrong with the file as CSV.</summary>
    public IReadOnlyList<ImportFault> Faults { get; }

    /// <summary>Reads all rows. Required columns that are missing, rows of the wrong length and quotes out of place are faults.</summary>
    public static CsvTable Read(string source, TextReader text, params string[] required)
    {
        var faults = new List<ImportFault>();
        using var reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = ',',
            TrimWhitespace = true,
            TrackLineNumbers = true,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            NormalizeHeaderName = name => name.Trim('\uFEFF', ' ').ToLowerInvariant(),
            OnMalformedRecord = bad => faults.Add(Malformed(source, bad)),
        });
        var columns = reader.Headers.Select(h => h.Trim('\uFEFF', ' ').ToLowerInvariant()).ToArray();
        if (columns.Length == 0)
        {
            return new CsvTable([], [new ImportFault(source, null, "csv.empty", "文件为空；首行须为列名。", "The file is empty; its first line names the columns.")]);
        }

        faults.AddRange(required.Except(columns).Select(c => new ImportFault(
            source, 1, "csv.missing-column",
            $"缺少列 {c}；现有列：{string.Join("、", columns)}。",
            $"Column {c} is missing; the file has {string.Join(", ", columns)}.")));
        return new CsvTable(faults.Count == 0 ? ReadRows(reader, columns) : [], faults);
    }

    private static List<CsvRow> ReadRows(CsvReader reader, string[] columns)
    {
        var places = columns.Select((c, i) => (c, i)).DistinctBy(p => p.c).ToDictionary(p => p.c, p => p.i, StringComparer.Ordinal);
        var rows = new List<CsvRow>();
        while (reader.Read())
        {
            rows.Add(new CsvRow((int)reader.LineNumber, places, [.. Enumerable.Range(0, columns.Length).Select(reader.GetString)]));
        }

        return rows;
    }

    private static ImportFault Malformed(string source, CsvMalformedRecord bad) =>
        bad.Reason == CsvMalformedReason.FieldCountMismatch
            ? new ImportFault(source, (int)bad.LineNumber, "csv.width", "本行的列数与表头不同；请检查逗号。", "This line has not as many fields as the header; check its commas.")
            : new ImportFault(
                source, (int)bad.LineNumber, "csv.quotes",
                "引号使用有误；含逗号或引号的内容须整体加引号，内部引号写两个。", "Quotes are out of place; put a field with commas or quotes in quotes and double those inside.");
}
