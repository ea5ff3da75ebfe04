namespace CityLoom.Reach.Osm;

/// <summary>Whether a node lets vehicles through.</summary>
internal enum Barrier : byte
{
    /// <summary>Everybody passes.</summary>
    None,

    /// <summary>Somebody with a key or a right passes.</summary>
    Gate,

    /// <summary>Nobody passes.</summary>
    Block,
}

/// <summary>Reads barriers from the tags of nodes.</summary>
internal static class Barriers
{
    public static Barrier Read(OsmTags tags)
    {
        var access = RoadWay.Access(tags);
        return tags.Text("barrier"u8) switch
        {
            "" => Barrier.None,
            _ when access == Roads.ArcLimits.None && IsTold(tags) => Barrier.None,
            "bollard" when tags.Text("bollard"u8) is "removable" or "rising" or "foldable" => Barrier.Gate,
            "bollard" or "block" or "jersey_barrier" or "debris" or "log" or "cycle_barrier" or "stile" or "turnstile" or "kissing_gate" or "wall" or "fence"
                or "motorcycle_barrier" or "planter" or "spikes" => Barrier.Block,
            "rising_bollard" or "chain" or "rope" or "bar" or "bump_gate" or "sump_buster" or "bus_trap" => Barrier.Gate,
            _ => access == Roads.ArcLimits.None ? Barrier.None : Barrier.Gate,
        };
    }

    /// <summary>True where a tag lets motor traffic through by name.</summary>
    private static bool IsTold(OsmTags tags) =>
        !tags["motorcar"u8].IsEmpty || !tags["motor_vehicle"u8].IsEmpty || !tags["vehicle"u8].IsEmpty || !tags["access"u8].IsEmpty;
}
