namespace CityLoom.Detection.Series;

/// <summary>
/// A way to tell unusual counts from usual ones. An instance keeps room to work in and serves one thread at a time; it keeps
/// nothing of a series between calls.
/// </summary>
public interface IDetector
{
    /// <summary>The first position that has history enough to be judged; the series' length or more when none has.</summary>
    int Earliest(CountSeries series);

    /// <summary>Judges consecutive periods from <paramref name="first"/> on, as many as there are places for findings.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The history before <paramref name="first"/> is too short, or the series ends.</exception>
    void Watch(CountSeries series, int first, Span<Finding> findings);
}
