using System.Numerics;

namespace CityLoom.Detection.Space;

/// <summary>
/// The cases of each site from each scanned day to the end: a window's count is one difference, and a vector of days adds at once. One table
/// serves all replicates of a thread.
/// </summary>
internal sealed class CountTable<T>(int sites, TimeWindows windows)
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly T[] _fromDay = new T[sites * Width(windows)];

    /// <summary>Entries of a site: the days, filled up to whole vectors with zeros.</summary>
    public int Stride { get; } = Width(windows);

    public ReadOnlySpan<T> All => _fromDay;

    public void Clear() => Array.Clear(_fromDay);

    /// <summary>Counts cases of a day among all days; days before the scanned ones are left out.</summary>
    public void Add(int site, int day, int cases)
    {
        if (day >= windows.FirstDay)
        {
            _fromDay[(site * Stride) + day - windows.FirstDay] += T.CreateTruncating(cases);
        }
    }

    /// <summary>Turns the days' own counts into counts to the end; to be called once all are added.</summary>
    public void Close()
    {
        var days = windows.Days;
        for (var site = 0; site < sites; site++)
        {
            var own = _fromDay.AsSpan(site * Stride, days);
            for (var day = days - 2; day >= 0; day--)
            {
                own[day] += own[day + 1];
            }
        }
    }

    /// <summary>A site's cases in a window.</summary>
    public int Count(int site, Window window)
    {
        var own = _fromDay.AsSpan(site * Stride, Stride);
        var after = window.End < windows.Days ? int.CreateTruncating(own[window.End]) : 0;
        return int.CreateTruncating(own[window.Start]) - after;
    }

    private static int Width(TimeWindows windows) => (windows.Days + Vector<T>.Count - 1) / Vector<T>.Count * Vector<T>.Count;
}
