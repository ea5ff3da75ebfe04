namespace CityLoom.Detection.Glr;

/// <summary>A change multiplies the mean of negative binomial counts by e^κ.</summary>
internal sealed class FactorModel(double alpha, bool falling) : IChangeModel
{
    public bool AlarmsAtLimit => true;

    public double Start => 0.5;

    public (double Score, double Information) Derivatives(Window window, double change)
    {
        var factor = Math.Exp(change);
        var (score, information) = (0.0, 0.0);
        for (var i = 0; i < window.Counts.Length; i++)
        {
            var (x, mean) = (window.Counts[i], window.Means[i]);
            var spread = 1 + alpha * factor * mean;
            score += (x - factor * mean) / spread;
            information += mean * (1 + alpha * x) / (spread * spread);
        }
        return (score, factor * information);
    }

    public double Distance(double a, double b) => Math.Abs(a - b);

    public double Clip(double change) => falling ? Math.Min(0, change) : Math.Max(0, change);

    public double Ratio(Window window, double change)
    {
        var (factor, sum) = (Math.Exp(change), 0.0);
        for (var i = 0; i < window.Counts.Length; i++)
        {
            var (x, mean) = (window.Counts[i], window.Means[i]);
            sum += change * x + (x + 1 / alpha) * Math.Log((1 + alpha * mean) / (1 + alpha * mean * factor));
        }
        return sum;
    }
}
