namespace CityLoom.City.Territories;

/// <summary>What coordinates refer to. It cannot be seen from the numbers, so it is always named.</summary>
public enum Datum
{
    /// <summary>The world's: satellites, OpenStreetMap, GeoJSON.</summary>
    Wgs84,

    /// <summary>The shifted one of maps published in China, some 500 m off in Wuhan.</summary>
    Gcj02,
}
