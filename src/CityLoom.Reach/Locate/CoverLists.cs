namespace CityLoom.Reach.Locate;

/// <summary>Which site covers which demands, as compressed lists in both directions; immutable.</summary>
public sealed class CoverLists
{
    private readonly int[] _siteStart, _demandOf, _demandStart, _siteOf;

    private CoverLists(int demands, IReadOnlyList<IReadOnlyList<int>> coveredBySite)
    {
        (Demands, Sites) = (demands, coveredBySite.Count);
        _siteStart = new int[Sites + 1];
        _demandStart = new int[demands + 1];
        for (var site = 0; site < Sites; site++)
        {
            _siteStart[site + 1] = _siteStart[site] + coveredBySite[site].Count;
            foreach (var demand in coveredBySite[site])
            {
                _demandStart[demand + 1]++;
            }
        }

        for (var demand = 0; demand < demands; demand++)
        {
            _demandStart[demand + 1] += _demandStart[demand];
        }

        (_demandOf, _siteOf) = (new int[_siteStart[Sites]], new int[_siteStart[Sites]]);
        var next = _demandStart.ToArray();
        for (var (site, at) = (0, 0); site < Sites; site++)
        {
            foreach (var demand in coveredBySite[site])
            {
                _demandOf[at++] = demand;
                _siteOf[next[demand]++] = site;
            }
        }
    }

    /// <summary>Number of demands.</summary>
    public int Demands { get; }

    /// <summary>Number of sites.</summary>
    public int Sites { get; }

    /// <summary>Number of pairs of a site and a demand that it covers.</summary>
    public int Pairs => _demandOf.Length;

    /// <summary>Builds the lists.</summary>
    /// <param name="demands">Number of demands.</param>
    /// <param name="coveredBySite">For every site the demands that it covers, 0-based, each once.</param>
    public static CoverLists From(int demands, IReadOnlyList<IReadOnlyList<int>> coveredBySite) => new(demands, coveredBySite);

    /// <summary>The demands that a site covers.</summary>
    public ReadOnlySpan<int> DemandsOf(int site) => _demandOf.AsSpan(_siteStart[site].._siteStart[site + 1]);

    /// <summary>The sites that cover a demand, in ascending order.</summary>
    public ReadOnlySpan<int> SitesOf(int demand) => _siteOf.AsSpan(_demandStart[demand].._demandStart[demand + 1]);
}
