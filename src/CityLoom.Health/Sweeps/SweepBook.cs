using CityLoom.Detection.Fusion;
using CityLoom.Kernel.Storage;

namespace CityLoom.Health.Sweeps;

/// <summary>A day that was swept, with what came close to a warning and was not raised: the quiet mode.</summary>
public sealed record SweepRecord
{
    /// <summary>The day.</summary>
    public DateOnly Day { get; init; }

    /// <summary>When it was swept last, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>How many series there were.</summary>
    public int Series { get; init; }

    /// <summary>How many had history enough to be judged.</summary>
    public int Judged { get; init; }

    /// <summary>How many findings were raised.</summary>
    public int Raised { get; init; }

    /// <summary>What came close, as JSON.</summary>
    public string Near { get; init; } = "[]";

    /// <summary>What came close, the closest first.</summary>
    public IReadOnlyList<Finding> NearFindings => HealthJson.Read<List<Finding>>(Near) ?? [];
}

/// <summary>Keeps which days were swept.</summary>
public static class SweepBook
{
    private const int MostNear = 40;

    /// <summary>The last day swept, or null before the first.</summary>
    public static SweepRecord? Last(Session session) => session.Rows<SweepRecord>("select day, at, series, judged, raised, near from health_sweeps order by day desc limit 1").FirstOrDefault();

    /// <summary>A day, or null when it was not swept.</summary>
    public static SweepRecord? Find(Session session, DateOnly day) => session.Row<SweepRecord>("select day, at, series, judged, raised, near from health_sweeps where day = @day", new { day });

    /// <summary>Keeps a day's sweep; true when that says anything new.</summary>
    internal static bool Put(Writing writing, SweptDay swept, DateTimeOffset at)
    {
        var near = HealthJson.Write(swept.Findings.Where(f => f.Level is null).Take(MostNear));
        var raised = swept.Findings.Count(f => f.Level is not null);
        if (Find(writing, swept.Day) is { } known && (known.Series, known.Judged, known.Raised, known.Near) == (swept.Series, swept.Judged, raised, near))
        {
            return false;
        }

        writing.Execute(
            "insert into health_sweeps (day, at, series, judged, raised, near) values (@Day, @at, @Series, @Judged, @raised, @near) "
            + "on conflict (day) do update set at = excluded.at, series = excluded.series, judged = excluded.judged, raised = excluded.raised, near = excluded.near",
            new { swept.Day, at, swept.Series, swept.Judged, raised, near });
        return true;
    }
}
