using CityLoom.Detection.Distributions;
using CityLoom.Detection.Series;

namespace CityLoom.Detection.Regression;

/// <summary>
/// log μ = intercept (+ trend) + sines and cosines of the year, for Poisson or negative binomial counts (variance μ + α μ²), fitted
/// by iteratively reweighted least squares. An α that is not given is estimated in turn with the mean (Venables and Ripley 2002, 7.4).
/// </summary>
internal sealed class SeasonalMean
{
    private const int MostIterations = 25;

    private readonly int _harmonics;
    private readonly bool _trend;
    private readonly double _year;
    private readonly double _shift;
    private readonly LeastSquares _squares;

    /// <param name="harmonics">Sine and cosine pairs.</param>
    /// <param name="trend">True for a linear trend of the log.</param>
    /// <param name="year">Periods in a year.</param>
    /// <param name="shift">What is added to the position from 1 to give the time.</param>
    public SeasonalMean(int harmonics, bool trend, double year, double shift = 0)
    {
        (_harmonics, _trend, _year, _shift) = (harmonics, trend, year, shift);
        _squares = new LeastSquares(1 + (trend ? 1 : 0) + 2 * harmonics);
    }

    /// <summary>1 / size of the negative binomial; 0 for Poisson.</summary>
    public double Alpha { get; private set; }

    /// <summary>Fits counts at the positions from 0 on; null estimates α.</summary>
    public void Fit(ReadOnlySpan<double> counts, double? alpha)
    {
        var known = new List<int>();
        for (var i = 0; i < counts.Length; i++)
        {
            if (!double.IsNaN(counts[i]))
            {
                known.Add(i);
            }
        }
        var fit = new Iteration(this, [.. known], counts);
        Alpha = alpha ?? 0;
        fit.Start(Alpha);
        fit.Run(Alpha);
        if (alpha is null)
        {
            Alpha = fit.EstimateAlpha();
        }
    }

    /// <summary>The mean at a position from 0.</summary>
    public double At(int index)
    {
        Span<double> row = stackalloc double[_squares.Columns];
        Row(index, row);
        var sum = 0.0;
        for (var j = 0; j < row.Length; j++)
        {
            sum += row[j] * _squares.Coefficients[j];
        }
        return Math.Exp(sum);
    }

    private void Row(int index, Span<double> row)
    {
        var time = index + 1 + _shift;
        var at = 0;
        row[at++] = 1;
        if (_trend)
        {
            row[at++] = time;
        }
        for (var k = 1; k <= _harmonics; k++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * k * time / _year);
            row[at++] = sine;
            row[at++] = cosine;
        }
    }

    private sealed class Iteration
    {
        private readonly SeasonalMean _model;
        private readonly double[] _design;
        private readonly double[] _count;
        private readonly double[] _mean;
        private readonly double[] _response;
        private readonly double[] _weight;

        public Iteration(SeasonalMean model, int[] known, ReadOnlySpan<double> counts)
        {
            var columns = model._squares.Columns;
            var n = known.Length;
            (_model, _design) = (model, new double[n * columns]);
            (_count, _mean, _response, _weight) = (new double[n], new double[n], new double[n], new double[n]);
            for (var i = 0; i < n; i++)
            {
                _count[i] = counts[known[i]];
                model.Row(known[i], _design.AsSpan(i * columns, columns));
            }
        }

        public void Start(double alpha)
        {
            for (var i = 0; i < _count.Length; i++)
            {
                _mean[i] = alpha == 0 ? _count[i] + 0.1 : _count[i] + (_count[i] == 0 ? 1.0 / 6 : 0);
            }
        }

        public void Run(double alpha)
        {
            var deviance = Deviance(alpha);
            for (var iteration = 0; iteration < MostIterations; iteration++)
            {
                Step(alpha);
                var next = Deviance(alpha);
                if (Math.Abs(next - deviance) / (Math.Abs(next) + 0.1) < 1e-8)
                {
                    return;
                }
                deviance = next;
            }
        }

        /// <summary>Alternates between mean and size until both and the likelihood rest; the size lags a round behind the mean.</summary>
        public double EstimateAlpha()
        {
            var unit = Math.Sqrt(2.0 * Math.Max(1, _count.Length - _model._squares.Columns));
            var size = NegativeBinomialSize.Estimate(_count, _mean);
            var likelihood = NegativeBinomialSize.LogLikelihood(_count, _mean, size);
            var before = new double[_mean.Length];
            for (var (round, moved) = (0, 1.0); round < MostIterations && moved > 1e-8; round++)
            {
                _mean.CopyTo(before, 0);
                Run(1 / size);
                var next = NegativeBinomialSize.Estimate(_count, before);
                var better = NegativeBinomialSize.LogLikelihood(_count, _mean, next);
                moved = Math.Abs(better - likelihood) / unit + Math.Abs(next - size);
                (size, likelihood) = (next, better);
            }
            return 1 / size;
        }

        private void Step(double alpha)
        {
            for (var i = 0; i < _count.Length; i++)
            {
                _response[i] = Math.Log(_mean[i]) + (_count[i] - _mean[i]) / _mean[i];
                _weight[i] = _mean[i] / (1 + alpha * _mean[i]);
            }
            _model._squares.Solve(_design, _response, _weight);
            var columns = _model._squares.Columns;
            for (var i = 0; i < _count.Length; i++)
            {
                var eta = 0.0;
                for (var j = 0; j < columns; j++)
                {
                    eta += _design[i * columns + j] * _model._squares.Coefficients[j];
                }
                _mean[i] = Math.Max(Math.Exp(eta), 2.220446049250313e-16);
            }
        }

        private double Deviance(double alpha)
        {
            var sum = 0.0;
            for (var i = 0; i < _count.Length; i++)
            {
                var (y, mean) = (_count[i], _mean[i]);
                sum += alpha == 0
                    ? Elementary.Deviance(y, mean)
                    : (y > 0 ? y * Math.Log(y / mean) : 0) - (y + 1 / alpha) * Math.Log((y + 1 / alpha) / (mean + 1 / alpha));
            }
            return 2 * sum;
        }
    }
}
