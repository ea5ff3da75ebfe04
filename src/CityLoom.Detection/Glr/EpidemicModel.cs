namespace CityLoom.Detection.Glr;

/// <summary>A change adds λ = e^ξ new cases for each case of the period before.</summary>
internal sealed class EpidemicModel(double alpha) : IChangeModel
{
    public bool AlarmsAtLimit => false;

    /// <summary>log of half a new case for each case.</summary>
    public double Start { get; } = Math.Log(0.5);

    public (double Score, double Information) Derivatives(Window window, double change)
    {
        var lambda = Math.Exp(change);
        var (score, information) = (0.0, 0.0);
        for (var i = 0; i < window.Counts.Length; i++)
        {
            var (x, mean, added) = (window.Counts[i], window.Means[i], lambda * window.Before[i]);
            var total = mean + added;
            var spread = 1 + alpha * total;
            var pull = x / total - (1 + alpha * x) / spread;
            score += added * pull;
            information -= added * pull + added * added * (alpha * (1 + alpha * x) / (spread * spread) - x / (total * total));
        }
        return (score, information);
    }

    public double Distance(double a, double b) => Math.Abs(Math.Exp(a) - Math.Exp(b));

    public double Clip(double change) => change;

    public double Ratio(Window window, double change)
    {
        var (lambda, sum) = (Math.Exp(change), 0.0);
        for (var i = 0; i < window.Counts.Length; i++)
        {
            var (x, mean, added) = (window.Counts[i], window.Means[i], lambda * window.Before[i]);
            sum += x * Math.Log(1 + added / mean) - (alpha == 0
                ? added
                : (x + 1 / alpha) * Math.Log((1 + alpha * (mean + added)) / (1 + alpha * mean)));
        }
        return sum;
    }
}
