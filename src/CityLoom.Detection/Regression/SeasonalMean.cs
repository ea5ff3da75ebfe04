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
    private readonly LeastSquares _squares;
    private readonly Iteration _fit;

    /// <param name="harmonics">Sine and cosine pairs.</param>
    /// <param name="trend">True for a linear trend of the log.</param>
    /// <param name="year">Periods in a year.</param>
    /// <param name="shift">What is added to the position from 1 to give the time.</param>
    public SeasonalMean(int harmonics, bool trend, double year, double shift = 0)
    {
        (_harmonics, _trend, Year, Shift) = (harmonics, trend, year, shift);
        _squares = new LeastSquares(1 + (trend ? 1 : 0) + 2 * harmonics);
        _fit = new Iteration(this);
    }

    /// <summary>Periods in a year.</summary>
    public double Year { get; }

    /// <summary>What is added to the position from 1 to give the time.</summary>
    public double Shift { get; }

    /// <summary>1 / size of the negative binomial; 0 for Poisson.</summary>
    public double Alpha { get; private set; }

    /// <summary>Fits counts at the positions from 0 on; null estimates α.</summary>
    public void Fit(ReadOnlySpan<double> counts, double? alpha)
    {
        Alpha = alpha ?? 0;
        _fit.Take(counts);
        _fit.Start(Alpha);
        _fit.Run(Alpha);
        if (alpha is null)
        {
            Alpha = _fit.EstimateAlpha();
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
        var time = index + 1 + Shift;
        var at = 0;
        row[at++] = 1;
        if (_trend)
        {
            row[at++] = time;
        }
        for (var k = 1; k <= _harmonics; k++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * k * time / Year);
            row[at++] = sine;
            row[at++] = cosine;
        }
    }

    /// <summary>The fit's working room, kept from fit to fit.</summary>
    private sealed class Iteration(SeasonalMean model)
    {
        private double[] _design = [];
        private double[] _count = [];
        private double[] _mean = [];
        private double[] _response = [];
        private double[] _weight = [];
        private double[] _before = [];
        private int _n;

        public void Take(ReadOnlySpan<double> counts)
        {
            var columns = model._squares.Columns;
            if (_count.Length < counts.Length)
            {
                var room = counts.Length * 5 / 4;
                (_design, _count, _mean) = (new double[room * columns], new double[room], new double[room]);
                (_response, _weight, _before) = (new double[room], new double[room], new double[room]);
            }
            _n = 0;
            for (var i = 0; i < counts.Length; i++)
            {
                if (!double.IsNaN(counts[i]))
                {
                    _count[_n] = counts[i];
                    model.Row(i, _design.AsSpan(_n * columns, columns));
                    _n++;
                }
            }
        }

        public void Start(double alpha)
        {
            for (var i = 0; i < _n; i++)
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
            var count = _count.AsSpan(0, _n);
            var mean = _mean.AsSpan(0, _n);
            var before = _before.AsSpan(0, _n);
            var unit = Math.Sqrt(2.0 * Math.Max(1, _n - model._squares.Columns));
            var size = NegativeBinomialSize.Estimate(count, mean);
            var likelihood = NegativeBinomialSize.LogLikelihood(count, mean, size);
            for (var (round, moved) = (0, 1.0); round < MostIterations && moved > 1e-8; round++)
            {
                mean.CopyTo(before);
                Run(1 / size);
                var next = NegativeBinomialSize.Estimate(count, before);
                var better = NegativeBinomialSize.LogLikelihood(count, mean, next);
                moved = Math.Abs(better - likelihood) / unit + Math.Abs(next - size);
                (size, likelihood) = (next, better);
            }
            return 1 / size;
        }

        private void Step(double alpha)
        {
            for (var i = 0; i < _n; i++)
            {
                _response[i] = Math.Log(_mean[i]) + (_count[i] - _mean[i]) / _mean[i];
                _weight[i] = _mean[i] / (1 + alpha * _mean[i]);
            }
            var columns = model._squares.Columns;
            model._squares.Solve(_design.AsSpan(0, _n * columns), _response.AsSpan(0, _n), _weight.AsSpan(0, _n));
            for (var i = 0; i < _n; i++)
            {
                var eta = 0.0;
                for (var j = 0; j < columns; j++)
                {
                    eta += _design[i * columns + j] * model._squares.Coefficients[j];
                }
                _mean[i] = Math.Max(Math.Exp(eta), 2.220446049250313e-16);
            }
        }

        private double Deviance(double alpha)
        {
            var sum = 0.0;
            for (var i = 0; i < _n; i++)
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
