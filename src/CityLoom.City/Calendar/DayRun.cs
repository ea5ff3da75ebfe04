namespace CityLoom.City.Calendar;

/// <summary>A run of days that an explanation speaks of in one breath.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, included.</param>
/// <param name="Days">How many days of it are meant (a run may step over a weekend).</param>
/// <param name="Kind">The notice's word for them; empty for plain days.</param>
internal readonly record struct DayRun(DateOnly First, DateOnly Last, int Days, string Kind)
{
    /// <summary>Days put together while the rule says that one may join the run before it.</summary>
    public static List<DayRun> Of(IEnumerable<(DateOnly Date, string Kind)> days, Func<DayRun, DateOnly, bool> joins)
    {
        var runs = new List<DayRun>();
        foreach (var (date, kind) in days)
        {
            if (runs.Count > 0 && runs[^1].Kind == kind && joins(runs[^1], date))
                runs[^1] = runs[^1] with { Last = date, Days = runs[^1].Days + 1 };
            else
                runs.Add(new(date, date, 1, kind));
        }
        return runs;
    }
}
