using System.Globalization;

namespace CityLoom.Reading.Grammar;

/// <summary>Dates a report that leaves out its year by the last political event it mentions.</summary>
internal static class Events
{
    public const string File = "events.txt";

    /// <summary>The events, the last of them first.</summary>
    private static readonly (string Name, int Year, int Month)[] Known =
        [.. Lexicon.Lines(File).Select(Parse).OrderByDescending(known => (known.Year, known.Month))];

    /// <summary>The year of the first such month on or after the last event mentioned; 0 when none is.</summary>
    public static int YearOf(string text, int month)
    {
        foreach (var (name, eventYear, eventMonth) in Known)
        {
            if (text.Contains(name, StringComparison.Ordinal))
            {
                return month >= eventMonth ? eventYear : eventYear + 1;
            }
        }
        return 0;
    }

    private static (string Name, int Year, int Month) Parse(string line)
    {
        var at = line.LastIndexOf(' ');
        var date = line.AsSpan(at + 1);
        return (line[..at], int.Parse(date[..4], CultureInfo.InvariantCulture), int.Parse(date[5..], CultureInfo.InvariantCulture));
    }
}
