namespace CityLoom.Reach.Locate.Search;

/// <summary>
/// Lowers the bound of a relaxation by steps against its slope. Steps follow Polyak's rule towards the best objective known,
/// their length halved when the bound stalls; the direction keeps a part of the one before (Camerini, Fratta, Maffioli 1975).
/// The running average of the choices comes near the fractional optimum (Barahona, Anbil 2000) and guides the branching.
/// </summary>
internal sealed class Subgradient(Relaxation relaxation)
{
    private const double Memory = 0.2;
    private const double Averaging = 0.1;

    private readonly double[] _values = new double[relaxation.Sites];
    private readonly double[] _slope = new double[relaxation.Multipliers];
    private readonly double[] _direction = new double[relaxation.Multipliers];
    private readonly double[] _best = new double[relaxation.Multipliers];

    /// <summary>The lowest bound of the last run.</summary>
    public double Bound { get; private set; }

    /// <summary>The choice at the lowest bound.</summary>
    public SiteChoice Choice { get; } = new(relaxation.Sites, relaxation.Units);

    /// <summary>For every site the average of the units chosen along the way.</summary>
    public double[] Average { get; } = new double[relaxation.Sites];

    /// <summary>Runs from the given multipliers, which become those of the lowest bound; closes sites by reduced cost on the way.</summary>
    /// <param name="range">What the node allows; tightened.</param>
    /// <param name="multipliers">Where to begin; overwritten.</param>
    /// <param name="pace">How many steps and how long.</param>
    /// <param name="cut">A bound at or below this ends the run.</param>
    /// <param name="seen">Told every choice on the way; returns the best objective known.</param>
    public double Run(SiteRange range, double[] multipliers, Pace pace, Func<double> cut, Func<int[], double> seen)
    {
        (Bound, var stalled, var length) = (double.PositiveInfinity, 0, pace.Length);
        Array.Clear(_direction);
        Array.Clear(Average);
        for (var step = 0; step < pace.Steps && length > pace.Shortest && (step == 0 || !pace.Over()); step++)
        {
            var bound = relaxation.Price(multipliers, range, _values) + Choice.Choose(_values, range);
            Remember(step == 0 ? 1 : Averaging);
            var known = seen(Choice.Units);
            stalled = bound < Bound - 1e-6 * Math.Abs(Bound) ? 0 : stalled + 1;
            Keep(bound, multipliers);
            Choice.Fix(_values, range, bound - cut());
            if (!range.Allows(relaxation.Units))
            {
                return Bound = double.NegativeInfinity;
            }

            if (Bound <= cut() || !Step(multipliers, bound, double.IsFinite(known) ? known : bound - 0.05 * Math.Abs(bound) - 1, length))
            {
                break;
            }

            if (stalled >= pace.Patience)
            {
                (stalled, length) = (0, length / 2);
                _best.CopyTo(multipliers, 0);
                Array.Clear(_direction);
            }
        }

        _best.CopyTo(multipliers, 0);
        return Bound;
    }

    private void Keep(double bound, double[] multipliers)
    {
        if (bound < Bound)
        {
            Bound = bound;
            multipliers.CopyTo(_best, 0);
        }
    }

    private void Remember(double share)
    {
        for (var site = 0; site < Average.Length; site++)
        {
            Average[site] += share * (Choice.Units[site] - Average[site]);
        }
    }

    /// <summary>One step; false where the slope is zero and the bound can't fall.</summary>
    private bool Step(double[] multipliers, double bound, double known, double length)
    {
        relaxation.Slope(Choice.Units, _slope);
        var norm = 0.0;
        for (var i = 0; i < _slope.Length; i++)
        {
            _direction[i] = _slope[i] + Memory * _direction[i];
            norm += _direction[i] * _direction[i];
        }

        if (norm < 1e-18)
        {
            return false;
        }

        var step = length * Math.Max(bound - known, 1e-9 * Math.Abs(bound)) / norm;
        for (var i = 0; i < multipliers.Length; i++)
        {
            multipliers[i] -= step * _direction[i];
        }

        relaxation.Project(multipliers);
        return true;
    }
}

/// <summary>How a run of the subgradient method is paced.</summary>
/// <param name="Steps">At most so many steps.</param>
/// <param name="Length">Length of the first steps as a share of Polyak's.</param>
/// <param name="Shortest">Steps shorter than this end the run.</param>
/// <param name="Patience">Steps without gain after which the length is halved.</param>
/// <param name="Over">Whether time is up.</param>
internal sealed record Pace(int Steps, double Length, double Shortest, int Patience, Func<bool> Over);
