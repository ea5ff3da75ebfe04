using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;

namespace CityLoom.Reach.Hierarchies;

/// <summary>
/// Matrices over a hierarchy: from each node of the smaller side up to the top, then down again in one sweep over the ancestors of the
/// other side only, eight nodes abreast.
/// (Delling, Goldberg and Werneck 2011, Faster batched shortest paths in road networks: restricted PHAST.)
/// </summary>
public static class HierarchyMatrix
{
    private const int Lanes = 8;

    /// <summary>From about this many rows on a hierarchy pays for its making; found by measurement on Porto and New York.</summary>
    private const int ManyRows = 64;

    /// <summary>Reckons a matrix without a limit in the way that is quicker: by searches for few rows, over a hierarchy for many.</summary>
    public static TravelMatrix Quickest(TravelTimes times, int[] origins, int[] destinations) => Math.Min(origins.Length, destinations.Length) < ManyRows
        ? TravelMatrix.Compute(times, origins, destinations)
        : Compute(new(RoadHierarchy.Of(times.Network), times), origins, destinations);

    /// <summary>Reckons the matrix; the same as by searches, quicker when there are many rows.</summary>
    public static TravelMatrix Compute(HierarchyTimes times, int[] origins, int[] destinations)
    {
        var outward = origins.Length <= destinations.Length;
        var (from, to) = outward ? (origins, destinations) : (destinations, origins);
        var (climb, descend) = outward ? (times.Up, times.Down) : (times.Down, times.Up);
        var (cells, sweep) = (new int[origins.Length * destinations.Length], new Sweep(times.Hierarchy, to));
        for (var batch = 0; batch < from.Length; batch += Lanes)
        {
            var lanes = Math.Min(Lanes, from.Length - batch);
            sweep.Start();
            for (var lane = 0; lane < lanes; lane++)
            {
                sweep.Climb(from[batch + lane], lane, climb);
            }
            sweep.Descend(descend);
            for (var i = 0; i < lanes * to.Length; i++)
            {
                var (lane, target) = (i / to.Length, i % to.Length);
                var time = sweep[target, lane];
                cells[outward ? ((batch + lane) * destinations.Length) + target : (target * destinations.Length) + batch + lane] =
                    time >= HierarchyTimes.None ? TravelMatrix.OutOfReach : time;
            }
        }
        return new(cells, destinations.Length);
    }

    /// <summary>The ancestors of some nodes, from the top down, with room for eight times at each.</summary>
    private sealed class Sweep
    {
        private readonly RoadHierarchy _hierarchy;
        private readonly int[] _ranks;
        private readonly int[] _slotOfRank;
        private readonly int[] _first;
        private readonly int[] _pairs;
        private readonly int[] _slots;
        private readonly int[] _targets;
        private readonly Vector256<int>[] _times;
        private readonly int[] _climbed;

        public Sweep(RoadHierarchy hierarchy, int[] targets)
        {
            (_hierarchy, _slotOfRank, _climbed) = (hierarchy, new int[hierarchy.Network.NodeCount], new int[hierarchy.Network.NodeCount]);
            Array.Fill(_slotOfRank, -1);
            Array.Fill(_climbed, HierarchyTimes.None);
            _ranks = Ancestors(targets);
            var (first, pairs, slots) = (new List<int> { 0 }, new List<int>(), new List<int>());
            foreach (var rank in _ranks)
            {
                for (var pair = hierarchy.First[rank]; pair < hierarchy.First[rank + 1]; pair++)
                {
                    pairs.Add(pair);
                    slots.Add(_slotOfRank[hierarchy.Higher[pair]]);
                }
                first.Add(pairs.Count);
            }
            (_first, _pairs, _slots, _times) = (first.ToArray(), pairs.ToArray(), slots.ToArray(), new Vector256<int>[_ranks.Length]);
            _targets = Array.ConvertAll(targets, node => _slotOfRank[hierarchy.Rank[node]]);
        }

        public int this[int target, int lane] => _times[_targets[target]][lane];

        public void Start() => Array.Fill(_times, Vector256.Create(HierarchyTimes.None));

        /// <summary>Times from a node to its ancestors; all ways up lead through them.</summary>
        public void Climb(int node, int lane, int[] climb)
        {
            var (first, higher, climbed) = (_hierarchy.First, _hierarchy.Higher, _climbed);
            var lanes = MemoryMarshal.Cast<Vector256<int>, int>(_times.AsSpan());
            climbed[_hierarchy.Rank[node]] = 0;
            for (var rank = _hierarchy.Rank[node]; rank >= 0; rank = Parent(rank))
            {
                var time = climbed[rank];
                climbed[rank] = HierarchyTimes.None;
                if (_slotOfRank[rank] >= 0)
                {
                    lanes[(_slotOfRank[rank] * Lanes) + lane] = time;
                }
                for (var pair = first[rank]; pair < first[rank + 1]; pair++)
                {
                    climbed[higher[pair]] = Math.Min(climbed[higher[pair]], time + climb[pair]);
                }
            }
        }

        public void Descend(int[] descend)
        {
            for (var slot = 0; slot < _times.Length; slot++)
            {
                var best = _times[slot];
                for (var at = _first[slot]; at < _first[slot + 1]; at++)
                {
                    best = Vector256.Min(best, _times[_slots[at]] + Vector256.Create(descend[_pairs[at]]));
                }
                _times[slot] = best;
            }
        }

        private int[] Ancestors(int[] targets)
        {
            var ranks = new List<int>();
            foreach (var target in targets)
            {
                for (var rank = _hierarchy.Rank[target]; rank >= 0 && _slotOfRank[rank] < 0; rank = Parent(rank))
                {
                    _slotOfRank[rank] = 0;
                    ranks.Add(rank);
                }
            }
            ranks.Sort();
            ranks.Reverse();
            for (var slot = 0; slot < ranks.Count; slot++)
            {
                _slotOfRank[ranks[slot]] = slot;
            }
            return ranks.ToArray();
        }

        private int Parent(int rank) => _hierarchy.First[rank] < _hierarchy.First[rank + 1] ? _hierarchy.Higher[_hierarchy.First[rank]] : -1;
    }
}
