using CsvHelper;

namespace CityLoom.City.Calendar;

/// <summary>How this module reads and writes comma-separated files: RFC 4180, short rows allowed, broken quoting reported and read on.</summary>
internal static class CsvTable
{
    public static CsvWriterOptions Output { get; } = CsvWriterOptions.Default with { NewLine = "\n" };

    public static CsvReaderOptions Options(Action<int, string> broken) => CsvReaderOptions.Default with
    {
        Separator = ',',
        TrackLineNumbers = true,
        OnMalformedRecord = record => broken((int)record.LineNumber, Said(record.Reason)),
    };

    private static string Said(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.UnterminatedQuote => "a quoted field is never closed; everything after it was read as one field",
        _ => "a quotation mark stands where none may; double it inside a quoted field",
    };
}
