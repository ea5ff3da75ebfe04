using System.Numerics;

namespace CityLoom.Detection.Space;

/// <summary>
/// For a zone the cases that are just too few to beat the best so far, for all windows side by side, so that they are compared in vectors.
/// Kept by the zone's place on the grid and made anew only when
/// the level of the best has risen. One for each thread.
/// </summary>
internal sealed class WindowThresholds<T>(ScanPlan plan)
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly ZoneThresholds<T>?[] _zones = new ZoneThresholds<T>[Grid.Top + 1];
    private readonly TimeWindows _windows = plan.Windows;
    private readonly int _stride = (plan.Windows.Days + Vector<T>.Count - 1) / Vector<T>.Count * Vector<T>.Count;

    /// <summary>The thresholds of a zone by its grid steps.</summary>
    public ZoneThresholds<T> Of(int zone, double best)
    {
        var level = Thresholds.Level(best);
        var own = _zones[-zone] ??= new(_windows.IsOpen ? 1 : _windows.Longest, _stride);
        if (own.Level != level)
        {
            own.Level = level;
            Fill(own, zone, level);
        }
        return own;
    }

    private void Fill(ZoneThresholds<T> own, int zone, int level)
    {
        for (var length = 1; length <= _windows.Longest; length++)
        {
            var steps = _windows.Steps(length);
            for (var start = _windows.IsOpen ? _windows.Days - length : 0; start < steps.Length; start++)
            {
                own.TooFew[_windows.IsOpen ? start : ((length - 1) * _stride) + start] = T.CreateTruncating(plan.Thresholds.Fewest(level, Grid.Place(zone, steps[start])) - 1);
            }
        }
    }
}

/// <summary>What one zone's windows need more cases than.</summary>
internal sealed class ZoneThresholds<T>
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    public ZoneThresholds(int lengths, int stride)
    {
        (Stride, TooFew) = (stride, new T[lengths * stride]);
        Array.Fill(TooFew, T.MaxValue);
    }

    /// <summary>Entries of a length: its first days, filled up to whole vectors.</summary>
    public int Stride { get; }

    /// <summary>Level of the best that these were made for.</summary>
    public int Level { get; set; } = -1;

    /// <summary>By length (from 1) and first day, whole vectors for each length; windows that end today stand in one row by their first day.</summary>
    public T[] TooFew { get; }
}
