namespace CityLoom.Reach.Roads;

/// <summary>
/// How long each arc of a network takes, in whole units of time. New speeds are a new object over the same network: searches under
/// way keep the times they began with. Safe for any number of threads.
/// </summary>
public sealed class TravelTimes
{
    /// <summary>The time of an arc that may not be used.</summary>
    public const int Closed = int.MaxValue;

    private readonly int[] _ofArc;
    private readonly Lazy<Adjacency> _outward;
    private readonly Lazy<Adjacency> _inward;

    /// <summary>Times for each arc of the network.</summary>
    /// <param name="network">The roads.</param>
    /// <param name="ofArc">Time of each arc, 0 or more, or <see cref="Closed"/>. The array must not be changed afterwards.</param>
    /// <param name="unitsPerSecond">How many units make a second: 1000 when times are in milliseconds.</param>
    /// <exception cref="ArgumentException">There is not one time for each arc, or one is negative.</exception>
    public TravelTimes(RoadNetwork network, int[] ofArc, double unitsPerSecond = 1000)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(unitsPerSecond);
        if (ofArc.Length != network.ArcCount)
        {
            throw new ArgumentException($"{ofArc.Length} times were given for {network.ArcCount} arcs", nameof(ofArc));
        }
        (Longest, Typical) = Measured(ofArc);
        (Network, _ofArc, UnitsPerSecond) = (network, ofArc, unitsPerSecond);
        _outward = new(() => Adjacency.Outward(network, ofArc));
        _inward = new(() => Adjacency.Inward(network, ofArc));
    }

    /// <summary>The roads.</summary>
    public RoadNetwork Network { get; }

    /// <summary>How many units of time make a second.</summary>
    public double UnitsPerSecond { get; }

    /// <summary>Time of each arc; <see cref="Closed"/> for one that may not be used.</summary>
    public ReadOnlySpan<int> OfArc => _ofArc;

    /// <summary>The longest time of an arc that may be used.</summary>
    internal int Longest { get; }

    /// <summary>Whole units within the time given; what lies exactly on it is within.</summary>
    public int Units(TimeSpan time) => checked((int)Math.Floor((time.TotalSeconds * UnitsPerSecond) + 1e-6));

    /// <summary>The mean time of an arc that may be used.</summary>
    internal int Typical { get; }

    /// <summary>
    /// The same times with every arc closed that does not lie in the largest part in which each node can get to each: a place that
    /// snaps to the rest could neither leave nor be left. What snaps should go by these.
    /// </summary>
    public TravelTimes WithoutTraps()
    {
        var main = StrongParts.Largest(Network, _ofArc);
        var times = (int[])_ofArc.Clone();
        for (var arc = 0; arc < times.Length; arc++)
        {
            if (!main[Network.Tails[arc]] || !main[Network.Heads[arc]])
            {
                times[arc] = Closed;
            }
        }
        return new(Network, times, UnitsPerSecond);
    }

    /// <summary>True for a node that some open arc leaves.</summary>
    public bool HasWay(int node)
    {
        var open = false;
        for (var arc = Network.FirstArc[node]; arc < Network.FirstArc[node + 1]; arc++)
        {
            open |= _ofArc[arc] != Closed;
        }
        return open;
    }

    internal Adjacency Towards(Heading heading) => (heading == Heading.Outward ? _outward : _inward).Value;

    private static (int Longest, int Mean) Measured(int[] times)
    {
        var (longest, sum, open) = (0, 0L, 0);
        foreach (var time in times)
        {
            if (time < 0)
            {
                throw new ArgumentException($"An arc takes {time}; times are 0 or more", nameof(times));
            }
            if (time != Closed)
            {
                (longest, sum, open) = (Math.Max(longest, time), sum + time, open + 1);
            }
        }
        return (longest, (int)(sum / Math.Max(1, open)));
    }
}
