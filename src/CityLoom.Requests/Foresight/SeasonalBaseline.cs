namespace CityLoom.Requests.Foresight;

/// <summary>What a street may expect of one category in a coming week.</summary>
/// <param name="Expected">Requests expected.</param>
/// <param name="Low">Nine weeks in ten are not below.</param>
/// <param name="High">Nine weeks in ten are not above.</param>
/// <param name="Season">The same weeks of earlier years against an average week; 1 when there is no season or too little history.</param>
/// <param name="Weeks">Weeks of history it rests on.</param>
public sealed record WeekAhead(double Expected, double Low, double High, double Season, int Weeks);

/// <summary>
/// The plain seasonal baseline: the level of recent weeks, times how busy the same season was in earlier years.
/// </summary>
/// <remarks>
/// Level: mean of the last eight weeks, each divided by its own season. Season: a triangular mean over two weeks on either side
/// in earlier years, drawn towards 1 by four weeks' worth of doubt where counts are small. Interval: negative binomial variance by moments, normal
/// with the square-root transform (M. S. Bartlett, 1936), which keeps it above zero. Nothing is fitted; the figure can be checked by hand.
/// </remarks>
public static class SeasonalBaseline
{
    private const int Year = 52;
    private const int LevelWeeks = 8;
    private const int Reach = 2;
    private const double Doubt = 4;
    private const double Ninety = 1.2816;

    /// <summary>Foretells a week.</summary>
    /// <param name="weeks">Requests of each past week without a gap, the latest last.</param>
    /// <param name="ahead">1 is the week after the latest.</param>
    /// <returns>The expectation; null when there are fewer than eight weeks to rest on.</returns>
    public static WeekAhead? Expect(IReadOnlyList<int> weeks, int ahead = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ahead, 1);
        if (weeks.Count < LevelWeeks)
        {
            return null;
        }

        var recent = Enumerable.Range(weeks.Count - LevelWeeks, LevelWeeks).ToArray();
        var level = recent.Average(w => weeks[w] / Season(weeks, w));
        var season = Season(weeks, weeks.Count - 1 + ahead);
        var expected = level * season;
        var spread = Dispersion(weeks, recent, level);
        var (root, step) = (Math.Sqrt(expected), Ninety * Math.Sqrt(spread) / 2);
        return new(expected, Math.Pow(Math.Max(0, root - step), 2), Math.Pow(root + step, 2), season, weeks.Count);
    }

    /// <summary>How busy the season of a week is, from the years before it.</summary>
    private static double Season(IReadOnlyList<int> weeks, int week)
    {
        if (weeks.Count < Year + LevelWeeks)
        {
            return 1;
        }

        var mean = weeks.Average();
        var (sum, weight) = (Doubt * mean, Doubt);
        for (var same = week - Year; same >= -Reach; same -= Year)
        {
            for (var w = Math.Max(0, same - Reach); w <= Math.Min(weeks.Count - 1, same + Reach); w++)
            {
                var near = Reach + 1 - Math.Abs(w - same);
                (sum, weight) = (sum + (near * weeks[w]), weight + near);
            }
        }

        return mean > 0 ? Math.Max(0.05, sum / weight / mean) : 1;
    }

    /// <summary>Variance of recent weeks against their mean; 1 for independent calls, never less.</summary>
    private static double Dispersion(IReadOnlyList<int> weeks, int[] recent, double level)
    {
        if (level <= 0)
        {
            return 1;
        }

        var variance = recent.Sum(w => Math.Pow((weeks[w] / Season(weeks, w)) - level, 2)) / (recent.Length - 1);
        return Math.Max(1, variance / level);
    }
}
