using CityLoom.City.Trees;
using CityLoom.Detection.Fusion;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace CityLoom.Health.Sweeps;

/// <summary>Which territories touch by their outlines; found once for the trees that are in force. Thread-safe.</summary>
public sealed class TerritoryNeighbours
{
    // Outlines that were simplified each for itself may part by a little: about 50 m.
    private const double Gap = 0.0005;

    private volatile Found? _last;

    /// <summary>The neighbours in these trees; none where there are no outlines.</summary>
    public Neighbours Of(CityTrees trees) => Around(trees).Neighbours;

    /// <summary>Neighbours and centres in these trees.</summary>
    internal Surroundings Around(CityTrees trees)
    {
        var last = _last;
        if (last?.Trees != trees)
        {
            _last = last = new Found(trees, new(Find(trees), trees.Map.Boundaries.ToDictionary(b => b.Code, b => (b.Shape.InteriorPoint.X, b.Shape.InteriorPoint.Y))));
        }

        return last.Around;
    }

    private static Neighbours Find(CityTrees trees)
    {
        var outlines = trees.Map.Boundaries.Select(b => (b.Code, b.Shape, trees.Territories.Find(b.Code)!.Level)).ToList();
        var index = new STRtree<int>();
        for (var i = 0; i < outlines.Count; i++)
        {
            index.Insert(outlines[i].Shape.EnvelopeInternal, i);
        }

        var pairs = new List<(string, string)>();
        for (var i = 0; i < outlines.Count; i++)
        {
            var around = outlines[i].Shape.EnvelopeInternal.Copy();
            around.ExpandBy(Gap);
            var prepared = PreparedGeometryFactory.Prepare(outlines[i].Shape);
            pairs.AddRange(index.Query(around)
                .Where(j => j > i && outlines[j].Level == outlines[i].Level
                    && (prepared.Intersects(outlines[j].Shape) || outlines[i].Shape.IsWithinDistance(outlines[j].Shape, Gap)))
                .Select(j => (outlines[i].Code, outlines[j].Code)));
        }

        return new Neighbours(pairs);
    }

    private sealed record Found(CityTrees Trees, Surroundings Around);
}

/// <summary>What the sweep knows of the map.</summary>
/// <param name="Neighbours">Which territories touch.</param>
/// <param name="Centres">Longitude and latitude of a point inside each territory that has an outline.</param>
internal sealed record Surroundings(Neighbours Neighbours, IReadOnlyDictionary<string, (double X, double Y)> Centres);
