namespace CityLoom.Detection.Farrington;

/// <summary>
/// Quasi-Poisson regression log μ = level + slope × time + offset by iteratively reweighted least squares (McCullagh and Nelder
/// 1989, ch. 2). One level for each point and one common slope make the normal equations an arrow: the levels are eliminated by
/// weighted means, the slope is one division, and no matrix is formed. What is used afterwards (working weights and the
/// factors of the equations) is that of the last iteration before its update, as in R's <c>glm</c>.
/// </summary>
internal sealed class LogLinearFit
{
    private const int MostIterations = 25;
    private const double SmallestMean = 2.220446049250313e-16;

    private double[] _eta = [];
    private double[] _logCount = [];
    private double[] _intercept = [];
    private double[] _levelWeight = [];
    private double[] _levelTime = [];
    private double[] _levelResponse = [];
    private Baseline _baseline = new();
    private double _timeSquares;
    private double _timeResponse;

    /// <summary>Prior weights of the points, set by the caller before a weighted run.</summary>
    public double[] Prior = [];

    /// <summary>Room for the residuals of the points.</summary>
    public double[] Residual = [];

    /// <summary>Fitted means.</summary>
    public double[] Mean = [];

    /// <summary>Working weights of the last iteration.</summary>
    public double[] Working = [];

    /// <summary>Change of the log mean in a unit of time; NaN without a trend.</summary>
    public double Slope { get; private set; }

    /// <summary>True when there is a slope and it is more than the rounding noise that a perfectly even series leaves.</summary>
    public bool HasSlope => Math.Abs(Slope) > 1e-12;

    /// <summary>Number of coefficients that could be estimated.</summary>
    public int Rank { get; private set; }

    /// <summary>Degrees of freedom left.</summary>
    public int Freedom => _baseline.Length - Rank;

    /// <summary>Variance of the slope in units of the dispersion.</summary>
    public double SlopeVariance => 1 / _timeSquares;

    /// <summary>Fits; false when 25 iterations did not settle the deviance.</summary>
    public bool Run(Baseline baseline, bool trend)
    {
        Reserve(baseline);
        var deviance = StartingDeviance();
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            Solve(trend);
            var next = Update();
            if (!double.IsFinite(next))
            {
                return false;
            }
            if (Math.Abs(next - deviance) / (Math.Abs(next) + 0.1) < 1e-8)
            {
                return true;
            }
            deviance = next;
        }
        return false;
    }

    /// <summary>log of the expected count at a level, time and offset.</summary>
    public double PredictLog(int level, double time, double offset) =>
        _intercept[level] + (double.IsNaN(Slope) ? 0 : Slope * time) + offset;

    /// <summary>Variance of that logarithm in units of the dispersion.</summary>
    public double PredictVariance(int level, double time)
    {
        var away = time - _levelTime[level];
        return 1 / _levelWeight[level] + (double.IsNaN(Slope) ? 0 : away * away / _timeSquares);
    }

    /// <summary>Leverage of point i in level l; a point alone in its level has 1.</summary>
    public double Leverage(int i, int l)
    {
        var away = _baseline.Time[i] - _levelTime[l];
        var leverage = Working[i] * (1 / _levelWeight[l] + (double.IsNaN(Slope) ? 0 : away * away / _timeSquares));
        return leverage > 1 - 10 * SmallestMean ? 1 : leverage;
    }

    /// <summary>Σ w r² / degrees of freedom, r the residual (y - μ) / μ.</summary>
    public double Dispersion(double[] weights)
    {
        var (count, sum) = (_baseline.Count, 0.0);
        for (var i = 0; i < _baseline.Length; i++)
        {
            var residual = (count[i] - Mean[i]) / Mean[i];
            sum += weights[i] * residual * residual;
        }
        return sum / Freedom;
    }

    /// <summary>Makes room for a baseline; must precede setting its prior weights.</summary>
    public void Reserve(Baseline baseline)
    {
        _baseline = baseline;
        if (_eta.Length < baseline.Count.Length)
        {
            var room = baseline.Count.Length;
            (_eta, _logCount, Mean, Working) = (new double[room], new double[room], new double[room], new double[room]);
            (Prior, Residual) = (new double[room], new double[room]);
        }
        if (_intercept.Length < baseline.LevelStart.Length)
        {
            var room = baseline.LevelStart.Length;
            (_intercept, _levelWeight, _levelTime, _levelResponse) = (new double[room], new double[room], new double[room], new double[room]);
        }
    }

    /// <summary>Starts from means a tenth above the counts.</summary>
    private double StartingDeviance()
    {
        var n = _baseline.Length;
        LogLoops.Start(_baseline.Count.AsSpan(0, n), Mean, _eta, _logCount);
        var sum = 0.0;
        for (var i = 0; i < n; i++)
        {
            sum += Prior[i] * (_baseline.Count[i] * (_logCount[i] - _eta[i]) + 0.1);
        }
        return 2 * sum;
    }

    /// <summary>Weighted means of each level, then the slope within levels.</summary>
    private void Solve(bool trend)
    {
        (_timeSquares, _timeResponse) = (0, 0);
        var raw = 0.0;
        for (var l = 0; l < _baseline.Levels; l++)
        {
            raw += Gather(l);
        }
        Slope = trend && _timeSquares > 1e-22 * raw ? _timeResponse / _timeSquares : double.NaN;
        Rank = _baseline.Levels + (double.IsNaN(Slope) ? 0 : 1);
        for (var l = 0; l < _baseline.Levels; l++)
        {
            _intercept[l] = _levelResponse[l] - (double.IsNaN(Slope) ? 0 : Slope * _levelTime[l]);
        }
    }

    private double Gather(int level)
    {
        var (from, to) = (_baseline.LevelStart[level], _baseline.LevelStart[level + 1]);
        var sums = LogLoops.Sums(this, _baseline, _eta, from, to);
        _levelWeight[level] = sums.Weight;
        _levelTime[level] = sums.Time / sums.Weight;
        _levelResponse[level] = sums.Response / sums.Weight;
        _timeSquares += sums.Squares - sums.Time * _levelTime[level];
        _timeResponse += sums.Products - sums.Response * _levelTime[level];
        return sums.Squares;
    }

    /// <summary>New means; returns their deviance.</summary>
    private double Update()
    {
        var slope = double.IsNaN(Slope) ? 0 : Slope;
        for (var l = 0; l < _baseline.Levels; l++)
        {
            var to = _baseline.LevelStart[l + 1];
            for (var i = _baseline.LevelStart[l]; i < to; i++)
            {
                _eta[i] = _intercept[l] + slope * _baseline.Time[i] + _baseline.Offset[i];
            }
        }
        var n = _baseline.Length;
        return 2 * LogLoops.Deviance(_baseline.Count.AsSpan(0, n), _logCount, Prior, _eta, Mean);
    }

    /// <summary>Anscombe's residual 1.5 (y^⅔ μ^-⅙ - μ^½), from the logarithms at hand.</summary>
    public void Anscombe(Span<double> residuals) => LogLoops.Anscombe(_baseline.Count, _logCount, _eta, residuals[.._baseline.Length]);
}
