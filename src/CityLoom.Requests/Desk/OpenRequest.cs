using CityLoom.City.Matters;
using CityLoom.City.Territories;
using CityLoom.Requests.Intake;
using CityLoom.Requests.Understanding;

namespace CityLoom.Requests.Desk;

/// <summary>An open, published request as the index holds it.</summary>
public sealed record OpenRequest
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>One line.</summary>
    public string Title { get; init; } = "";

    /// <summary>What was said.</summary>
    public string Words { get; init; } = "";

    /// <summary>Code of the category; empty while a person has to decide it.</summary>
    public string Service { get; init; } = "";

    /// <summary>Codes of its territories from the city down, joined by slashes.</summary>
    public string Place { get; init; } = "";

    /// <summary>WGS-84 longitude in degrees; null without a point.</summary>
    public double? Longitude { get; init; }

    /// <summary>WGS-84 latitude in degrees; null without a point.</summary>
    public double? Latitude { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>True while it is open.</summary>
    public bool Open { get; init; }

    /// <summary>What people call it.</summary>
    public string Number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{MatterKinds.Of(Request.Kind).Prefix}-{Id:000000}");

    /// <summary>Its point; null without one.</summary>
    public GeoPoint? Point => this is { Longitude: { } longitude, Latitude: { } latitude } ? new GeoPoint(longitude, latitude) : null;

    internal RequestWords Heard => new(Title, Words);
}

/// <summary>An open request that may be the same matter.</summary>
/// <param name="Request">The request.</param>
/// <param name="Likeness">How likely it is, 0 to 1, by words, time and place.</param>
/// <param name="Metres">How far it is; null where one of the two has no point.</param>
public sealed record LikeRequest(OpenRequest Request, double Likeness, double? Metres)
{
    /// <summary>True when it counts as the same.</summary>
    public bool IsSame => Likeness >= CityLoom.Requests.Likeness.RequestPairs.Same;
}
