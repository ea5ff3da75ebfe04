using CityLoom.City.Territories;
using CityLoom.City.Trees;
using CityLoom.Kernel;

namespace CityLoom.Requests.Intake;

/// <summary>Where a request is, brought down to the territory that can be told from what was given.</summary>
/// <param name="Territory">Code of the innermost territory known.</param>
/// <param name="Point">The point, WGS-84; null when only words were given.</param>
public sealed record Place(string Territory, GeoPoint? Point)
{
    /// <summary>
    /// The place of a request: the territory that was chosen, else the one that holds the point, else the whole city, each made finer
    /// by the street or community that the address names within it.
    /// </summary>
    public static Outcome<Place> Of(NewRequest asked, CityTrees trees)
    {
        if (asked.Latitude is null != asked.Longitude is null)
        {
            return RequestRefusals.HalfPoint;
        }

        GeoPoint? point = asked is { Latitude: { } latitude, Longitude: { } longitude } ? new GeoPoint(longitude, latitude) : null;
        var chosen = Text.OrNull(asked.Territory);
        if (chosen is not null && trees.Territories.Find(chosen) is null)
        {
            return RequestRefusals.TerritoryUnknown(chosen);
        }

        chosen ??= trees.Territories.Find(asked.AddressId)?.Code;
        var address = Text.OrNull(asked.Address);
        if (point is null && chosen is null && address is null && Text.OrNull(asked.AddressId) is null)
        {
            return RequestRefusals.PlaceNeeded;
        }

        return Around(point, trees).Then<Place>(wide => Finer(chosen ?? wide, address, point, trees));
    }

    /// <summary>The innermost territory that holds the point; the whole city without one.</summary>
    private static Outcome<string> Around(GeoPoint? point, CityTrees trees)
    {
        var city = trees.Territories.Roots is [var root, ..] ? root.Code : "";
        return point switch
        {
            null => city,
            { IsOnEarth: false } => RequestRefusals.NotOnEarth,
            { } p when trees.Map.At(p) is { } found => found.Code,
            _ when trees.Map.Boundaries.Count == 0 => city,
            _ => RequestRefusals.Outside,
        };
    }

    private static Place Finer(string territory, string? address, GeoPoint? point, CityTrees trees) =>
        new(address is null ? territory : AddressNames.Of(trees.Territories).Find(address, territory), point);
}
