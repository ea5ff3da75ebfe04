using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CityLoom.City.Export;

/// <summary>A sheet as a file that a browser keeps.</summary>
public static class SheetFile
{
    /// <summary>The endings that a sheet may be asked for by.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["xlsx", "csv"];

    /// <summary>The sheet as <c>NAME.xlsx</c> or <c>NAME.csv</c>.</summary>
    /// <param name="sheet">What to write.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="name">The file's name without its ending.</param>
    public static FileContentHttpResult Of(Sheet sheet, string format, string name)
    {
        using var file = new MemoryStream();
        Write(file, sheet, format);
        return TypedResults.Bytes(file.ToArray(), format == "csv" ? CsvFile.MediaType : XlsxFile.MediaType, $"{name}.{format}");
    }

    /// <summary>Writes the sheet in one of <see cref="Formats"/>.</summary>
    public static void Write(Stream to, Sheet sheet, string format)
    {
        if (format == "csv")
        {
            CsvFile.Write(to, sheet);
        }
        else
        {
            XlsxFile.Write(to, sheet);
        }
    }
}
