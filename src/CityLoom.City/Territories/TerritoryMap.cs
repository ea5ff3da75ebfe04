using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace CityLoom.City.Territories;

/// <summary>Tells in which territory a place lies. Immutable once made; thread-safe.</summary>
public sealed class TerritoryMap
{
    private readonly STRtree<Area> _areas = new();
    private readonly GeometryFactory _geometry = new(new PrecisionModel(), 4326);

    /// <summary>Prepares the outlines for many look-ups. Outlines of territories that the tree does not know are an error.</summary>
    public TerritoryMap(TerritoryTree tree, IReadOnlyList<TerritoryBoundary> boundaries)
    {
        Boundaries = boundaries;
        foreach (var boundary in boundaries)
        {
            var territory = tree.Find(boundary.Code)
                ?? throw new ArgumentException($"There is no territory {boundary.Code} in the tree.", nameof(boundaries));
            _areas.Insert(boundary.Shape.EnvelopeInternal, new Area(territory, PreparedGeometryFactory.Prepare(boundary.Shape)));
        }

        _areas.Build();
    }

    /// <summary>The outlines, in WGS-84.</summary>
    public IReadOnlyList<TerritoryBoundary> Boundaries { get; }

    /// <summary>
    /// The innermost territory whose outline holds the place, edge included; of two neighbours that share the edge the one with
    /// the smaller code, so that the answer never depends on chance. Null outside all outlines.
    /// </summary>
    /// <param name="place">In WGS-84; convert with <see cref="Gcj02.ToWgs84"/> first if it comes from a Chinese map.</param>
    public Territory? At(GeoPoint place)
    {
        if (!place.IsOnEarth)
        {
            return null;
        }

        var point = _geometry.CreatePoint(new Coordinate(place.Longitude, place.Latitude));
        return _areas.Query(point.EnvelopeInternal)
            .Where(a => a.Shape.Covers(point))
            .OrderByDescending(a => a.Territory.Level)
            .ThenBy(a => a.Territory.Code, StringComparer.Ordinal)
            .FirstOrDefault()?.Territory;
    }

    private sealed record Area(Territory Territory, IPreparedGeometry Shape);
}
