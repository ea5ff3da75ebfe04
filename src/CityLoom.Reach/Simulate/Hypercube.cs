using CityLoom.Reach.Inputs;

namespace CityLoom.Reach.Simulate;

/// <summary>
/// How busy each unit is, without simulating: the approximation of the hypercube queueing model
/// (R. Larson, "Approximating the performance of urban emergency service systems", Operations Research 23, 1975). Each zone has a
/// fixed order of units; a call takes the first free one; when all are busy it waits in one line. N equations instead of the
/// 2^N states of the exact model, within one or two per cent of it.
/// </summary>
public static class Hypercube
{
    private const int Most = 500;

    /// <summary>The busy fraction of every unit and who serves whom.</summary>
    /// <param name="rates">Calls per unit of time from every zone.</param>
    /// <param name="orders">For every zone all units in the order in which they are sent.</param>
    /// <param name="service">Mean time of a task.</param>
    public static Checked<HypercubeResult> Approximate(double[] rates, int[][] orders, double service)
    {
        var units = orders.Length == 0 ? 0 : orders[0].Length;
        var load = rates.Sum() * service;
        if (units is < 1 or > Most || rates.Length != orders.Length || rates.Any(rate => rate is not (>= 0 and < 1e12)) || !(load > 0)
            || orders.Any(order => !order.Order().SequenceEqual(Enumerable.Range(0, units))))
        {
            return new InputFault("hypercube.bad-input", $"每个分区须有非负的呼叫率和全部单元（1–{Most} 个）的派遣次序。",
                $"Every zone needs a rate that is not negative and an order of all units (1 to {Most}).");
        }

        if (load >= units)
        {
            return new InputFault("hypercube.overload", $"负荷 {load:0.##} 不小于单元数 {units}，排队将无限增长。",
                $"The load of {load:0.##} is not below the number of units, {units}; the line would grow without end.");
        }

        return new HypercubeRun(rates, orders, service).Solve();
    }
}

/// <summary>What the hypercube approximation says.</summary>
/// <param name="Busy">The busy fraction of every unit.</param>
/// <param name="Waits">The share of calls that find all units busy.</param>
/// <param name="Shares">Of each zone's calls that need not wait, the share that each unit takes: zone, unit.</param>
public sealed record HypercubeResult(double[] Busy, double Waits, double[][] Shares);

/// <summary>The iteration for the busy fractions.</summary>
internal sealed class HypercubeRun
{
    private readonly double[] _rates, _correction, _busy;
    private readonly int[][] _orders;
    private readonly double _service, _load, _waits;
    private readonly int _units;

    public HypercubeRun(double[] rates, int[][] orders, double service)
    {
        (_rates, _orders, _service, _units) = (rates, orders, service, orders[0].Length);
        _load = rates.Sum() * service;
        var states = States(_load, _units);
        _waits = 1 - states.Sum();
        _correction = [.. Enumerable.Range(0, _units).Select(before => Correction(states, before))];
        _busy = [.. Enumerable.Repeat(_load / _units, _units)];
    }

    public HypercubeResult Solve()
    {
        for (var round = 0; round < 1000 && Improve() > 1e-12; round++)
        {
        }

        return new HypercubeResult(_busy, _waits, Shares());
    }

    private double Improve()
    {
        var taken = new double[_units];
        for (var zone = 0; zone < _rates.Length; zone++)
        {
            var before = 1.0;
            for (var rank = 0; rank < _units; rank++)
            {
                var unit = _orders[zone][rank];
                taken[unit] += _rates[zone] * _correction[rank] * before;
                before *= _busy[unit];
            }
        }

        var waiting = _rates.Sum() * _waits / _units;
        var next = taken.Select(rate => (rate + waiting) * _service / (1 + rate * _service)).ToArray();
        var scale = _load / next.Sum();
        var change = 0.0;
        for (var unit = 0; unit < _units; unit++)
        {
            change = Math.Max(change, Math.Abs(next[unit] * scale - _busy[unit]));
            _busy[unit] = next[unit] * scale;
        }

        return change;
    }

    private double[][] Shares() => [.. _orders.Select(order =>
    {
        var (shares, before) = (new double[_units], 1.0);
        for (var rank = 0; rank < _units; rank++)
        {
            shares[order[rank]] = _correction[rank] * before * (1 - _busy[order[rank]]);
            before *= _busy[order[rank]];
        }

        var sum = shares.Sum();
        return shares.Select(share => share / sum).ToArray();
    })];

    /// <summary>Probabilities that 0 … N−1 units are busy, in the queue M/M/N with a line.</summary>
    private static double[] States(double load, int units)
    {
        var (terms, term) = (new double[units], 1.0);
        for (var busy = 0; busy < units; busy++)
        {
            terms[busy] = term;
            term *= load / (busy + 1);
        }

        var sum = terms.Sum() + term / (1 - load / units);
        return [.. terms.Select(value => value / sum)];
    }

    /// <summary>
    /// How much likelier it is than with independent units that so many given ones are busy and the next is free: with k of N busy at
    /// random the probability is the product of (k − i)/(N − i), times (N − k)/(N − before).
    /// </summary>
    private double Correction(double[] states, int before)
    {
        var (sum, busy) = (0.0, _load / _units);
        for (var k = before; k < _units; k++)
        {
            var probability = states[k] * (_units - k) / (_units - before);
            for (var i = 0; i < before; i++)
            {
                probability *= (double)(k - i) / (_units - i);
            }

            sum += probability;
        }

        return sum / (Math.Pow(busy, before) * (1 - busy));
    }
}
