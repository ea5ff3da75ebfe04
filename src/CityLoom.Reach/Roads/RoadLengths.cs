using CityLoom.Reach.Geo;

namespace CityLoom.Reach.Roads;

/// <summary>Lengths of roads.</summary>
public static class RoadLengths
{
    /// <summary>Length of an arc in metres: as the source tells it, else along its course.</summary>
    public static double Metres(this RoadNetwork network, int arc)
    {
        if (!network.Facts.IsEmpty)
        {
            return network.Facts[arc].Metres;
        }
        var shape = network.Shape(arc);
        return Enumerable.Range(1, shape.Length - 1).Sum(i => Ground.Metres(shape[i - 1], shape[i]));
    }

    /// <summary>Metres of road of each class, each road counted once whatever its directions.</summary>
    public static IReadOnlyList<(RoadClass Class, double Metres)> LengthByClass(this RoadNetwork network) => network.Facts.IsEmpty ? [] : Enumerable.Range(0, network.ArcCount)
        .Where(arc => network.Opposite(arc) is var opposite && (opposite < 0 || arc < opposite))
        .GroupBy(arc => network.Facts[arc].Class, arc => network.Facts[arc].Metres)
        .Select(group => (group.Key, group.Sum()))
        .OrderBy(line => line.Key)
        .ToList();
}
