using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Search;

/// <summary>How many nodes are reached and the sum of their times.</summary>
/// <param name="Count">Nodes within the limit, the start among them.</param>
/// <param name="Sum">Sum of their times, in units.</param>
public readonly record struct ReachTally(int Count, long Sum)
{
    /// <summary>The tally of each start by itself, spread over the cores.</summary>
    /// <param name="times">Times of the arcs.</param>
    /// <param name="starts">Nodes to start from.</param>
    /// <param name="limit">The longest time; exactly this is within.</param>
    public static ReachTally[] Of(TravelTimes times, int[] starts, int limit)
    {
        var tallies = new ReachTally[starts.Length];
        Parallel.For(0, starts.Length, () => new ReachSearch(times), (i, _, search) =>
        {
            var sum = 0L;
            foreach (var node in search.Run(starts[i], limit))
            {
                sum += search[node];
            }
            tallies[i] = new(search.Reached.Length, sum);
            return search;
        }, static _ => { });
        return tallies;
    }
}
