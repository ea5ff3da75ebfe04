using System.Globalization;

namespace CityLoom.City.Calendar;

/// <summary>The hours in which working minutes run on a working day. Immutable and safe to share.</summary>
public sealed class OfficeHours
{
    /// <summary>09:00–12:00 and 13:30–17:30, seven hours a day.</summary>
    public static OfficeHours Default { get; } = new([new(9 * 60, 12 * 60), new(13 * 60 + 30, 17 * 60 + 30)]);

    internal static OfficeHours WholeDay { get; } = new([new(0, 24 * 60)]);

    private readonly OfficeSession[] _sessions;

    private OfficeHours(OfficeSession[] sessions)
    {
        _sessions = sessions;
        PerDay = TimeSpan.FromMinutes(sessions.Sum(s => s.ClosesAt - s.OpensAt));
    }

    /// <summary>The sessions in the order of the day.</summary>
    public IReadOnlyList<OfficeSession> Sessions => _sessions;

    /// <summary>The working time of one working day.</summary>
    public TimeSpan PerDay { get; }

    /// <summary>Reads a setting such as <c>09:00-12:00,13:30-17:30</c> (24:00 may close a session).</summary>
    /// <param name="text">Sessions in order, parted by commas.</param>
    /// <param name="hours">The hours when the text is sound.</param>
    /// <param name="problem">What is wrong and how to mend it otherwise.</param>
    public static bool TryParse(string text, out OfficeHours hours, out string problem)
    {
        hours = Default;
        problem = "";
        var sessions = new List<OfficeSession>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split(['-', '–', '~'], StringSplitOptions.TrimEntries);
            if (ends.Length != 2 || !TryMinute(ends[0], out var opens) || !TryMinute(ends[1], out var closes))
                problem = $"'{part}' is not a session; write it like 09:00-12:00";
            else if (closes <= opens)
                problem = $"the session '{part}' ends before it begins";
            else if (sessions.Count > 0 && opens < sessions[^1].ClosesAt)
                problem = $"the session '{part}' overlaps the one before it; write sessions in the order of the day";
            else
                sessions.Add(new(opens, closes));
            if (problem.Length > 0)
                return false;
        }
        hours = new([.. sessions]);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(",", _sessions.Select(s => $"{Clock(s.OpensAt)}-{Clock(s.ClosesAt)}"));

    /// <summary>Working ticks before a tick of a working day.</summary>
    internal long WorkedBefore(long tickOfDay)
    {
        var worked = 0L;
        foreach (var session in _sessions)
            worked += Math.Clamp(tickOfDay - Ticks(session.OpensAt), 0, Ticks(session.ClosesAt - session.OpensAt));
        return worked;
    }

    /// <summary>The earliest tick of a working day by which so much, more than nothing and no more than a day's, was worked.</summary>
    internal long Earliest(long worked)
    {
        foreach (var session in _sessions)
        {
            var length = Ticks(session.ClosesAt - session.OpensAt);
            if (worked <= length)
                return Ticks(session.OpensAt) + worked;
            worked -= length;
        }
        throw new ArgumentOutOfRangeException(nameof(worked), "More than a day's working time.");
    }

    private static long Ticks(int minutes) => minutes * TimeSpan.TicksPerMinute;

    private static string Clock(int minute) => $"{minute / 60:00}:{minute % 60:00}";

    private static bool TryMinute(string text, out int minute)
    {
        minute = 24 * 60;
        if (text == "24:00")
            return true;
        var sound = TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        minute = time.Hour * 60 + time.Minute;
        return sound;
    }
}
