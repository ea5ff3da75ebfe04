using CityLoom.Detection.Distributions;

namespace CityLoom.Detection.Farrington;

/// <summary>The scale on which counts are nearly normal.</summary>
public enum PowerTransform
{
    /// <summary>y^(2/3), symmetric.</summary>
    TwoThirds,

    /// <summary>√y, of even variance.</summary>
    Half,

    /// <summary>y itself.</summary>
    None,
}

/// <summary>The normal prediction limit of Farrington et al. (1996) on a power scale.</summary>
internal readonly struct PowerLimit
{
    private readonly double _centre;
    private readonly double _error;
    private readonly double _power;

    /// <param name="power">The scale.</param>
    /// <param name="mean">Predicted mean.</param>
    /// <param name="tau">Dispersion plus the prediction's own variance over its mean.</param>
    public PowerLimit(PowerTransform power, double mean, double tau)
    {
        (_power, _error) = power switch
        {
            PowerTransform.TwoThirds => (2.0 / 3, Math.Sqrt(4.0 / 9 * Math.Pow(mean, 1.0 / 3) * tau)),
            PowerTransform.Half => (0.5, Math.Sqrt(tau / 4)),
            _ => (1, Math.Sqrt(mean * tau)),
        };
        _centre = Math.Pow(mean, _power);
    }

    /// <summary>The count that z standard errors lead to.</summary>
    public double At(double z) => Math.Pow(_centre + z * _error, 1 / _power);

    /// <summary>P(Y ≤ y).</summary>
    public double UpTo(double y) => Normal.Lower((Math.Pow(y, _power) - _centre) / _error);

    /// <summary>P(Y > y).</summary>
    public double Above(double y) => Normal.Upper((Math.Pow(y, _power) - _centre) / _error);
}
