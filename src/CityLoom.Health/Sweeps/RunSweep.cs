using CityLoom.City;
using CityLoom.Detection.Fusion;
using CityLoom.Health.Streams;
using CityLoom.Health.Warnings;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;

namespace CityLoom.Health.Sweeps;

/// <summary>
/// Sweeps a day: every series judged, the signals fused, warnings opened and grown. A function of the counts, the settings and the warnings that stood
/// before: the same day again with the same counts changes nothing.
/// </summary>
public sealed class RunSweep(Database database, CityContext city, TerritoryNeighbours outlines)
{
    private const int MostMissed = 31;

    /// <summary>Sweeps the days since the last sweep up to a day, in their order; a month at the most when nothing was swept for longer.</summary>
    public async Task<Outcome<SweepResult>> CatchUpAsync(DateOnly day, CancellationToken cancel = default)
    {
        var last = await database.ReadAsync(SweepBook.Last, cancel).ConfigureAwait(false);
        var first = last is null || last.Day >= day ? day : last.Day.DayNumber < day.DayNumber - MostMissed ? day.AddDays(-MostMissed) : last.Day.AddDays(1);
        for (; first < day; first = first.AddDays(1))
        {
            var missed = await RunAsync(first, cancel).ConfigureAwait(false);
            if (missed.Refusal is not null)
            {
                return missed;
            }
        }

        return await RunAsync(day, cancel).ConfigureAwait(false);
    }

    /// <summary>Sweeps one day. Refused for a day to come and for one before the last that was swept.</summary>
    public async Task<Outcome<SweepResult>> RunAsync(DateOnly day, CancellationToken cancel = default)
    {
        if (day > city.Clock.Today)
        {
            return HealthRefusals.Future;
        }

        var (last, settings) = await database.ReadAsync(s => (SweepBook.Last(s), SweepSettings.Load(s)), cancel).ConfigureAwait(false);
        if (last is not null && last.Day > day)
        {
            return HealthRefusals.SweptLater(last.Day);
        }

        var around = outlines.Around(city.Trees);
        var swept = await database.ReadAsync(s => Look(s, day, settings, around, city.Clock), cancel).ConfigureAwait(false);
        return await database.WriteAsync(w => Keep(w, swept, around.Neighbours, settings, city)).ConfigureAwait(false);
    }

    /// <summary>The part that only reads: one condition after the other, each on all cores; then all findings of the day judged together.</summary>
    internal static SweptDay Look(Session session, DateOnly day, SweepSettings settings, Surroundings around, CityClock clock)
    {
        var found = StreamBook.All(session).GroupBy(s => s.Condition).Select(streams => JudgeCondition.Run(session, streams, day, settings, around, clock)).ToList();
        var findings = FuseSignals.Run(found.SelectMany(c => c.Signals), day, around.Neighbours, settings.Fusion(found.Sum(c => c.QuietCells)));
        return new(day, findings, found.Sum(c => c.Series), found.Sum(c => c.Judged));
    }

    /// <summary>The part that writes, in one transaction; of two nodes that sweep at once the later one finds nothing left to change.</summary>
    internal static Outcome<SweepResult> Keep(Writing writing, SweptDay swept, Neighbours neighbours, SweepSettings settings, CityContext city)
    {
        writing.Execute("insert into settings (name, value) values ('health-sweep', @day) on conflict (name) do update set value = excluded.value", new { day = swept.Day });
        if (SweepBook.Last(writing) is { } last && last.Day > swept.Day)
        {
            return HealthRefusals.SweptLater(last.Day);
        }

        var standing = WarningBook.Standing(writing);
        var step = RememberWarnings.Run(standing.ConvertAll(w => w.Memory), swept.Findings, swept.Day, neighbours, new MemoryOptions(settings.QuietDays));
        return new GrowWarnings(writing, swept.Day, city).Run(standing, step).Then<SweepResult>(grown =>
        {
            var changed = grown.Changed + (SweepBook.Put(writing, swept, city.Now) ? 1 : 0);
            return new SweepResult(swept.Day, swept.Series, swept.Judged, swept.Findings.Count(f => f.Level is not null), grown.Opened, grown.Grown, changed);
        });
    }
}
