namespace CityLoom.City.Calendar;

/// <summary>One row of a file of cases: when it was accepted, its term, its pauses.</summary>
internal readonly record struct DueCase(DateTimeOffset Accepted, char Separator, Term Term, IReadOnlyList<Pause> Pauses)
{
    private const string Format = "write it like 2024-02-09 17:00 (years 1900–2199, local time)";

    public static DueCase? Read(string accepted, string term, string pauses, TimeZoneInfo zone, out string problem)
    {
        var spans = new List<Pause>();
        if (!CivilMoment.TryParse(accepted, zone, out var start))
            problem = accepted.Length == 0 ? $"accepted is empty; {Format}" : $"accepted '{accepted}' is not a moment; {Format}";
        else if (Term.TryParse(term, out var length, out problem) && TryPauses(pauses, zone, spans, out problem))
            return new(start, accepted.AsSpan().Trim() is [_, _, _, _, _, _, _, _, _, _, 'T', ..] ? 'T' : ' ', length, spans);
        return null;
    }

    private static bool TryPauses(string text, TimeZoneInfo zone, List<Pause> pauses, out string problem)
    {
        problem = "";
        foreach (var part in text.Split(';', '；'))
        {
            if (string.IsNullOrWhiteSpace(part))
                continue;
            if (!TryPause(part, zone, out var pause, out problem))
                return false;
            pauses.Add(pause);
        }
        return true;
    }

    private static bool TryPause(string text, TimeZoneInfo zone, out Pause pause, out string problem)
    {
        pause = default;
        problem = "";
        var ends = text.Split('~', '～');
        var open = ends.Length == 2 && string.IsNullOrWhiteSpace(ends[1]);
        var until = default(DateTimeOffset);
        if (ends.Length != 2)
            problem = $"the pause '{text.Trim()}' is not start~end";
        else if (!CivilMoment.TryParse(ends[0], zone, out var from))
            problem = $"the pause's start '{ends[0].Trim()}' is not a moment; {Format}";
        else if (!open && !CivilMoment.TryParse(ends[1], zone, out until))
            problem = $"the pause's end '{ends[1].Trim()}' is not a moment; {Format}";
        else if (!open && until < from)
            problem = $"the pause '{text.Trim()}' ends before it starts";
        else
            pause = new(from, open ? null : until);
        return problem.Length == 0;
    }
}
