using System.Globalization;
using System.Text;

namespace CityLoom.Reach.Inputs;

/// <summary>A CSV table with a header (RFC 4180: quotes, doubled quotes, line breaks within quotes); columns are found by name.</summary>
internal sealed class Sheet
{
    private const int LongestRow = 100_000;
    private readonly Dictionary<string, int> _columns;

    private Sheet(string name, Dictionary<string, int> columns, List<SheetRow> rows) => (Name, _columns, Rows) = (name, columns, rows);

    public string Name { get; }

    public IReadOnlyList<SheetRow> Rows { get; }

    public bool Has(string column) => _columns.ContainsKey(column);

    public int? Column(string column) => _columns.TryGetValue(column, out var at) ? at : null;

    /// <summary>Reads a table that must hold the named columns.</summary>
    public static Sheet Read(string name, TextReader text, params ReadOnlySpan<string> needed)
    {
        var line = 1;
        var header = Cells(name, text, ref line) ?? throw Fault(name, 1, "sheet.empty", "文件是空的。", "The file is empty.");
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < header.Count; at++)
        {
            columns.TryAdd(header[at].Trim().TrimStart('\uFEFF'), at);
        }

        foreach (var column in needed)
        {
            if (!columns.ContainsKey(column))
            {
                throw Fault(name, 1, "sheet.no-column", $"缺少列 {column}。", $"The column {column} is missing.");
            }
        }

        var rows = new List<SheetRow>();
        var sheet = new Sheet(name, columns, rows);
        for (var start = line; Cells(name, text, ref line) is { } cells; start = line)
        {
            if (cells is not [""])
            {
                rows.Add(new SheetRow(sheet, start, cells));
            }
        }

        return sheet;
    }

    public static InputFaultException Fault(string name, int line, string code, string words, string english) =>
        new(new InputFault(code, $"{name} 第 {line} 行：{words}", $"{name} line {line}: {english}"));

    private static List<string>? Cells(string name, TextReader text, ref int line)
    {
        var start = line;
        if (text.Peek() < 0)
        {
            return null;
        }

        var (cells, cell, quoted, length) = (new List<string>(), new StringBuilder(), false, 0);
        for (var next = text.Read(); ; next = text.Read())
        {
            line += next == '\n' ? 1 : 0;
            if (next < 0 && quoted)
            {
                throw Fault(name, start, "sheet.open-quote", "引号没有关闭。", "A quotation mark is not closed.");
            }

            if (++length > LongestRow)
            {
                throw Fault(name, start, "sheet.long-row", $"一行超过 {LongestRow} 个字符。", $"The row has over {LongestRow} characters.");
            }

            if (quoted)
            {
                quoted = Quoted(text, cell, next);
            }
            else if (next is < 0 or '\n')
            {
                cells.Add(cell.ToString());
                return cells;
            }
            else if (next == ',')
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (next == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (next != '\r')
            {
                cell.Append((char)next);
            }
        }
    }

    /// <summary>Takes one character within quotes; false when it closes them.</summary>
    private static bool Quoted(TextReader text, StringBuilder cell, int next)
    {
        if (next != '"')
        {
            cell.Append((char)next);
            return true;
        }

        if (text.Peek() != '"')
        {
            return false;
        }

        cell.Append((char)text.Read());
        return true;
    }
}

/// <summary>One row of a table.</summary>
internal sealed class SheetRow(Sheet sheet, int line, List<string> cells)
{
    /// <summary>The trimmed text of a cell; empty where the column or the cell is missing.</summary>
    public string Text(string column) => sheet.Column(column) is { } at && at < cells.Count ? cells[at].Trim() : "";

    /// <summary>The text of a cell that must not be empty.</summary>
    public string Needed(string column) =>
        Text(column) is { Length: > 0 } text ? text : throw Fault("sheet.empty-cell", $"{column} 是空的。", $"{column} is empty.");

    /// <summary>A number in a range.</summary>
    public double Number(string column, double least, double most) =>
        double.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Fault("sheet.bad-number", $"{column} 是“{Text(column)}”，应为 {least} 到 {most} 的数。", $"{column} is \"{Text(column)}\"; it must be a number from {least} to {most}.");

    /// <summary>A whole number in a range.</summary>
    public long Whole(string column, long least, long most) =>
        long.TryParse(Text(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Fault("sheet.bad-number", $"{column} 是“{Text(column)}”，应为 {least} 到 {most} 的整数。", $"{column} is \"{Text(column)}\"; it must be a whole number from {least} to {most}.");

    /// <summary>A whole number, or what stands for an empty cell.</summary>
    public long Whole(string column, long least, long most, long otherwise) => Text(column).Length == 0 ? otherwise : Whole(column, least, most);

    /// <summary>A date as 2026-11-28; null for an empty cell.</summary>
    public DateOnly? Date(string column) =>
        Text(column) is not { Length: > 0 } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw Fault("sheet.bad-date", $"{column} 是“{text}”，应写作 2026-11-28。", $"{column} is \"{text}\"; write it as 2026-11-28.");

    public InputFaultException Fault(string code, string words, string english) => Sheet.Fault(sheet.Name, line, code, words, english);
}
