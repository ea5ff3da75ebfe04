using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Osm;

/// <summary>How a block writes coordinates: degrees = 10⁻⁹ × (offset + granularity × number).</summary>
internal readonly record struct PbfGrid(long Granularity, long LongitudeOffset, long LatitudeOffset)
{
    private const double NanodegreesPerUnit = 100;

    public static PbfGrid Usual => new(100, 0, 0);

    public Position Place(ProtoReader element, long id, long longitude, long latitude)
    {
        var x = (LongitudeOffset + ((double)Granularity * longitude)) / NanodegreesPerUnit;
        var y = (LatitudeOffset + ((double)Granularity * latitude)) / NanodegreesPerUnit;
        return Position.OnEarth(x / 1e7, y / 1e7)
            ? new((int)Math.Round(x), (int)Math.Round(y))
            : throw element.Damaged($"node {id} lies at longitude {x / 1e7}, latitude {y / 1e7}, which is not on the earth");
    }
}
