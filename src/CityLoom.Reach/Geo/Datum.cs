namespace CityLoom.Reach.Geo;

/// <summary>What a pair of coordinates refers to. It cannot be seen from the numbers, so it is named wherever coordinates come in or go out.</summary>
public enum Datum
{
    /// <summary>The world's: satellites, OpenStreetMap, GeoJSON. CGCS2000 is the same at the scale of a road.</summary>
    Wgs84,

    /// <summary>The shifted one of maps published in China, some 500 m off.</summary>
    Gcj02,
}
