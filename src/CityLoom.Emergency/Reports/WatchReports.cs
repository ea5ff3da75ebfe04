using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Reports;

/// <summary>Watches the limits: what is not sent, or not signed for, in time is written under its incident once.</summary>
public static class WatchReports
{
    /// <summary>How many lines were written.</summary>
    public static async Task<int> RunAsync(Database database, CityContext city)
    {
        var (unsent, unsigned) = await database.ReadAsync(s => (Unsent(s, city.Now), Unsigned(s, city.Now))).ConfigureAwait(false);
        return unsent.Count + unsigned.Count == 0 ? 0 : await database.WriteAsync(w => Run(w, city)).ConfigureAwait(false);
    }

    internal static int Run(Writing writing, CityContext city)
    {
        var written = 0;
        foreach (var late in Unsent(writing, city.Now))
        {
            written += Write(writing, late.Duty.MatterId, $"第 {late.Sent.Count + 1} 期报告 ({Kind(late.Owed!.Value.Kind)}) 应于 {city.Clock.Local(late.Owed.Value.DueAt):MM-dd HH:mm} 前报出，尚未报出。", city);
            writing.Execute("update report_duties set written_late = @number where id = @Id", new { number = late.Sent.Count + 1, late.Duty.Id });
        }

        foreach (var late in Unsigned(writing, city.Now))
        {
            var name = city.Organizations.Find(late.Organization)?.Name ?? late.Organization;
            written += Write(writing, late.MatterId, $"{name} 应于 {city.Clock.Local(late.DueAt):MM-dd HH:mm} 前签收第 {late.Number} 期报告，尚未签收。", city);
            writing.Execute("update report_deliveries set written_late = 1 where id = @Id", new { late.Id });
        }

        return written;
    }

    private static List<ReportStanding> Unsent(Session session, DateTimeOffset now)
    {
        var marks = session.Rows<Mark>("select id, written_late from report_duties order by id desc limit 200").ToDictionary(m => m.Id, m => m.WrittenLate);
        return ReportBook.Standing(session, 200).FindAll(s => s.Owed is { } owed && owed.LateAt(now) && marks.GetValueOrDefault(s.Duty.Id) <= s.Sent.Count);
    }

    private static List<LateDelivery> Unsigned(Session session, DateTimeOffset now) => session.Rows<LateDelivery>(
        "select d.id, d.number, d.organization, d.due_at, u.matter_id from report_deliveries d join report_duties u on u.id = d.duty_id "
        + "where d.signed_at is null and d.written_late = 0 and d.due_at < @now order by d.id limit 200", new { now });

    /// <summary>An ended matter takes no notes; the report is shown as late on its own page all the same.</summary>
    private static int Write(Writing writing, long matter, string words, CityContext city) =>
        ActOnMatter.Run(writing, matter, new ActRequest { Act = Act.Note, Reason = words }, city.For(null)).Refusal is null ? 1 : 0;

    private static string Kind(ReportKind kind) => kind switch { ReportKind.First => "首报", ReportKind.FollowUp => "续报", _ => "终报" };

    private sealed record Mark
    {
        public long Id { get; init; }

        public int WrittenLate { get; init; }
    }

    private sealed record LateDelivery
    {
        public long Id { get; init; }

        public int Number { get; init; }

        public string Organization { get; init; } = "";

        public DateTimeOffset DueAt { get; init; }

        public long MatterId { get; init; }
    }
}
