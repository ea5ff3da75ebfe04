namespace CityLoom.Detection.Space;

/// <summary>
/// Surveillance of cases as they come, one by one, for a cluster that starts at any of them and lives on (Assunção and Correa,
/// Computational Statistics &amp; Data Analysis 53, 2009). A case costs time in proportion to those before it.
/// </summary>
/// <remarks>
/// For the possible cluster that began with case k, N of the cases k..n lie near k, and U = (n−k+1) T / n would by chance, T being the cases
/// of all time near k. Its evidence is Λ = (1+ε)^N exp(−ε U). Not safe for threads.
/// </remarks>
public sealed class SpaceTimeWatch
{
    private readonly WatchOptions _options;
    private readonly List<Candidate> _candidates = [];
    private double _highest;

    /// <summary>Starts without any case.</summary>
    /// <exception cref="ArgumentException">A setting out of range.</exception>
    public SpaceTimeWatch(WatchOptions options)
    {
        if (!(options.Radius > 0) || !(options.Epsilon > 0) || double.IsNaN(options.Threshold))
        {
            throw new ArgumentException($"Radius {options.Radius} and epsilon {options.Epsilon} must be above 0, and the threshold a number.", nameof(options));
        }
        _options = options;
    }

    /// <summary>How many cases came.</summary>
    public int Count => _candidates.Count;

    /// <summary>The case, from 0, at which it first alarmed; null while it did not.</summary>
    public int? FirstAlarm { get; private set; }

    /// <summary>The case, from 0, that the cluster of the first alarm began with; null while there is none.</summary>
    public int? Centre { get; private set; }

    /// <summary>Takes the next case and gives the statistic after it.</summary>
    /// <exception cref="ArgumentException">The case is not later than the one before.</exception>
    public double Add(SpaceTimeEvent next)
    {
        if (_candidates.Count > 0 && !(next.Time > _candidates[^1].Event.Time))
        {
            throw new ArgumentException($"Case {_candidates.Count + 1} at {next.Time} is not later than the one before at {_candidates[^1].Event.Time}.", nameof(next));
        }
        Join(next);
        var (sum, largest, centre) = Weigh();
        _highest = Math.Max(_highest, largest);
        var statistic = _options.Rule switch
        {
            WatchRule.ShiryaevRoberts => sum,
            WatchRule.Cusum => largest,
            _ => _highest,
        };
        if (FirstAlarm is null && statistic > _options.Threshold)
        {
            (FirstAlarm, Centre) = (_candidates.Count - 1, centre);
        }
        return statistic;
    }

    /// <summary>The statistic after each of some cases.</summary>
    /// <exception cref="ArgumentException">A setting out of range, or cases out of order.</exception>
    public static (double[] Statistic, int? FirstAlarm, int? Centre) Run(IEnumerable<SpaceTimeEvent> events, WatchOptions options)
    {
        var watch = new SpaceTimeWatch(options);
        return ([.. events.Select(watch.Add)], watch.FirstAlarm, watch.Centre);
    }

    private void Join(SpaceTimeEvent next)
    {
        var before = 0;
        for (var k = 0; k < _candidates.Count; k++)
        {
            var candidate = _candidates[k];
            var (east, north) = (candidate.Event.X - next.X, candidate.Event.Y - next.Y);
            if (Math.Sqrt((east * east) + (north * north)) < _options.Radius)
            {
                before++;
                _candidates[k] = candidate with { Since = candidate.Since + 1, Ever = candidate.Ever + 1 };
            }
        }
        _candidates.Add(new(next, 1, before + 1));
    }

    private (double Sum, double Largest, int Centre) Weigh()
    {
        var (sum, largest, centre) = (0.0, 0.0, 0);
        var n = _candidates.Count;
        for (var k = 0; k < n; k++)
        {
            var expected = (n - k) * (double)_candidates[k].Ever / n;
            var evidence = Math.Exp((_candidates[k].Since * Math.Log(1 + _options.Epsilon)) - (_options.Epsilon * expected));
            sum += evidence;
            if (evidence > largest)
            {
                (largest, centre) = (evidence, k);
            }
        }
        return (sum, largest, centre);
    }

    /// <summary>A case that a cluster may have begun with.</summary>
    /// <param name="Event">The case.</param>
    /// <param name="Since">Cases near it since, itself among them.</param>
    /// <param name="Ever">Cases near it of all time.</param>
    private readonly record struct Candidate(SpaceTimeEvent Event, int Since, int Ever);
}
