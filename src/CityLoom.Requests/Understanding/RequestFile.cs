using CsvHelper;

namespace CityLoom.Requests.Understanding;

/// <summary>
/// Reads a CSV file of requests row by row (RFC 4180, header line, columns in any order, further columns kept for whoever asks).
/// The words are in <c>subject</c> and <c>detail</c>; where the detail is lost, in <c>tokens</c>.
/// </summary>
public sealed class RequestFile : IDisposable
{
    private readonly CsvReader _csv;

    private RequestFile(CsvReader csv) => _csv = csv;

    /// <summary>The columns as named in the file, without a byte-order mark.</summary>
    public IReadOnlyList<string> Columns => _csv.Headers;

    /// <summary>The line on which the row begins, counted from 1.</summary>
    public int Line => (int)_csv.LineNumber;

    /// <summary>The words of the row.</summary>
    public RequestWords Words => new(this["subject"], this["detail"] is { Length: > 0 } detail ? detail : this["tokens"]);

    /// <summary>A field of the row; empty when the file has no such column or the row is short.</summary>
    public string this[string column] => _csv.TryGetFieldIndex(column, out var at) ? this[at] : "";

    /// <summary>A field of the row by its place; empty when the row is short.</summary>
    public string this[int column] => column < _csv.FieldCount ? _csv.GetString(column) : "";

    /// <summary>Opens a file.</summary>
    /// <param name="text">The file; it stays open.</param>
    /// <param name="required">Columns without which it is of no use.</param>
    /// <param name="bad">Told what is wrong and on which line.</param>
    /// <returns>The file; null when columns are missing, which <paramref name="bad"/> was told.</returns>
    public static RequestFile? Open(TextReader text, string[] required, Action<int, string> bad)
    {
        var csv = CsvReader.Create(text, CsvReaderOptions.Default with
        {
            Separator = ',',
            TrackLineNumbers = true,
            NormalizeHeaderName = name => name.Trim('\uFEFF', ' ').ToLowerInvariant(),
            OnMalformedRecord = record => bad((int)record.LineNumber, "引号使用有误，内部引号须写两个 / quotes are out of place; double those inside a quoted field"),
        }, leaveOpen: true);
        var missing = required.Where(name => !csv.TryGetFieldIndex(name, out _)).ToArray();
        if (missing.Length == 0)
        {
            return new(csv);
        }

        bad(1, $"缺少列 {string.Join(",", missing)}；首行须写列名 / the header lacks {string.Join(",", missing)}; it must name {string.Join(",", required)}");
        csv.Dispose();
        return null;
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Read() => _csv.Read();

    /// <inheritdoc/>
    public void Dispose() => _csv.Dispose();
}
