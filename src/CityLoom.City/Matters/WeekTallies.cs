using CityLoom.Kernel.Storage;

namespace CityLoom.City.Matters;

/// <summary>
/// Tells how the city stood at the end of each of the last weeks without any history being kept: rows are grouped once by the weeks in
/// which they were made, due and ended, and every week's figures are sums over those few groups. Only open matters and those ended
/// within the weeks are read, by two partial indexes.
/// </summary>
public static class WeekTallies
{
    private const long Week = 7 * 24 * 3600 * 1000L;

    /// <summary>Added before dividing, so that weeks ahead are not rounded towards the present one.</summary>
    private const int Ahead = 2_000;

    /// <summary>The last <paramref name="weeks"/> moments a week apart, oldest first; the last one is <paramref name="now"/>.</summary>
    /// <remarks>Due dates are those of now: a week in which a date was extended shows it as if it had always been so.</remarks>
    public static IReadOnlyList<WeekTally> Of(Session session, int weeks, DateTimeOffset now)
    {
        var groups = session.Rows<Group>(
            $"""
            select open, case when state in ('Closed', 'Evaluated') then 1 else 0 end as done,
              case when due_at is null then 0 when coalesce(resolved_at, ended_at, @now) >= due_at then 1 else 0 end as late,
              (@ahead + @now - created_at) / @week as created, (@ahead + @now - due_at) / @week as due, (@ahead + @now - ended_at) / @week as ended,
              count(*) as n
            from (select * from matters where open = 1 union all select * from matters where open = 0 and ended_at >= @since) m
            where {MatterKinds.CountedCondition}
            group by 1, 2, 3, 4, 5, 6
            """,
            new { now = now.ToUnixTimeMilliseconds(), week = Week, ahead = Ahead * Week, since = now.AddMilliseconds(-Week * weeks) });
        return [.. Enumerable.Range(0, weeks).Select(k => At(groups, weeks - 1 - k))];
    }

    /// <summary>The figures so many weeks ago; a group's week says how many whole weeks ago something happened, plus <see cref="Ahead"/>.</summary>
    private static WeekTally At(List<Group> groups, int ago)
    {
        var edge = Ahead + ago;
        var open = groups.FindAll(g => g.Created >= edge && (g.Ended is null || g.Ended < edge));
        var closed = groups.FindAll(g => g.Done && g.Ended == edge);
        return new WeekTally(
            open.Sum(g => g.N),
            open.Where(g => g.Due == edge - 1).Sum(g => g.N),
            open.Where(g => g.Due >= edge && g.Late).Sum(g => g.N),
            closed.Sum(g => g.N),
            closed.Where(g => g.Due is not null).Sum(g => g.N),
            closed.Where(g => g is { Due: not null, Late: false }).Sum(g => g.N));
    }

    private sealed record Group
    {
        public bool Open { get; init; }

        public bool Done { get; init; }

        public bool Late { get; init; }

        public long Created { get; init; }

        public long? Due { get; init; }

        public long? Ended { get; init; }

        public int N { get; init; }
    }
}
