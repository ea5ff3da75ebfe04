namespace CityLoom.City.Calendar;

/// <summary>Durations of a clock in words: the two largest parts, rounded down, so that nobody is promised more than there is.</summary>
internal static class ClockWords
{
    public static Bilingual Of(ClockFace face)
    {
        if (face.Light == ClockLight.Red)
        {
            var over = Parts(face.Overdue, TimeSpan.FromDays(1), "天", "day");
            return over is { } by ? new($"超期 {by.Zh}", $"{by.En} overdue") : new("刚刚到期", "due just now");
        }
        var left = Left(face);
        return face.StandsStill
            ? new($"时钟暂停，还剩 {left.Zh}", $"clock paused, {left.En} left")
            : new($"还剩 {left.Zh}", $"{left.En} left");
    }

    /// <summary>The working time left without a verb; of less than a working day of minutes it says that office time is meant.</summary>
    public static Bilingual Left(ClockFace face)
    {
        var left = Of(face.Left, face.WorkingDay);
        return face.Unit == TermUnit.WorkingMinutes && face.Left < face.WorkingDay
            ? new($"{left.Zh}工作时间", $"{left.En} of working time")
            : left;
    }

    /// <summary>Working time by itself: 1 个工作日 3 小时.</summary>
    public static Bilingual Of(TimeSpan time, TimeSpan day) => Parts(time, day, "个工作日", "working day") ?? new("不到 1 分钟", "less than a minute");

    private static Bilingual? Parts(TimeSpan time, TimeSpan day, string dayZh, string dayEn)
    {
        var days = time.Ticks / day.Ticks;
        var rest = new TimeSpan(time.Ticks % day.Ticks);
        var parts = new List<Bilingual>(3);
        Add(days, dayZh, dayEn);
        Add((long)rest.TotalHours, "小时", "hour");
        if (days == 0)
            Add(rest.Minutes, "分钟", "minute");
        return parts.Count == 0 ? null : new(string.Join(' ', parts.Select(p => p.Zh)), string.Join(' ', parts.Select(p => p.En)));

        void Add(long count, string zh, string en)
        {
            if (count > 0)
                parts.Add(new($"{count} {zh}", $"{count} {en}{(count == 1 ? "" : "s")}"));
        }
    }
}
