namespace CityLoom.Detection.Series;

/// <summary>What all detectors do before they begin.</summary>
internal static class Watching
{
    /// <summary>Refuses positions that the detector cannot judge.</summary>
    public static void Check(IDetector detector, CountSeries series, int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, detector.Earliest(series));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + count, series.Length);
    }
}
