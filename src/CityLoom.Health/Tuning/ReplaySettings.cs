using CityLoom.Detection.Fusion;
using CityLoom.Health.Sweeps;

namespace CityLoom.Health.Tuning;

/// <summary>A warning that a setting would have raised.</summary>
/// <param name="Territory">Where it would have begun.</param>
/// <param name="Opened">On which day.</param>
/// <param name="LastSeen">Its last day.</param>
/// <param name="Level">The gravest level it would have reached.</param>
/// <param name="Places">All places it would have reached.</param>
public sealed record ReplayedWarning(string Territory, DateOnly Opened, DateOnly LastSeen, WarningLevel Level, IReadOnlyCollection<string> Places);

/// <summary>What a setting would have raised over the past.</summary>
/// <param name="Warnings">The warnings, the oldest first.</param>
/// <param name="Days">Over how many days.</param>
public sealed record Replayed(IReadOnlyList<ReplayedWarning> Warnings, int Days)
{
    /// <summary>Warnings a week.</summary>
    public double PerWeek => Warnings.Count * 7.0 / Days;
}

/// <summary>Goes through past signals day by day as the sweep would have done with other settings: the same fusion, the same memory.</summary>
public static class ReplaySettings
{
    /// <summary>What would have been raised.</summary>
    /// <param name="past">Signals of the past.</param>
    /// <param name="settings">The settings to be tried.</param>
    /// <param name="neighbours">Which places touch.</param>
    /// <param name="otherCells">Places of other conditions that the sweep would have judged beside these.</param>
    public static Replayed Run(PastSignals past, SweepSettings settings, Neighbours neighbours, int otherCells)
    {
        var options = settings.Fusion(otherCells);
        var memory = new MemoryOptions(settings.QuietDays);
        var found = new Dictionary<string, Warning>(StringComparer.Ordinal);
        IReadOnlyList<Warning> open = [];
        var at = new int[past.Series.Count];
        for (var day = past.From; day <= past.Until; day = day.AddDays(1))
        {
            var step = RememberWarnings.Run(open, FuseSignals.Run(Signals(past, at, day, settings), day, neighbours, options), day, neighbours, memory);
            open = step.Open;
            foreach (var merged in step.Changes.Where(c => c.Kind == ChangeKind.Merged))
            {
                found.Remove(merged.Warning.Id);
            }

            foreach (var warning in open)
            {
                found[warning.Id] = warning;
            }
        }

        return new(
            [.. found.Values.OrderBy(w => w.Opened).ThenBy(w => w.Id, StringComparer.Ordinal)
                .Select(w => new ReplayedWarning(w.Id.Split('/')[1], w.Opened, w.LastSeen, w.Level, [.. w.Places.Keys]))],
            past.Until.DayNumber - past.From.DayNumber + 1);
    }

    /// <summary>The latest signal of each series and the alarms that rules still count, as they were known on a day.</summary>
    private static List<StreamSignal> Signals(PastSignals past, int[] at, DateOnly day, SweepSettings settings)
    {
        var signals = new List<StreamSignal>(past.Series.Count);
        var oldest = day.AddDays(-settings.Reach);
        for (var i = 0; i < at.Length; i++)
        {
            var series = past.Series[i];
            while (at[i] < series.Count && series[at[i]].Day <= day)
            {
                at[i]++;
            }

            for (var j = at[i] - 1; j >= 0 && series[j].Day > oldest; j--)
            {
                var alarm = series[j].PValue < settings.AlarmAt;
                if (alarm || j == at[i] - 1)
                {
                    signals.Add(series[j].IsAlarm == alarm ? series[j] : series[j] with { IsAlarm = alarm });
                }
            }
        }

        return signals;
    }
}
