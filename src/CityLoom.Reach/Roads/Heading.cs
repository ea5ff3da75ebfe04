namespace CityLoom.Reach.Roads;

/// <summary>Which way a search goes; on one-way roads the two differ.</summary>
public enum Heading
{
    /// <summary>With the traffic: whom can this place reach.</summary>
    Outward,

    /// <summary>Against the traffic: who can be at this place in time.</summary>
    Inward,
}
