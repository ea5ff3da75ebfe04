namespace CityLoom.City.Indicators;

/// <summary>Which way an indicator should go.</summary>
public enum Direction
{
    /// <summary>At least the target: more is better.</summary>
    HigherIsBetter,

    /// <summary>At most the target: less is better.</summary>
    LowerIsBetter,
}
