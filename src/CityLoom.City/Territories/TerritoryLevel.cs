namespace CityLoom.City.Territories;

/// <summary>The levels of the division tree, from the whole city down to a grid of a few hundred homes.</summary>
public enum TerritoryLevel
{
    /// <summary>市.</summary>
    City = 1,

    /// <summary>区、县.</summary>
    District = 2,

    /// <summary>街道、乡、镇.</summary>
    Street = 3,

    /// <summary>社区、村.</summary>
    Community = 4,

    /// <summary>网格.</summary>
    Grid = 5,
}
