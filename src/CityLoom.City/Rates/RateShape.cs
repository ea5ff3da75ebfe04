namespace CityLoom.City.Rates;

/// <summary>What kind of quotient a rate is, and so what interval it can carry.</summary>
public enum RateShape
{
    /// <summary>A part of a whole, 0 to 1: Wilson interval.</summary>
    Proportion,

    /// <summary>One count over another that is not its whole, 0 and up: interval of the ratio of two independent counts.</summary>
    Ratio,

    /// <summary>A sum over a count, such as days per matter: without the single values it has no interval.</summary>
    Mean,

    /// <summary>What is gone over what there was, counted completely, below 0 when it grew: nothing is sampled, so no interval.</summary>
    Reduction,
}
