using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Health.Warnings;

/// <summary>Which warnings a list shows.</summary>
/// <param name="Open">True for those that wait for somebody, false for those that ended, null for both.</param>
/// <param name="Condition">Only of this condition.</param>
/// <param name="Since">Only those seen on this day or later.</param>
public sealed record WarningFilter(bool? Open = null, string? Condition = null, DateOnly? Since = null);

/// <summary>Keeps warnings: every change with its journal entry in the same transaction.</summary>
public static class WarningBook
{
    private const string Columns =
        "id, key, condition, territory, opened, last_seen, level, judged_level, stage, quiet_since, merged_into, onset, onset_judged, detected_at, notified_at, ended_at, state, version";

    /// <summary>Warnings with the matters that they opened.</summary>
    public static KeptSubject Kept { get; } = new(
        HealthWarning.Subject,
        [
            new RowSet("health_warnings", "id", Columns + ", open"),
            new RowSet("health_plan_matters", "warning_id", "line, matter_id, at"),
        ]);

    /// <summary>The warning with this identity, or null.</summary>
    public static HealthWarning? Find(Session session, long id) => session.Row<HealthWarning>($"select {Columns} from health_warnings where id = @id", new { id });

    /// <summary>Warnings by filter, open ones by level, the others by when they were last seen; a page of them with how many there are.</summary>
    public static (List<HealthWarning> Page, int Total) List(Session session, WarningFilter filter, int skip, int take)
    {
        var where = "merged_into is null"
            + (filter.Open is null ? "" : " and open = @open") + (filter.Condition is null ? "" : " and condition = @Condition") + (filter.Since is null ? "" : " and last_seen >= @Since");
        var args = new { open = filter.Open == true ? 1 : 0, filter.Condition, filter.Since, skip, take };
        return (
            session.Rows<HealthWarning>(
                $"select {Columns} from health_warnings where {where} order by open desc, case when open = 1 then coalesce(judged_level, level) else 0 end, last_seen desc, opened desc, id desc limit @take offset @skip", args),
            session.Value<int>($"select count(*) from health_warnings where {where}", args));
    }

    /// <summary>The warnings that findings may still join, the oldest first: the memory of the sweep.</summary>
    public static List<HealthWarning> Standing(Session session) =>
        session.Rows<HealthWarning>($"select {Columns} from health_warnings where quiet_since is null and merged_into is null order by opened, key");

    /// <summary>How many wait for somebody, by level in force.</summary>
    public static Dictionary<int, int> OpenByLevel(Session session) => session.Rows<Counted>(
            "select coalesce(judged_level, level) as level, count(*) as n from health_warnings where open = 1 and merged_into is null group by coalesce(judged_level, level)")
        .ToDictionary(c => c.Level, c => c.N);

    /// <summary>How many nobody has looked at yet.</summary>
    public static int CountUnseen(Session session) =>
        session.Value<int>("select count(*) from health_warnings where open = 1 and merged_into is null and stage = 'Signal'");

    /// <summary>The warning, locked until the end of the transaction.</summary>
    internal static HealthWarning? Take(Writing writing, long id) =>
        writing.Row<HealthWarning>($"select {Columns} from health_warnings where id = @id{writing.ForUpdate}", new { id });

    /// <summary>Stores a new warning with the first entry of its chain.</summary>
    internal static HealthWarning Insert(Writing writing, HealthWarning warning, DateTimeOffset at, object details)
    {
        var row = warning with { Version = 1 };
        var stored = row with
        {
            Id = writing.Insert(
                "insert into health_warnings (key, condition, territory, opened, last_seen, level, judged_level, stage, open, quiet_since, merged_into, onset, onset_judged, detected_at, "
                + "notified_at, ended_at, state, version) values (@Key, @Condition, @Territory, @Opened, @LastSeen, @Level, @JudgedLevel, @stage, @Open, @QuietSince, @MergedInto, "
                + "@Onset, @OnsetJudged, @DetectedAt, @NotifiedAt, @EndedAt, @State, @Version)",
                Args(row)),
        };
        Kept.Append(writing, stored.Id, at, Actor.System, "opened", new { details });
        return stored;
    }

    /// <summary>Stores what an act or a sweep made of a warning, with its entry.</summary>
    internal static HealthWarning Save(Writing writing, HealthWarning warning, DateTimeOffset at, Actor by, string act, object details)
    {
        var next = warning with { Version = warning.Version + 1 };
        writing.Execute(
            "update health_warnings set last_seen = @LastSeen, level = @Level, judged_level = @JudgedLevel, stage = @stage, open = @Open, quiet_since = @QuietSince, "
            + "merged_into = @MergedInto, onset = @Onset, onset_judged = @OnsetJudged, notified_at = @NotifiedAt, ended_at = @EndedAt, state = @State, version = @Version "
            + "where id = @Id",
            Args(next));
        Kept.Append(writing, next.Id, at, by, act, new { details });
        return next;
    }

    private static object Args(HealthWarning w) => new
    {
        w.Id, w.Key, w.Condition, w.Territory, w.Opened, w.LastSeen, w.Level, w.JudgedLevel, stage = w.Stage.ToString(), w.Open, w.QuietSince, w.MergedInto, w.Onset, w.OnsetJudged,
        w.DetectedAt, w.NotifiedAt, w.EndedAt, w.State, w.Version,
    };

    private sealed record Counted
    {
        public int Level { get; init; }

        public int N { get; init; }
    }
}
