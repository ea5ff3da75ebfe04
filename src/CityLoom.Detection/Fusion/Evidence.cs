namespace CityLoom.Detection.Fusion;

/// <summary>The streams that speak about one condition at one place, and what they come to.</summary>
internal sealed class Evidence
{
    private readonly StreamSignal[] _signals;
    private readonly double[] _pValues;
    private readonly double[] _weights;
    private readonly int _own;
    private readonly FusionOptions _options;

    private Evidence(List<StreamSignal> own, IEnumerable<StreamSignal> around, FusionOptions options)
    {
        var heard = own.Where(signal => Weight(signal, options) > 0).ToList();
        _signals = [.. heard, .. around.Where(signal => Weight(signal, options) > 0)];
        (_own, _options) = (heard.Count, options);
        _pValues = [.. _signals.Select(signal => signal.PValue)];
        _weights = [.. _signals.Select((signal, i) => Weight(signal, options) * (i < _own ? 1 : options.NeighbourWeight))];
        PValue = _signals.Length == 0 ? 1 : Combine(_pValues);
    }

    /// <summary>The combined p-value; 1 where no stream has a recent signal.</summary>
    public double PValue { get; }

    /// <summary>Own streams, joined by those around where the own ones are at all remarkable.</summary>
    public static Evidence Of(List<StreamSignal> own, List<StreamSignal> around, FusionOptions options)
    {
        var alone = new Evidence(own, [], options);
        return around.Count == 0 || options.NeighbourWeight == 0 || alone._own == 0 || alone.PValue > options.OwnAtMost ? alone : new(own, around, options);
    }

    /// <summary>What each stream did, the weightiest first.</summary>
    public IReadOnlyList<Contribution> Explain()
    {
        if (_signals.Length == 0)
        {
            return [];
        }
        var shares = CombinePValues.Shares(_pValues, _weights, _options.How);
        return [.. _signals.Select((signal, i) => Explain(i, shares[i])).OrderByDescending(part => part.Share).ThenByDescending(part => part.Effect)];
    }

    private Contribution Explain(int stream, double share)
    {
        double[] others = [.. _pValues];
        others[stream] = 0.5;
        var without = Combine(others);
        return new(_signals[stream], _weights[stream], stream >= _own)
        {
            Share = share,
            PValueWithout = without,
            Effect = Math.Log10(Math.Max(without, double.Epsilon) / Math.Max(PValue, double.Epsilon)),
        };
    }

    /// <summary>A source of no weight is not heard at all.</summary>
    private static double Weight(StreamSignal signal, FusionOptions options) => options.SourceWeights.GetValueOrDefault(signal.Source, 1);

    private double Combine(double[] pValues) => CombinePValues.Run(pValues, _weights, _options.How, Correlation());

    private Func<int, int, double>? Correlation() =>
        _options.Correlation is { } correlation ? (i, j) => correlation(_signals[i], _signals[j]) : null;
}
