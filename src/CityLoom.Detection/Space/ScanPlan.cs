namespace CityLoom.Detection.Space;

/// <summary>All that stays the same through the replicates of a scan.</summary>
internal sealed class ScanPlan
{
    private ScanPlan(NeighbourOrder order, CaseTable cases, ScanOptions options)
    {
        (Order, Cases, Options) = (order, cases, options);
        Windows = new TimeWindows(cases, options);
        Weights = options.Model == ScanModel.Poisson ? Populations(order, cases) : new([.. cases.BySite.Select(n => (double)n)], cases.Total);
        Thresholds = new Thresholds(cases.Total, options.MinCases);
        Zones = new Zones[order.Sites.Count];
        var expected = cases.Total * Enumerable.Range(0, Windows.Days - Windows.Longest + 1).Max(day => Windows.Share(new(day, day + Windows.Longest)));
        Parallel.For(0, Zones.Length, Threading, centre => Zones[centre] = Space.Zones.Around(order, centre, Weights, options, expected));
        CasesAreFew = options.CaseByCase ?? CaseByCaseIsCheaper();
    }

    public NeighbourOrder Order { get; }

    public CaseTable Cases { get; }

    public ScanOptions Options { get; }

    public TimeWindows Windows { get; }

    public ScanWeights Weights { get; }

    public Thresholds Thresholds { get; }

    public Zones[] Zones { get; }

    /// <summary>Whether counting case by case costs less than adding up the sites of each zone.</summary>
    public bool CasesAreFew { get; }

    public ParallelOptions Threading => new() { MaxDegreeOfParallelism = Options.Threads };

    /// <summary>Checks the input and prepares the scan.</summary>
    /// <exception cref="ArgumentException">A setting out of range, counts of other sites, or cases where nobody lives.</exception>
    public static ScanPlan Of(NeighbourOrder order, CaseTable cases, ScanOptions options)
    {
        return cases.Sites == order.Sites.Count
            ? new(order, cases, options)
            : throw new ArgumentException($"The counts are of {cases.Sites} sites, the order of {order.Sites.Count}.", nameof(cases));
    }

    /// <summary>Cases expected in a zone and window.</summary>
    public double Expected(double weight, Window window) => Cases.Total * (weight / Weights.Total) * Windows.Share(window);

    /// <summary>A case costs about as much as two vectors of days.</summary>
    private bool CaseByCaseIsCheaper()
    {
        var zone = Zones.Average(zones => zones.Ends.Length == 0 ? 0 : zones.Ends[^1]);
        var vectors = Math.Ceiling(Windows.Days / (double)System.Numerics.Vector<short>.Count);
        return 2 * Cases.Total * Windows.Share(new(0, Windows.Days)) < zone * vectors;
    }

    private static ScanWeights Populations(NeighbourOrder order, CaseTable cases)
    {
        var of = order.Sites.Select(site => site.Population).ToArray();
        for (var site = 0; site < of.Length; site++)
        {
            if (!(of[site] >= 0) || !double.IsFinite(of[site]) || (of[site] == 0 && cases.BySite[site] > 0))
            {
                throw new ArgumentException(
                    $"Site '{order.Sites[site].Id}' has population {of[site]} and {cases.BySite[site]} cases; the Poisson model needs a population wherever there are cases.",
                    nameof(order));
            }
        }
        return new(of, of.Sum());
    }
}
