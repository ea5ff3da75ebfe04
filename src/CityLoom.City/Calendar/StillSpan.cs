namespace CityLoom.City.Calendar;

/// <summary>A pause in wall time, [From, To), with <see cref="Open"/> for one that has not ended.</summary>
internal readonly record struct StillSpan(long From, long To)
{
    public const long Open = long.MaxValue;

    /// <summary>The pauses in order, empty ones dropped, overlapping and touching ones made one.</summary>
    public static StillSpan[] Merge(IReadOnlyList<Pause> pauses, TimeZoneInfo zone)
    {
        if (pauses.Count == 0)
            return [];
        var spans = new List<StillSpan>(pauses.Count);
        foreach (var pause in pauses)
        {
            var span = new StillSpan(WallTime.Of(pause.Start, zone), pause.End is { } end ? WallTime.Of(end, zone) : Open);
            if (span.To > span.From)
                spans.Add(span);
        }
        spans.Sort((a, b) => a.From.CompareTo(b.From));
        var merged = new List<StillSpan>(spans.Count);
        foreach (var span in spans)
        {
            if (merged.Count > 0 && span.From <= merged[^1].To)
                merged[^1] = merged[^1] with { To = Math.Max(merged[^1].To, span.To) };
            else
                merged.Add(span);
        }
        return [.. merged];
    }

    /// <summary>The whole days inside each pause: a day of which only a part was paused still counts.</summary>
    public static StillSpan[] WholeDays(StillSpan[] spans)
    {
        if (spans.Length == 0)
            return spans;
        const long day = TimeSpan.TicksPerDay;
        return [.. spans
            .Select(s => new StillSpan((s.From + day - 1) / day * day, s.To == Open ? Open : s.To / day * day))
            .Where(s => s.To > s.From)];
    }
}
