namespace CityLoom.Detection.Farrington;

/// <summary>How a threshold follows from a predicted mean.</summary>
public enum ThresholdMethod
{
    /// <summary>Normal limit on a power scale, with the error of the prediction (Farrington 1996).</summary>
    Delta,

    /// <summary>Quantile of the negative binomial distribution with the predicted mean (Noufaily 2013).</summary>
    NegativeBinomial,

    /// <summary>The same at the upper limit of the predicted mean (Salmon, Muan).</summary>
    NegativeBinomialUpper,
}
