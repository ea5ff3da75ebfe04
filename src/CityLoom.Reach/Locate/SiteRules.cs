using CityLoom.Reach.Inputs;

namespace CityLoom.Reach.Locate;

/// <summary>How many units each site must and may hold: an existing station must hold one, a forbidden site may hold none.</summary>
/// <param name="Least">For every site, the units that are there already.</param>
/// <param name="Most">For every site, the units that it can take.</param>
public sealed record SiteRules(int[] Least, int[] Most)
{
    /// <summary>Every site free, with room for so many units.</summary>
    public static SiteRules Free(int sites, int most = 1) => new(new int[sites], Filled(sites, most));

    /// <summary>These rules with a unit fixed at each of some sites.</summary>
    public SiteRules Fixing(IEnumerable<int> sites) => With(sites, (least, most, site) => least[site] = Math.Max(1, least[site]));

    /// <summary>These rules with some sites forbidden.</summary>
    public SiteRules Forbidding(IEnumerable<int> sites) => With(sites, (least, most, site) => most[site] = 0);

    /// <summary>Number of sites.</summary>
    public int Sites => Least.Length;

    /// <summary>Why no choice of so many units keeps to the rules; null when one does.</summary>
    /// <param name="units">The units to place; null when their number is free.</param>
    public InputFault? Fault(int? units)
    {
        for (var site = 0; site < Sites; site++)
        {
            if (Least[site] < 0 || Least[site] > Most[site])
            {
                return LocateFaults.ContraryRules(site, Least[site], Most[site]);
            }
        }

        var (fixedUnits, room) = (Least.Sum(n => (long)n), Most.Sum(n => (long)n));
        return units is not { } p ? null
            : p < 1 ? LocateFaults.NoUnits(p)
            : p > room ? LocateFaults.TooManyUnits(p, room)
            : p < fixedUnits ? LocateFaults.TooFewForFixed(p, fixedUnits) : null;
    }

    private static int[] Filled(int sites, int value)
    {
        var filled = new int[sites];
        Array.Fill(filled, value);
        return filled;
    }

    private SiteRules With(IEnumerable<int> sites, Action<int[], int[], int> change)
    {
        var (least, most) = ((int[])Least.Clone(), (int[])Most.Clone());
        foreach (var site in sites)
        {
            change(least, most, site);
        }

        return new SiteRules(least, most);
    }
}
