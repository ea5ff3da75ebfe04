using System.Text.Json;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Matters;

/// <summary>Reads the monthly progress reports, and which are still to come.</summary>
public static class ProgressBook
{
    private const string Latest =
        "select matter_id, period, revision, progress, words, at, account from progress_reports r where revision = "
        + "(select max(revision) from progress_reports x where x.matter_id = r.matter_id and x.period = r.period)";

    /// <summary>The reports of a matter, one a month, newest month first.</summary>
    public static List<ProgressReport> Of(Session session, long matter) =>
        session.Rows<ProgressReport>($"{Latest} and matter_id = @matter order by period desc", new { matter });

    /// <summary>The last report of each of several matters, by matter.</summary>
    public static Dictionary<long, ProgressReport> LastOf(Session session, IReadOnlyCollection<long> matters) => matters.Count == 0
        ? []
        : session.Rows<ProgressReport>(
                $"{Latest} and {session.Among("matter_id", "matters")} and period = (select max(period) from progress_reports y where y.matter_id = r.matter_id)", new { matters = matters.ToArray() })
            .ToDictionary(r => r.MatterId);

    /// <summary>
    /// Matters under work that follow a plan (<see cref="FollowsPlan"/>), are handled by one of these organizations, were accepted before
    /// the month ended and have no report for it; due first, at most <see cref="MatterFilter.MostPerPage"/>.
    /// </summary>
    public static List<Matter> Missing(Session session, IReadOnlyCollection<string> handling, string period, DateTimeOffset monthEnd)
    {
        var among = session.Dialect == Dialect.Postgres ? "= any(@codes)" : "in (select value from json_each(@codes))";
        object codes = session.Dialect == Dialect.Postgres ? handling.ToArray() : JsonSerializer.Serialize(handling);
        return session.Rows<Matter>(
            $"select {MatterRow.Columns} from matters m where open = 1 and holder {among} and state in ('Signed', 'InProgress') "
            + "and kind in ('measure', 'milestone') and accepted_at < @monthEnd "
            + "and not exists (select 1 from progress_reports r where r.matter_id = m.id and r.period = @period) "
            + $"order by due_at nulls last, id limit {MatterFilter.MostPerPage}",
            new { codes, period, monthEnd });
    }

    /// <summary>Whether a kind goes on for months by a plan, so that its progress is reported month by month.</summary>
    public static bool FollowsPlan(string kind) => kind is "measure" or "milestone";
}
