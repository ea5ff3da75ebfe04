using System.Text;
using CityLoom.Requests.Understanding;
using CsvHelper;

namespace CityLoom.Verbs;

/// <summary>Reads CSV files of requests and writes CSV answers; what is wrong is named on standard error, never thrown.</summary>
internal sealed class RequestTables(Terminal terminal)
{
    private static readonly CsvWriterOptions Format = CsvWriterOptions.Default with { NewLine = "\n" };

    /// <summary>Rows of a kind from a file; null once it was said why it can't be used.</summary>
    public List<T>? Rows<T>(FileInfo file, string[] required, Func<RequestFile, T> read) => Guarded(file.Name, () =>
    {
        using var text = Text(file);
        using var rows = RequestFile.Open(text, required, (line, why) => terminal.Error($"{file.Name}:{line}: {why}"));
        if (rows is null)
        {
            return null;
        }

        var all = new List<T>();
        while (rows.Read())
        {
            all.Add(read(rows));
        }

        return all;
    });

    /// <summary>
    /// Writes every row of a file again with fields added at its end. A draft beside the target comes first, so that a broken run
    /// leaves nothing half.
    /// </summary>
    public bool Answer(FileInfo file, string[] required, string[] added, string target, Func<RequestFile, IEnumerable<string>> answer) => Guarded(file.Name, () =>
    {
        using var text = Text(file);
        using var rows = RequestFile.Open(text, required, (line, why) => terminal.Error($"{file.Name}:{line}: {why}"));
        if (rows is null)
        {
            return null;
        }

        Write(target, output => WriteRows(rows, added, output, answer));
        return target;
    }) is not null;

    /// <summary>Writes a table from its heading on; <c>-</c> is standard output.</summary>
    public void Write(string target, Action<CsvWriter> write)
    {
        if (target == "-")
        {
            using var output = CsvWriter.Create(terminal.Output, Format, leaveOpen: true);
            write(output);
            output.Flush();
            terminal.Output.Flush();
            return;
        }

        var draft = target + ".part";
        try
        {
            using (var file = new StreamWriter(draft, append: false, new UTF8Encoding(false)))
            using (var output = CsvWriter.Create(file, Format, leaveOpen: true))
            {
                write(output);
            }

            File.Move(draft, target, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Runs work on files; null once it was said what is wrong with them.</summary>
    public T? Guarded<T>(string name, Func<T?> work)
        where T : class
    {
        try
        {
            return work();
        }
        catch (DecoderFallbackException)
        {
            terminal.Error($"{name}: 不是 UTF-8 编码，请另存为 UTF-8 / this is not UTF-8; save it as UTF-8");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
        {
            terminal.Error($"{name}: {e.Message}");
        }

        return null;
    }

    private static StreamReader Text(FileInfo file) => new(file.OpenRead(), new UTF8Encoding(false, throwOnInvalidBytes: true));

    private static void WriteRows(RequestFile rows, string[] added, CsvWriter output, Func<RequestFile, IEnumerable<string>> answer)
    {
        var kept = Enumerable.Range(0, rows.Columns.Count).Where(i => !added.Contains(rows.Columns[i].Trim('\uFEFF', ' '), StringComparer.OrdinalIgnoreCase)).ToArray();
        Record(output, kept.Select(i => rows.Columns[i].TrimStart('\uFEFF')).Concat(added));
        while (rows.Read())
        {
            Record(output, kept.Select(i => rows[i]).Concat(answer(rows)));
        }
    }

    public static void Record(CsvWriter output, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            output.WriteField(field);
        }

        output.EndRecord();
    }
}
