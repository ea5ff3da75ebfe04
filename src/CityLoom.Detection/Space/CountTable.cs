using System.Numerics;

namespace CityLoom.Detection.Space;

/// <summary>
/// The cases of one world: each site's by scanned day, filled up to whole vectors so that all days add at once, and the cases one by one for
/// when they are few. One table serves all replicates of a thread.
/// </summary>
internal sealed class CountTable<T>(int sites, TimeWindows windows, int cases)
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly T[] _byDay = new T[sites * Width(windows)];
    private readonly Case[] _cases = new Case[cases];
    private int _count;

    /// <summary>Entries of a site.</summary>
    public int Stride { get; } = Width(windows);

    public ReadOnlySpan<T> ByDay => _byDay;

    public ReadOnlySpan<Case> Cases => _cases.AsSpan(0, _count);

    public void Clear()
    {
        Array.Clear(_byDay);
        _count = 0;
    }

    /// <summary>Counts a case of a day among all days; days before the scanned ones are left out.</summary>
    public void Add(int site, int day)
    {
        if (day >= windows.FirstDay)
        {
            _byDay[(site * Stride) + day - windows.FirstDay]++;
            _cases[_count++] = new((ushort)site, day - windows.FirstDay);
        }
    }

    /// <summary>A site's cases in a window.</summary>
    public int Count(int site, Window window)
    {
        var count = T.Zero;
        foreach (var day in _byDay.AsSpan((site * Stride) + window.Start, window.End - window.Start))
        {
            count += day;
        }
        return int.CreateTruncating(count);
    }

    private static int Width(TimeWindows windows) => (windows.Days + Vector<T>.Count - 1) / Vector<T>.Count * Vector<T>.Count;

    /// <summary>One case: where, and on which of the scanned days.</summary>
    internal readonly record struct Case(ushort Site, int Day);
}
