using System.Globalization;

namespace CityLoom.Reading.Grammar;

/// <summary>Reads title, issuer, meeting, date and place.</summary>
internal static class DocumentFactsReader
{
    public static DocumentFacts Read(Draft draft)
    {
        var title = Titles.Own(draft);
        var meeting = draft.IsPlan ? null : Meetings.Read(draft);
        var place = Places.Read(draft);
        return new DocumentFacts(title, Issuers.Read(draft, meeting, place), meeting, Day(draft), place, draft.Kind);
    }

    /// <summary>The day of the document; parts that are unknown are 0, and the year of an undated one is presumed.</summary>
    public static WrittenDate DayOf(Draft draft, DocumentFacts facts) => facts.Date is null
        ? new(PresumedYear.Of(draft.Text), 0, 0, 0) : new(Part(facts.Date, 0, 4), Part(facts.Date, 5, 2), Part(facts.Date, 8, 2), 0);

    private static int Part(string? date, int from, int length) =>
        date is not null && date.Length >= from + length
            && int.TryParse(date.AsSpan(from, length), NumberStyles.None, CultureInfo.InvariantCulture, out var part) ? part : 0;

    private static string? Day(Draft draft)
    {
        foreach (var line in draft.Lines)
        {
            if (line.Kind == LineKind.Date && DateReader.TryRead(draft.Slice(line.Start, line.End), out var date))
            {
                return Format(date.Year, date.Month, date.Day);
            }
        }
        return draft.IsPlan
            ? FirstWhole(draft.Text) ?? NumberYear(draft) ?? TitleYear(draft) ?? FirstOfReport(draft) : FirstWhole(draft.Text,
            draft.Kind == DocumentKind.Resolution ? int.MaxValue : 400) ?? FirstOfReport(draft);
    }

    private static string? FirstWhole(string text, int limit = int.MaxValue)
    {
        for (var at = text.IndexOf('年', StringComparison.Ordinal); at >= 4 && at < limit; at = text.IndexOf('年', at + 1))
        {
            if (DateReader.TryRead(text.AsSpan(at - 4), out var date) && date is { Year: > 0, Day: > 0 })
            {
                return Format(date.Year, date.Month, date.Day);
            }
        }
        return null;
    }

    private static string? NumberYear(Draft draft)
    {
        foreach (var line in draft.Lines)
        {
            var words = draft.Slice(line.Start, line.End);
            var at = words.IndexOfAny("〔［[");
            if (line.Kind == LineKind.Number && at >= 0 && at + 5 < words.Length && int.TryParse(words.Slice(at + 1, 4), out var year))
            {
                return year.ToString(CultureInfo.InvariantCulture);
            }
        }
        return null;
    }

    // 2024年工作要点 is of 2024.
    private static string? TitleYear(Draft draft)
    {
        foreach (var line in draft.Lines)
        {
            var words = draft.Slice(line.Start, line.End);
            var at = line.Kind == LineKind.Title ? words.IndexOf('年') : -1;
            if (at >= 4 && DateReader.TryRead(words[(at - 4)..], out var date) && date.Year > 0)
            {
                return date.Year.ToString(CultureInfo.InvariantCulture);
            }
        }
        return null;
    }

    // 2月19日 without a year: the year follows from what the report speaks of.
    private static string? FirstOfReport(Draft draft)
    {
        var text = draft.Text;
        for (var at = text.IndexOf('月', StringComparison.Ordinal); at > 0; at = text.IndexOf('月', at + 1))
        {
            var from = at - 1;
            while (from > 0 && at - from < 2 && char.IsAsciiDigit(text[from - 1]))
            {
                from--;
            }
            if (DateReader.TryRead(text.AsSpan(from), out var date) && date is { Month: > 0, Day: > 0 })
            {
                var year = WrittenYear(text, date.Month);
                return year == 0 ? null : Format(year, date.Month, date.Day);
            }
        }
        return null;
    }

    private static int WrittenYear(string text, int month)
    {
        var year = PresumedYear.Of(text);
        return Math.Max(year, Events.YearOf(text, month));
    }

    private static string Format(int year, int month, int day) =>
        string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}");
}
