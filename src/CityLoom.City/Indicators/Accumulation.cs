namespace CityLoom.City.Indicators;

/// <summary>Whether the values of an indicator add up over time.</summary>
public enum Accumulation
{
    /// <summary>A flow: each period adds its part, as in homes renovated; a target is a sum.</summary>
    Flow,

    /// <summary>A level (stock): what stands at the end of a period, as in beds per thousand; a target is a height.</summary>
    Level,
}
