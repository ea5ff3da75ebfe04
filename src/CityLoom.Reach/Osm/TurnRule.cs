using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Osm;

/// <summary>A turn restriction at one node: from which ways to which ways one must not, or only, turn.</summary>
/// <param name="Via">The node.</param>
/// <param name="From">Ways on which one comes.</param>
/// <param name="To">Ways on which one would go on.</param>
/// <param name="IsOnly">True where every other turn is forbidden, false where this one is.</param>
/// <param name="Limit">What stands on the forbidden turns.</param>
internal sealed record TurnRule(long Via, List<long> From, List<long> To, bool IsOnly, ArcLimits Limit)
{
    /// <summary>Tags of the old way to say at what times a restriction holds.</summary>
    private static readonly byte[][] Timed = [.. new[] { "day_on", "day_off", "hour_on", "hour_off" }.Select(System.Text.Encoding.ASCII.GetBytes)];

    public static bool IsRestriction(OsmTags tags) => tags["type"u8].StartsWith("restriction"u8);

    /// <summary>The rule of a relation; null for one that is not for motor traffic, holds at times only or passes over more than a node.</summary>
    public static TurnRule? Read(OsmTags tags, OsmMembers members)
    {
        var (kind, limit) = Kind(tags);
        if (kind is not (['n', 'o', '_', ..] or ['o', 'n', 'l', 'y', '_', ..]) || IsExcepted(tags.Text("except"u8)) || IsTimed(tags))
        {
            return null;
        }
        return (members.WithRole("via"u8, OsmKind.Node), members.WithRole("from"u8, OsmKind.Way), members.WithRole("to"u8, OsmKind.Way)) is
            ([var via], { Count: > 0 } from, { Count: > 0 } to)
            ? new(via, from, to, kind[0] == 'o', limit)
            : null;
    }

    /// <summary>The most special key decides, as with access.</summary>
    private static (string Kind, ArcLimits Limit) Kind(OsmTags tags)
    {
        var kind = tags.Text("restriction:motorcar"u8);
        kind = kind.Length > 0 ? kind : tags.Text("restriction:motor_vehicle"u8);
        kind = kind.Length > 0 ? kind : tags.Text("restriction"u8);
        return kind.Length > 0 ? (kind, ArcLimits.NoTurn) : (tags.Text("restriction:emergency"u8), ArcLimits.NoEmergency);
    }

    private static bool IsExcepted(string vehicles) =>
        vehicles.Split(';', StringSplitOptions.TrimEntries).Any(vehicle => vehicle is "motorcar" or "motor_vehicle");

    private static bool IsTimed(OsmTags tags)
    {
        foreach (var key in Timed)
        {
            if (!tags[key].IsEmpty)
            {
                return true;
            }
        }
        return false;
    }
}
