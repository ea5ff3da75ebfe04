namespace CityLoom.Detection.Glr;

/// <summary>Generalized likelihood ratio charts whose likeliest change must be sought in each window.</summary>
/// <param name="options">Settings.</param>
/// <param name="model">Likelihood of a change.</param>
internal sealed class NewtonChart(GlrOptions options, IChangeModel model) : IChart
{
    private const double Smallest = -18;
    private const double Largest = 30;
    private const double RunOff = -10;
    private const double Exact = 1e-6;
    private const double Endless = 1e99;

    private double _kappa = model.Start;

    public bool AlarmsAtLimit => model.AlarmsAtLimit;

    public double Statistic(Stretch stretch)
    {
        var n = stretch.Length;
        var best = 0.0;
        _kappa = model.Start;
        var first = options.Window is { } window ? Math.Max(1, n - window) : 1;
        for (var k = first; n >= options.Shortest && k <= n - options.Shortest + 1; k++)
        {
            best = Math.Max(best, Ratio(new Window(stretch, k - 1)));
        }
        return best;
    }

    public void Restart()
    {
    }

    public double Bound(Stretch stretch, double limit, double before) =>
        options.RCompatible && model.AlarmsAtLimit && GivesUp(stretch, limit) is { } given ? given : CountingUp.Bound(this, stretch, limit);

    /// <summary>Where the reference's search for the bound of a negative binomial chart ends at once: with a huge number, or with 0.</summary>
    private double? GivesUp(Stretch stretch, double limit)
    {
        if (options.Falling && stretch.Counts[^1] == 0 && Statistic(stretch) >= limit)
        {
            return 0;
        }
        return options.Falling || stretch.Counts[^1] == 0 || stretch.Length < options.Shortest ? Endless : null;
    }

    private double Ratio(Window window)
    {
        var kappa = Newton(window, _kappa);
        if (!options.RCompatible && !(kappa > RunOff && kappa < Largest))
        {
            kappa = Bisect(window);
        }
        _kappa = double.IsNaN(kappa) ? 0 : model.Clip(kappa);
        return model.Ratio(window, _kappa);
    }

    private double Newton(Window window, double kappa)
    {
        for (var step = 0; step < 200; step++)
        {
            var (score, information) = model.Derivatives(window, kappa);
            var next = kappa + score / information;
            var moved = model.Distance(next, kappa);
            kappa = next;
            if (!(moved > Exact) || kappa < Smallest)
            {
                break;
            }
        }
        return kappa;
    }

    /// <summary>Where Newton's steps run off: the score falls with the change, so its zero can be enclosed.</summary>
    private double Bisect(Window window)
    {
        var (low, high) = (Smallest, Largest);
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            if (model.Derivatives(window, middle).Score > 0)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }
}

/// <summary>The last periods of a stretch, from one on.</summary>
internal readonly ref struct Window(Stretch stretch, int first)
{
    public ReadOnlySpan<double> Counts { get; } = stretch.Counts[first..];

    public ReadOnlySpan<double> Means { get; } = stretch.Means[first..];

    public ReadOnlySpan<double> Before { get; } = stretch.Before[first..];
}
