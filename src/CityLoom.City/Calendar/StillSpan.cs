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
}
