namespace CityLoom.City.Indicators;

/// <summary>How the values of territories make the value of the territory above them.</summary>
public enum Aggregation
{
    /// <summary>They add up, as homes do.</summary>
    Sum,

    /// <summary>A mean weighted by what stands behind each value, as for rates; it is reported, not computed from the values alone.</summary>
    Weighted,
}
