using CityLoom.City;
using CityLoom.Detection.Fusion;
using CityLoom.Health.Plans;
using CityLoom.Health.Warnings;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Health.Sweeps;

/// <summary>How many warnings a day opened, made grow, and changed at all.</summary>
internal sealed record GrownWarnings(int Opened, int Grown, int Changed);

/// <summary>Stores what a day made of the warnings, each change with its journal entry and the matters that the plan names.</summary>
internal sealed class GrowWarnings(Writing writing, DateOnly day, CityContext city)
{
    private readonly Dictionary<string, HealthWarning> _rows = new(StringComparer.Ordinal);
    private int _opened;
    private int _grown;
    private int _changed;

    public Outcome<GrownWarnings> Run(List<HealthWarning> standing, WarningStep step)
    {
        standing.ForEach(w => _rows[w.Key] = w);
        foreach (var memory in step.Open)
        {
            var change = step.Changes.FirstOrDefault(c => c.Warning.Id == memory.Id && c.Kind is ChangeKind.Opened or ChangeKind.Grown);
            if (!Keep(memory, change).Is(out _, out var refusal))
            {
                return refusal;
            }
        }

        foreach (var change in step.Changes)
        {
            End(change);
        }

        return new GrownWarnings(_opened, _grown, _changed);
    }

    private Outcome<HealthWarning> Keep(Warning memory, WarningChange? change)
    {
        var state = HealthWarning.Write(memory);
        if (!_rows.TryGetValue(memory.Id, out var row))
        {
            return Open(memory, state);
        }

        if (row.State == state)
        {
            return row;
        }

        var next = row with
        {
            State = state, LastSeen = memory.LastSeen, Level = (int)memory.Level,
            JudgedLevel = (int)memory.Level < row.Level && (int)memory.Level < row.JudgedLevel ? null : row.JudgedLevel,
        };
        var returned = change is { NewPlaces.Count: > 0 } or { LevelBefore: not null } && !WarningTransitions.IsOpen(row.Stage);
        next = returned ? next with { Stage = WarningStage.Signal, EndedAt = null } : next;
        var saved = WarningBook.Save(writing, next, city.Now, Actor.System, returned ? "returned" : change is null ? "seen" : "grown", new
        {
            day, level = memory.Level, before = change?.LevelBefore, places = change?.NewPlaces, sources = change?.NewSources,
        });
        _changed++;
        _grown += change is null ? 0 : 1;
        return _rows[memory.Id] = FollowOrKeep(saved);
    }

    private Outcome<HealthWarning> Open(Warning memory, string state)
    {
        var strongest = memory.Strongest;
        var row = WarningBook.Insert(
            writing,
            new HealthWarning
            {
                Key = memory.Id, Condition = memory.Condition, Territory = strongest.Territory, Opened = memory.Opened, LastSeen = memory.LastSeen, Level = (int)memory.Level,
                Stage = WarningStage.Signal, Onset = OnsetOf(strongest), DetectedAt = city.Now, State = state,
            },
            city.Now, new { day, level = memory.Level, places = memory.Places.Keys, sources = memory.Sources.Keys, rate = strongest.Rate, p = strongest.PValue });
        _opened++;
        _changed++;
        return _rows[memory.Id] = FollowOrKeep(row);
    }

    /// <summary>A plan that cannot be followed must not keep a warning from being raised; the journal says what was refused.</summary>
    private HealthWarning FollowOrKeep(HealthWarning row) => FollowPlan.Run(writing, row, city, Actor.System).Is(out var followed, out var refusal)
        ? followed
        : WarningBook.Save(writing, row, city.Now, Actor.System, "planRefused", new { refusal.Code, refusal.Words });

    private void End(WarningChange change)
    {
        if (change.Kind is not (ChangeKind.Ended or ChangeKind.Merged) || !_rows.TryGetValue(change.Warning.Id, out var row))
        {
            return;
        }

        var next = change.Kind == ChangeKind.Ended ? row with { QuietSince = day } : row with { MergedInto = _rows[change.Into!].Id };
        WarningBook.Save(writing, next, city.Now, Actor.System, change.Kind == ChangeKind.Ended ? "quiet" : "merged", new { day, into = next.MergedInto });
        _changed++;
    }

    /// <summary>The first day of the earliest remarkable period behind the finding.</summary>
    private static DateOnly OnsetOf(Finding finding) => finding.Rules.SelectMany(r => r.Alarms)
        .Concat(finding.Contributions.Where(c => c.Moved && !c.IsNeighbour).Select(c => c.Signal))
        .Select(s => s.Day).DefaultIfEmpty(finding.Day).Min();
}
