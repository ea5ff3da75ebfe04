namespace CityLoom.Detection.Space;

/// <summary>
/// Kulldorff's scan statistic: every circle around every site, with every window of time, is held against what the model expects, and the
/// most unlikely ones are reported. Poisson model (Kulldorff 1997, 2001) and space-time permutation (Kulldorff et al. 2005).
/// </summary>
public static class SpaceScan
{
    /// <summary>Likelihood ratios closer than this count as equal when worlds are compared.</summary>
    private const double Alike = 1e-9;

    /// <summary>Scans counts over sites.</summary>
    /// <param name="order">The sites and who is near whom, made once.</param>
    /// <param name="cases">The counts, sites numbered as in the order.</param>
    /// <param name="options">Settings.</param>
    /// <exception cref="ArgumentException">A setting out of range, counts of other sites, or cases where nobody lives.</exception>
    public static ScanResult Run(NeighbourOrder order, CaseTable cases, ScanOptions options)
    {
        options.Check();
        if (cases.Total == 0)
        {
            return new([], 0, []);
        }
        var plan = ScanPlan.Of(order, cases, options);
        var (centres, maxima) = cases.Total < short.MaxValue ? Search(new ScanRun<short>(plan)) : Search(new ScanRun<int>(plan));
        return new(Clusters(plan, centres, maxima), cases.Total, maxima);
    }

    private static (Best[] Centres, double[] Maxima) Search<T>(ScanRun<T> run)
        where T : unmanaged, System.Numerics.IBinaryInteger<T>, System.Numerics.IMinMaxValue<T> => (run.Centres(), run.Maxima());

    private static List<Cluster> Clusters(ScanPlan plan, Best[] centres, double[] maxima)
    {
        var clusters = new List<Cluster>();
        var taken = new HashSet<ushort>();
        foreach (var centre in Enumerable.Range(0, centres.Length).OrderByDescending(centre => centres[centre].Ratio))
        {
            if (centres[centre].Ratio <= Alike || clusters.Count == plan.Options.MaxClusters)
            {
                break;
            }
            var members = plan.Order.Nearest(centre)[..centres[centre].Sites].ToArray();
            if (!taken.Overlaps(members))
            {
                taken.UnionWith(members);
                clusters.Add(Describe(plan, centre, centres[centre], members, maxima));
            }
        }
        return clusters;
    }

    private static Cluster Describe(ScanPlan plan, int centre, Best best, ushort[] members, double[] maxima)
    {
        var sites = plan.Order.Sites;
        var (first, last) = (plan.Windows.FirstDay + best.Window.Start, plan.Windows.FirstDay + best.Window.End - 1);
        var inside = members.ToHashSet();
        var observed = plan.Cases.Cells.Where(cell => inside.Contains((ushort)cell.Site) && cell.Day >= first && cell.Day <= last).Sum(cell => cell.Cases);
        var expected = plan.Expected(members.Sum(site => plan.Weights.Of[site]), best.Window);
        return new(sites[centre], [.. members.Select(site => sites[site])], plan.Order.Distance(centre, members[^1]), first, last)
        {
            Observed = observed,
            Expected = expected,
            RelativeRisk = LikelihoodRatio.RelativeRisk(observed, expected, plan.Cases.Total),
            LogLikelihoodRatio = best.Ratio,
            PValue = maxima.Length == 0 ? null : (1.0 + maxima.Count(maximum => maximum >= best.Ratio - Alike)) / (1 + maxima.Length),
        };
    }
}
