namespace CityLoom.Detection.Space;

/// <summary>A window of time among the scanned days.</summary>
/// <param name="Start">First day, from 0.</param>
/// <param name="End">The day after the last.</param>
internal readonly record struct Window(int Start, int End)
{
    /// <summary>Shorter windows come first, then earlier ones: of two equally likely clusters the first is reported.</summary>
    public bool Before(Window other) => End - Start != other.End - other.Start ? End - Start < other.End - other.Start : Start < other.Start;
}

/// <summary>The windows of a scan, each with the share of all cases that its days may expect.</summary>
internal sealed class TimeWindows
{
    private readonly double[] _upTo;
    private readonly int[][] _steps;

    public TimeWindows(CaseTable cases, ScanOptions options)
    {
        Longest = Math.Min(options.MaxDays, cases.Days);
        IsOpen = options.Span == ScanSpan.Prospective;
        FirstDay = IsOpen ? cases.Days - Longest : 0;
        Days = cases.Days - FirstDay;
        _upTo = new double[Days + 1];
        for (var day = 0; day < Days; day++)
        {
            var share = options.Model == ScanModel.Poisson ? 1 : cases.ByDay[FirstDay + day];
            _upTo[day + 1] = _upTo[day] + share;
        }
        Whole = options.Model == ScanModel.Poisson ? cases.Days : cases.Total;
        _steps = [.. Enumerable.Range(0, Longest + 1).Select(StepsOfLength)];
    }

    /// <summary>Whether every window ends today.</summary>
    public bool IsOpen { get; }

    /// <summary>First scanned day among all days.</summary>
    public int FirstDay { get; }

    /// <summary>How many days are scanned.</summary>
    public int Days { get; }

    /// <summary>Longest window.</summary>
    public int Longest { get; }

    private double Whole { get; }

    /// <summary>Share of a window in the whole time.</summary>
    public double Share(Window window) => (_upTo[window.End] - _upTo[window.Start]) / Whole;

    /// <summary>Grid steps of the windows of a length, by their first day.</summary>
    public int[] Steps(int length) => _steps[length];

    private int[] StepsOfLength(int length) => length == 0
        ? []
        : [.. Enumerable.Range(0, Days - length + 1).Select(start => Grid.Steps(Share(new(start, start + length))))];
}
