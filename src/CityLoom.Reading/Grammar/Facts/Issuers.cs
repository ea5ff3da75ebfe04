namespace CityLoom.Reading.Grammar;

/// <summary>Finds the body that decided or published.</summary>
internal static class Issuers
{
    private static readonly string[] Committees = ["省委", "市委", "区委", "县委", "州委"];

    public static string? Read(Draft draft, string? meeting, string? place)
    {
        if (draft.Kind == DocumentKind.Resolution && meeting is not null)
        {
            return meeting;
        }
        foreach (var line in draft.Lines)
        {
            if (line.Kind == LineKind.Signature)
            {
                return draft.Text[line.Start..line.End];
            }
        }
        return draft.IsPlan ? OfTitle(draft) : OfReport(draft.Text, place);
    }

    private static string? OfTitle(Draft draft)
    {
        foreach (var line in draft.Lines)
        {
            var length = line.Kind == LineKind.Title ? BodyNames.Length(draft.Slice(line.Start, line.End)) : 0;
            if (length > 2)
            {
                return draft.Text.Substring(line.Start, length);
            }
        }
        return OfText(draft);
    }

    // A press report of a plan names the government that issued it.
    private static string? OfText(Draft draft)
    {
        var text = draft.Text;
        var at = text.IndexOf("人民政府", StringComparison.Ordinal);
        for (var from = Math.Max(0, at - 8); at > 0 && from < at; from++)
        {
            var length = BodyNames.PlaceLength(draft.Slice(from, text.Length));
            if (length > 0 && from + length == at && BodyNames.Length(draft.Slice(from, text.Length)) > length)
            {
                return text.Substring(from, BodyNames.Length(draft.Slice(from, text.Length)));
            }
        }
        return null;
    }

    // The committee whose secretary or meeting comes first, with the place in front.
    private static string? OfReport(string text, string? place)
    {
        var first = Committees
            .Select(name => (Name: name, At: text.IndexOf(name, StringComparison.Ordinal)))
            .Where(found => found.At >= 0 && found.Name != "省委")
            .OrderBy(found => found.At)
            .FirstOrDefault();
        return first.Name is null ? null : place is not null && place[^1] == first.Name[0] ? place + "委" : first.Name;
    }
}
