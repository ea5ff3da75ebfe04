using System.CommandLine;
using System.Globalization;
using CityLoom.City.Export;

namespace CityLoom.Verbs;

/// <summary>Where a verb puts a sheet: a file by its ending, or standard output as a table.</summary>
internal static class SheetOutput
{
    /// <summary>The file to write.</summary>
    public static Option<FileInfo?> Out { get; } = new("--out") { Description = "结果文件 / file to write, .xlsx or .csv; without it a table on standard output", HelpName = "FILE" };

    /// <summary>The language of headings.</summary>
    public static Option<string> Language { get; } = new("--language") { Description = "zh, en", DefaultValueFactory = _ => "zh" };

    /// <summary>Writes the sheet; returns the exit code.</summary>
    public static int Write(Terminal terminal, ParseResult call, Sheet sheet)
    {
        if (call.GetValue(Out) is not { } file)
        {
            terminal.Table([.. sheet.Columns.Select(c => c.Heading)], [.. sheet.Rows.Select(r => r.Select(Written).ToArray())]);
            return ExitCodes.Done;
        }

        var format = file.Extension.TrimStart('.').ToLowerInvariant();
        if (!SheetFile.Formats.Contains(format))
        {
            return terminal.Refuse($"--out {file.Name}: 须以 .xlsx 或 .csv 结尾 / must end in .xlsx or .csv", ExitCodes.WrongUsage);
        }

        using var to = file.Open(FileMode.Create, FileAccess.ReadWrite);
        SheetFile.Write(to, sheet, format);
        terminal.Line($"{file.Name}: {sheet.Rows.Count} 行 / rows");
        return ExitCodes.Done;
    }

    private static string Written(object? value) => value switch
    {
        null => "",
        double number => number.ToString("0.####", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
