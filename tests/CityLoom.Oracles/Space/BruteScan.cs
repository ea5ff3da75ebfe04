using CityLoom.Detection.Space;

namespace CityLoom.Oracles.Space;

/// <summary>Every zone and every window tried one by one: slow, plain, and what the fast scan must equal.</summary>
internal static class BruteScan
{
    public static double Best(NeighbourOrder order, CaseTable cases, ScanOptions options)
    {
        var counts = new int[cases.Sites, cases.Days];
        foreach (var (site, day, n) in cases.Cells)
        {
            counts[site, day] += n;
        }
        var best = 0.0;
        foreach (var (start, end) in Windows(cases.Days, options))
        {
            for (var centre = 0; centre < cases.Sites; centre++)
            {
                best = Math.Max(best, BestAround(order, cases, options, centre, Column(counts, start, end), (start, end)));
            }
        }
        return best;
    }

    private static double BestAround(NeighbourOrder order, CaseTable cases, ScanOptions options, int centre, int[] inWindow, (int Start, int End) window)
    {
        var poisson = options.Model == ScanModel.Poisson;
        var total = poisson ? order.Sites.Sum(site => site.Population) : cases.Total;
        double time = poisson ? (double)(window.End - window.Start) / cases.Days : cases.ByDay[window.Start..window.End].Sum() / (double)cases.Total;
        var (best, weight, observed) = (0.0, 0.0, 0);
        foreach (var site in order.Nearest(centre))
        {
            weight += poisson ? order.Sites[site].Population : cases.BySite[site];
            observed += inWindow[site];
            if (weight > options.MaxFraction * total || order.Distance(centre, site) > options.MaxRadius)
            {
                break;
            }
            if (observed >= options.MinCases)
            {
                best = Math.Max(best, LikelihoodRatio.Log(observed, cases.Total * (weight / total) * time, cases.Total));
            }
        }
        return best;
    }

    private static IEnumerable<(int Start, int End)> Windows(int days, ScanOptions options) =>
        from length in Enumerable.Range(1, Math.Min(days, options.MaxDays))
        from start in options.Span == ScanSpan.Prospective ? [days - length] : Enumerable.Range(0, days - length + 1)
        select (start, start + length);

    private static int[] Column(int[,] counts, int start, int end) =>
        [.. Enumerable.Range(0, counts.GetLength(0)).Select(site => Enumerable.Range(start, end - start).Sum(day => counts[site, day]))];
}
