using System.Globalization;
using System.Text;
using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Tables;

/// <summary>
/// A CSV file (RFC 4180) with a header, wholly in memory: fields may be quoted, lines end with LF or CRLF, a byte order mark and
/// empty lines are passed over. Numbers are read without regard to the culture.
/// </summary>
public sealed class CsvTable
{
    private readonly string _name;

    private CsvTable(string name, string[] header, List<(int Line, string[] Fields)> rows) => (_name, Header, Rows) = (name, header, rows);

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The rows with the number of the line each begins in.</summary>
    public IReadOnlyList<(int Line, string[] Fields)> Rows { get; }

    /// <summary>Reads a table.</summary>
    /// <param name="name">What to call the file in messages.</param>
    /// <param name="text">The text.</param>
    /// <param name="firstColumn">When given, lines before the one whose first field is this are passed over: some files have a title.</param>
    /// <exception cref="RoadFileException">There is no header, or a row has other columns than the header.</exception>
    public static CsvTable Read(string name, TextReader text, string? firstColumn = null)
    {
        var (header, rows, line) = ((string[]?)null, new List<(int, string[])>(), 0);
        while (Record(name, text, ref line) is var (number, fields))
        {
            if (fields is [""] || (header is null && firstColumn is not null && fields[0] != firstColumn))
            {
                continue;
            }
            if (header is not null && fields.Length != header.Length)
            {
                throw new RoadFileException($"{name}, line {number}: {fields.Length} fields where the header has {header.Length}");
            }
            if (header is null)
            {
                header = fields;
            }
            else
            {
                rows.Add((number, fields));
            }
        }
        return new(name, header ?? throw new RoadFileException($"{name}: no header was found; the first line names the columns"), rows);
    }

    /// <summary>The column of a name; the first that exists of several.</summary>
    /// <exception cref="RoadFileException">None of them exists.</exception>
    public int Column(params ReadOnlySpan<string> names) =>
        FindColumn(names) is var column and >= 0 ? column : throw new RoadFileException($"{_name}: there is no column {string.Join(" or ", names.ToArray())}; there are {string.Join(", ", Header)}");

    /// <summary>The column of a name, the first that exists of several; -1 where none does.</summary>
    public int FindColumn(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            for (var column = 0; column < Header.Count; column++)
            {
                if (string.Equals(Header[column].Trim(), name, StringComparison.OrdinalIgnoreCase))
                {
                    return column;
                }
            }
        }
        return -1;
    }

    /// <summary>A whole number.</summary>
    /// <exception cref="RoadFileException">It is none.</exception>
    public long Whole((int Line, string[] Fields) row, int column) =>
        long.TryParse(row.Fields[column], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(row, column, "a whole number");

    /// <summary>A finite number.</summary>
    /// <exception cref="RoadFileException">It is none.</exception>
    public double Number((int Line, string[] Fields) row, int column) =>
        double.TryParse(row.Fields[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Wrong(row, column, "a number");

    /// <summary>A field as it would be written in a CSV file.</summary>
    public static string Quoted(string field) => field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private RoadFileException Wrong((int Line, string[] Fields) row, int column, string wanted) =>
        new($"{_name}, line {row.Line}, column {Header[column]}: '{row.Fields[column]}' is not {wanted}");

    private static (int Line, string[] Fields)? Record(string name, TextReader text, ref int line)
    {
        if (text.ReadLine() is not { } read)
        {
            return null;
        }
        var (number, fields, at) = (++line, new List<string>(), 0);
        do
        {
            fields.Add(at < read.Length && read[at] == '"' ? QuotedField(name, text, ref read, ref at, ref line) : PlainField(read, ref at));
        }
        while (at++ < read.Length);
        return (number, fields.ToArray());
    }

    private static string PlainField(string read, ref int at)
    {
        var end = read.IndexOf(',', at);
        var (start, stop) = (at, end < 0 ? read.Length : end);
        at = stop;
        return read[start..stop];
    }

    private static string QuotedField(string name, TextReader text, ref string read, ref int at, ref int line)
    {
        var (field, begun) = (new StringBuilder(), line);
        for (at++; ; at++)
        {
            if (at >= read.Length)
            {
                read = text.ReadLine() ?? throw new RoadFileException($"{name}, line {begun}: a quotation mark is not closed");
                (at, line) = (-1, line + 1);
                field.Append('\n');
            }
            else if (read[at] != '"')
            {
                field.Append(read[at]);
            }
            else if (at + 1 < read.Length && read[at + 1] == '"')
            {
                field.Append(read[at++]);
            }
            else
            {
                at++;
                return at == read.Length || read[at] == ',' ? field.ToString() : throw new RoadFileException($"{name}, line {begun}: a closing quotation mark is followed by neither a comma nor the end of the line");
            }
        }
    }
}
