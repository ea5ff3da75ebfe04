using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Search;

/// <summary>
/// Times from each of some nodes to each of others: one search for every node of the smaller side, along the traffic from origins
/// or against it from destinations, spread over the cores.
/// </summary>
public sealed class TravelMatrix
{
    /// <summary>What stands where a destination is out of reach.</summary>
    public const int OutOfReach = -1;

    private readonly int[] _times;
    private readonly int _columns;

    internal TravelMatrix(int[] times, int columns) => (_times, _columns) = (times, columns);

    /// <summary>Time from an origin to a destination, each by its place in the list; -1 where it is out of reach.</summary>
    public int this[int origin, int destination] => _times[(origin * _columns) + destination];

    /// <summary>Reckons the matrix.</summary>
    /// <param name="times">Times of the arcs.</param>
    /// <param name="origins">Nodes to start from.</param>
    /// <param name="destinations">Nodes to get to.</param>
    /// <param name="limit">The longest time of interest; the less, the quicker.</param>
    /// <param name="threads">How many searches may run at once; 0 for one on each core.</param>
    public static TravelMatrix Compute(TravelTimes times, int[] origins, int[] destinations, int limit = int.MaxValue - 1, int threads = 0)
    {
        var outward = origins.Length <= destinations.Length;
        var (from, to, cells) = (outward ? origins : destinations, outward ? destinations : origins, new int[origins.Length * destinations.Length]);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads == 0 ? Environment.ProcessorCount : threads };
        Parallel.For(0, from.Length, options, () => new ReachSearch(times, outward ? Heading.Outward : Heading.Inward), (i, _, search) =>
        {
            search.Run(from[i], limit);
            for (var j = 0; j < to.Length; j++)
            {
                cells[outward ? (i * destinations.Length) + j : (j * destinations.Length) + i] = search[to[j]];
            }
            return search;
        }, static _ => { });
        return new(cells, destinations.Length);
    }
}
