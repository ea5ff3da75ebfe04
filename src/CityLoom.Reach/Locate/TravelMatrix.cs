namespace CityLoom.Reach.Locate;

/// <summary>Travel times (or any whole-numbered cost) between every demand and every site; demands are rows.</summary>
public sealed class TravelMatrix
{
    /// <summary>The time of a pair between which there is no way.</summary>
    public const int Unreachable = int.MaxValue;

    private readonly int[] _times;

    /// <summary>Takes the times row by row; a negative one is a bug of the caller.</summary>
    /// <param name="demands">Number of rows.</param>
    /// <param name="sites">Number of columns.</param>
    /// <param name="times">Times, <paramref name="demands"/> × <paramref name="sites"/>; <see cref="Unreachable"/> where there is no way.</param>
    public TravelMatrix(int demands, int sites, int[] times)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(times.LongLength, (long)demands * sites);
        if (Array.Exists(times, time => time < 0))
        {
            throw new ArgumentOutOfRangeException(nameof(times), "A travel time is negative.");
        }

        (Demands, Sites, _times) = (demands, sites, times);
    }

    /// <summary>Number of demands.</summary>
    public int Demands { get; }

    /// <summary>Number of sites.</summary>
    public int Sites { get; }

    /// <summary>The time between one demand and one site.</summary>
    public int this[int demand, int site] => _times[demand * Sites + site];

    /// <summary>The times of one demand to all sites.</summary>
    public ReadOnlySpan<int> Row(int demand) => _times.AsSpan(demand * Sites, Sites);

    /// <summary>Which site reaches which demand within a limit, the limit included.</summary>
    public CoverLists Within(int limit)
    {
        var covered = new List<int>[Sites];
        for (var site = 0; site < Sites; site++)
        {
            covered[site] = [];
            for (var demand = 0; demand < Demands; demand++)
            {
                if (this[demand, site] <= limit)
                {
                    covered[site].Add(demand);
                }
            }
        }

        return CoverLists.From(Demands, covered);
    }
}
