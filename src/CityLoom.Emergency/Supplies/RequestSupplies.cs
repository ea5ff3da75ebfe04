using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Supplies;

/// <summary>A request for supplies as it is made.</summary>
public sealed record NewSupplyNeed
{
    /// <summary>Code of the item.</summary>
    public string Item { get; init; } = "";

    /// <summary>How much, 1 to 1,000,000.</summary>
    public long Quantity { get; init; }

    /// <summary>Code of the territory.</summary>
    public string Territory { get; init; } = "";

    /// <summary>Where to, in words.</summary>
    public string? Place { get; init; }

    /// <summary>WGS-84 longitude in degrees; the middle of the territory when not stated.</summary>
    public double? Longitude { get; init; }

    /// <summary>WGS-84 latitude in degrees.</summary>
    public double? Latitude { get; init; }

    /// <summary>Who asks; the organization of the person when not stated.</summary>
    public string? Organization { get; init; }

    /// <summary>1 first to 4.</summary>
    public int Priority { get; init; } = 3;

    /// <summary>Within how many minutes it must come.</summary>
    public int? WithinMinutes { get; init; }

    /// <summary>The matter it is for.</summary>
    public long? MatterId { get; init; }

    /// <summary>What is said with it.</summary>
    public string? Words { get; init; }
}

/// <summary>Asks for supplies.</summary>
public static class RequestSupplies
{
    /// <summary>The posts that may ask, for their own organizations.</summary>
    public static IReadOnlyList<Role> May { get; } = [Role.Handler, Role.Dispatcher, Role.Supervisor];

    private const long Most = 1_000_000;

    /// <summary>The request, or why not.</summary>
    public static Outcome<SupplyNeed> Run(Writing writing, NewSupplyNeed asked, SignedIn by, CityContext city)
    {
        var organization = asked.Organization ?? by.Organization ?? "";
        var point = PointOf(asked, city);
        return asked switch
        {
            _ when !MayFor(by, organization, city) => SupplyRefusals.NotYours,
            _ when writing.Value<int>("select count(*) from supply_items where code = @Item", new { asked.Item }) == 0 => SupplyRefusals.NoItem,
            _ when asked.Quantity is < 1 or > Most => SupplyRefusals.BadQuantity,
            _ when asked.Priority is < 1 or > 4 || asked.WithinMinutes is < 1 or > 10_000 => SupplyRefusals.BadPriority,
            _ when point is null || city.Territories.Find(asked.Territory) is null || asked.Place?.Length > 200 || asked.Words?.Length > 2_000 => SupplyRefusals.NoPlace,
            _ => StockBook.Add(
                writing,
                new SupplyNeed
                {
                    Item = asked.Item, Quantity = asked.Quantity, Territory = asked.Territory, Place = asked.Place?.Trim() ?? "", Longitude = point.Value.Longitude,
                    Latitude = point.Value.Latitude, Organization = organization, Priority = asked.Priority, WithinMinutes = asked.WithinMinutes, MatterId = asked.MatterId,
                    State = SupplyState.Requested, Words = asked.Words?.Trim() ?? "", MadeAt = city.Now,
                },
                by.Actor),
        };
    }

    /// <summary>True when this person may ask, and receive, for an organization.</summary>
    public static bool MayFor(SignedIn by, string organization, CityContext city) =>
        by.Grants.Any(g => May.Contains(g.Role) && city.Organizations.Within(organization, g.Organization));

    /// <summary>The point that was given, or one inside the smallest territory around the place that has an outline.</summary>
    private static (double Longitude, double Latitude)? PointOf(NewSupplyNeed asked, CityContext city)
    {
        if (asked is { Longitude: { } longitude, Latitude: { } latitude })
        {
            return longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90 ? (longitude, latitude) : null;
        }

        var outlines = city.Trees.Map.Boundaries.ToDictionary(b => b.Code, b => b.Shape);
        var around = city.Territories.Upwards(asked.Territory).FirstOrDefault(t => outlines.ContainsKey(t.Code));
        return around is null ? null : (outlines[around.Code].InteriorPoint.X, outlines[around.Code].InteriorPoint.Y);
    }
}
