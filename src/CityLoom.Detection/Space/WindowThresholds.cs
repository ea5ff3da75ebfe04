using System.Numerics;

namespace CityLoom.Detection.Space;

/// <summary>
/// For a zone the fewest cases that could beat the best so far, for all windows side by side, so that they are compared in vectors. Rows are
/// kept by the zone's place on the grid and made anew only when the level of the best has risen. One for each thread.
/// </summary>
internal sealed class WindowThresholds<T>(ScanPlan plan)
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly T[]?[] _rows = new T[Grid.Top + 1][];
    private readonly int[] _levels = new int[Grid.Top + 1];
    private readonly TimeWindows _windows = plan.Windows;

    /// <summary>Entries of each length of windows: one for each first day, the rest out of reach.</summary>
    public int Stride { get; } = (plan.Windows.Days + Vector<T>.Count - 1) / Vector<T>.Count * Vector<T>.Count;

    /// <summary>By length (from 1) and first day; windows that end today stand in one row by their first day.</summary>
    public T[] Of(int zone, double best)
    {
        var level = Thresholds.Level(best);
        var row = _rows[-zone];
        if (row is null)
        {
            _rows[-zone] = row = new T[(_windows.IsOpen ? 1 : _windows.Longest) * Stride];
            Array.Fill(row, T.MaxValue);
        }
        else if (_levels[-zone] == level)
        {
            return row;
        }
        _levels[-zone] = level;
        Fill(row, zone, plan.Thresholds.Row(level));
        return row;
    }

    private void Fill(T[] row, int zone, int[] fewest)
    {
        for (var length = 1; length <= _windows.Longest; length++)
        {
            var steps = _windows.Steps(length);
            for (var start = _windows.IsOpen ? _windows.Days - length : 0; start < steps.Length; start++)
            {
                row[_windows.IsOpen ? start : ((length - 1) * Stride) + start] = T.CreateTruncating(fewest[Grid.Place(zone, steps[start])]);
            }
        }
    }
}
