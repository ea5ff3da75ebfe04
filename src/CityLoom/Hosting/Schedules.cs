using CityLoom.City;
using CityLoom.City.Calendar;
using CityLoom.City.Matters;
using CityLoom.Health.Sweeps;
using CityLoom.Health.Totals;
using CityLoom.Emergency.Alerts;
using CityLoom.Emergency.Incidents;
using CityLoom.Emergency.Reports;
using CityLoom.Kernel;
using CityLoom.Kernel.Jobs;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Callback;

namespace CityLoom.Hosting;

/// <summary>Every schedule of the product, each with its reason.</summary>
internal static class Schedules
{
    public static IEnumerable<Job> Of(IServiceProvider services)
    {
        var database = services.GetRequiredService<Database>();
        var calendar = services.GetRequiredService<CalendarBook>();
        var city = services.GetRequiredService<CityContext>();
        var clock = services.GetRequiredService<CityClock>();
        var key = services.GetRequiredService<CheckpointKey>();

        yield return new Job(
            "escalate", TimeSpan.FromMinutes(1),
            "An overdue matter must be before the next level within the minute, day or night.",
            async cancel => $"{await Escalation.RunAsync(database, () => city.For(null), cancel)} escalated");
        yield return new Job(
            "reckon-clocks", TimeSpan.FromMinutes(1),
            "When a notice has changed the calendar, perhaps on another node, nobody should work by an old due date for long.",
            async cancel => $"{await ReckonClocks.RunAsync(database, calendar, () => city.For(null), cancel)} changed");
        yield return new Job(
            "follow-matters", TimeSpan.FromMinutes(1),
            "An incident whose matter was voided or closed must not stand among those that run for longer than a glance.",
            async _ => $"{await FollowMatters.RunAsync(database, city)} ended");
        yield return new Job(
            "watch-reports", TimeSpan.FromMinutes(1),
            "A report that is not sent, or not signed for, by its limit is written under its incident within the minute, where its superiors look.",
            async _ => $"{await WatchReports.RunAsync(database, city)} written");
        yield return new Job(
            "fetch-alerts", TimeSpan.FromMinutes(5),
            "An alert of another sender should be before residents within minutes; nothing is fetched that the list of feeds does not name.",
            async cancel =>
            {
                using var fetch = new FetchAlerts(database, city);
                var fetched = await fetch.RunAsync(FeedSettings.Read(services.GetRequiredService<StorageOptions>().Folder), cancel);
                return fetched.Count == 0 ? "no feed is configured" : string.Join("; ", fetched.Select(f => $"{f.Name}: {f.Taken} taken, {f.Faults.Count} refused"));
            });
        yield return new Job(
            "checkpoint", TimeSpan.FromHours(1),
            "What happened in the last hour can no longer be taken out of the journal unnoticed.",
            async _ => await database.WriteAsync(w => Checkpoint.Make(w, key, clock.Now)) is { } made ? $"checkpoint {made.Number}" : "nothing new");
        var sweep = services.GetRequiredService<RunSweep>();
        yield return new Job(
            "health-sweep", TimeSpan.FromHours(1),
            "Counts come in all day; an outbreak should be seen within the hour of the count that shows it. A day swept again with the same counts changes nothing.",
            async cancel => (await sweep.CatchUpAsync(clock.Today, cancel)).Is(out var swept, out var refused)
                ? $"{swept.Judged} of {swept.Series} series judged, {swept.Raised} raised, {swept.Opened} opened, {swept.Grown} grown" : refused.English);
        yield return new Job(
            "health-totals", TimeSpan.FromDays(1),
            "The months' totals of the streams stand among the city's indicators; late reports and corrections of the last two years become revisions within a day.",
            async _ => await database.WriteAsync(w => PublishTotals.Run(w, city)) is var (added, revised, _) ? $"{added} added, {revised} revised" : "");
        yield return new Job(
            "draw-callbacks", TimeSpan.FromHours(1),
            "Who says that it is not solved is called back the same day; the sample of a week is drawn on its Monday, early enough to remember.",
            async _ => $"{await DrawCallbacks.RunAsync(database, city)} to be called");
        yield return new Job(
            "verify-journal", TimeSpan.FromDays(1),
            "Whoever changed the journal, or a matter behind it, is found out within a day.",
            async cancel =>
            {
                var verdict = await database.ReadAsync(s => JournalVerifier.Verify(s, key, CityHost.Verifiers), cancel);
                await database.WriteAsync(w => VerdictBook.Keep(w, verdict, clock.Now));
                return verdict.Faults.Count == 0 ? $"{verdict.Entries} entries hold" : $"{verdict.Faults.Count} faults";
            });
    }
}
