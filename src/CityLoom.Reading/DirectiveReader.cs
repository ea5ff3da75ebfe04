using CityLoom.Reading.Cleaning;
using CityLoom.Reading.Grammar;
using CityLoom.Reading.Sources;

namespace CityLoom.Reading;

/// <summary>
/// Reads a directive from a file or a pasted text: the source is decoded, cleaned and read by the grammar.
/// No state is kept, any number of threads may read at once.
/// </summary>
public static class DirectiveReader
{
    /// <summary>Reads the bytes of a text, HTML, DOCX or PDF file, told apart by content. Bad input is refused, never thrown.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="explain">Adds to each measure the rules that decided its kind.</param>
    public static Outcome<DirectiveReading> Read(ReadOnlyMemory<byte> file, bool explain = false)
    {
        var source = SourceReader.Read(file);
        return source.Succeeded ? Read(source.Value, explain) : source.Refusal;
    }

    /// <summary>Reads a text that is decoded already, such as one pasted into a form.</summary>
    public static Outcome<DirectiveReading> Read(string text, bool explain = false)
    {
        var source = SourceReader.Read(text);
        return source.Succeeded ? Read(source.Value, explain) : source.Refusal;
    }

    private static Outcome<DirectiveReading> Read(SourceText source, bool explain)
    {
        var clean = DirectiveCleaner.Clean(source);
        if (!clean.Succeeded)
        {
            return clean.Refusal;
        }
        if (clean.Value.Text.Length == 0)
        {
            return Refusals.NoText;
        }
        var reading = DirectiveGrammar.Read(clean.Value, explain);
        return reading with
        {
            Measures = [.. reading.Measures.Select(measure => Traced(measure, clean.Value))],
            Warnings = [.. Suspicions.Of(clean.Value), .. reading.Warnings],
        };
    }

    private static Measure Traced(Measure measure, CleanText clean)
    {
        var (start, end) = clean.SourceSpan(measure.Start, measure.End);
        return measure with { SourceStart = start, SourceEnd = end };
    }
}
