using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Search;

/// <summary>A part of an arc that is reached, between two shares of its length counted from its tail.</summary>
/// <param name="Arc">The arc.</param>
/// <param name="From">Where the part begins, 0 to 1.</param>
/// <param name="To">Where it ends, 0 to 1.</param>
public readonly record struct RoadPart(int Arc, double From, double To)
{
    /// <summary>
    /// The same parts by road instead of by arc: both directions of a road are one, told by the arc with the lower number, and parts
    /// that touch or overlap are joined.
    /// </summary>
    public static List<RoadPart> ByRoad(RoadNetwork network, IEnumerable<RoadPart> parts)
    {
        var sorted = parts.Select(part => network.Opposite(part.Arc) is var opposite && opposite >= 0 && opposite < part.Arc
            ? new RoadPart(opposite, 1 - part.To, 1 - part.From)
            : part).Order(Comparer<RoadPart>.Create((a, b) => (a.Arc, a.From, a.To).CompareTo((b.Arc, b.From, b.To))));
        var joined = new List<RoadPart>();
        foreach (var part in sorted)
        {
            if (joined.Count > 0 && joined[^1] is var last && last.Arc == part.Arc && part.From <= last.To)
            {
                joined[^1] = last with { To = Math.Max(last.To, part.To) };
            }
            else
            {
                joined.Add(part);
            }
        }
        return joined;
    }
}
