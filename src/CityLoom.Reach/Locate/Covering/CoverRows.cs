using CityLoom.Reach.Locate.Search;

namespace CityLoom.Reach.Locate.Covering;

/// <summary>
/// The rows of a covering model: demands that bring something by the number of units that cover them, and demands that must
/// be covered. Demands with the same sites are one row; demands without any site are left out.
/// </summary>
internal sealed class CoverRows
{
    private CoverRows(CoverLists lists, double[] weights, int[] zones, int must) =>
        (Lists, Weights, Zones, FirstMust) = (lists, weights, zones, lists.Demands - must);

    /// <summary>Rows as demands of cover lists: those that bring something first, then those that must be covered.</summary>
    public CoverLists Lists { get; }

    public double[] Weights { get; }

    /// <summary>The zone of each row, 0 where there are none.</summary>
    public int[] Zones { get; }

    /// <summary>The first of the rows that must be covered.</summary>
    public int FirstMust { get; }

    public int Count => Lists.Demands;

    /// <summary>The rows of a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="gains">Whether covering brings anything; false when only the duty to cover counts.</param>
    public static CoverRows Of(CoverProblem problem, bool gains = true)
    {
        var (rows, weights, zones) = (new List<int[]>(), new List<double>(), new List<int>());
        var known = new Dictionary<RowKey, int>();
        void Add(CoverLists lists, int demand, int zone, double weight)
        {
            var sites = lists.SitesOf(demand).ToArray();
            if (sites.Length == 0)
            {
                return;
            }

            if (known.TryGetValue(new RowKey(zone, sites), out var row))
            {
                weights[row] += weight;
                return;
            }

            known.Add(new RowKey(zone, sites), rows.Count);
            rows.Add(sites);
            weights.Add(weight);
            zones.Add(Math.Max(0, zone));
        }

        for (var demand = 0; gains && demand < problem.Cover.Demands; demand++)
        {
            Add(problem.Cover, demand, problem.Zones.Length == 0 ? 0 : problem.Zones[demand], problem.Weights[demand]);
        }

        var must = rows.Count;
        for (var demand = 0; problem.MustReach is { } wide && demand < wide.Demands; demand++)
        {
            Add(wide, demand, -1, 0);
        }

        return new CoverRows(Transposed(rows, problem.Cover.Sites), [.. weights], [.. zones], rows.Count - must);
    }

    private static CoverLists Transposed(List<int[]> rows, int sites)
    {
        var bySite = Enumerable.Range(0, sites).Select(_ => new List<int>()).ToArray();
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var site in rows[row])
            {
                bySite[site].Add(row);
            }
        }

        return CoverLists.From(rows.Count, bySite);
    }

    private readonly struct RowKey(int zone, int[] sites) : IEquatable<RowKey>
    {
        private readonly int _zone = zone;
        private readonly int[] _sites = sites;

        public bool Equals(RowKey other) => _zone == other._zone && _sites.AsSpan().SequenceEqual(other._sites);

        public override bool Equals(object? obj) => obj is RowKey other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(_zone);
            foreach (var site in _sites)
            {
                hash.Add(site);
            }

            return hash.ToHashCode();
        }
    }
}
