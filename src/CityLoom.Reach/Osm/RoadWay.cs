using System.Globalization;
using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Osm;

/// <summary>What the tags of a way say about the road.</summary>
/// <param name="Class">Class of the road.</param>
/// <param name="Direction">1 for one-way along the way, -1 against it, 0 for both.</param>
/// <param name="Forward">Posted speed along the way in km/h; 0 where none is known.</param>
/// <param name="Backward">Posted speed against it.</param>
/// <param name="Limits">What not everybody may use.</param>
internal readonly record struct RoadWay(RoadClass Class, int Direction, byte Forward, byte Backward, ArcLimits Limits)
{
    private const double KmhPerMph = 1.609344;

    private static readonly Dictionary<string, RoadClass> Classes = new(StringComparer.Ordinal)
    {
        ["motorway"] = RoadClass.Motorway,
        ["motorway_link"] = RoadClass.MotorwayLink,
        ["trunk"] = RoadClass.Trunk,
        ["trunk_link"] = RoadClass.TrunkLink,
        ["primary"] = RoadClass.Primary,
        ["primary_link"] = RoadClass.PrimaryLink,
        ["secondary"] = RoadClass.Secondary,
        ["secondary_link"] = RoadClass.SecondaryLink,
        ["tertiary"] = RoadClass.Tertiary,
        ["tertiary_link"] = RoadClass.TertiaryLink,
        ["unclassified"] = RoadClass.Unclassified,
        ["road"] = RoadClass.Unclassified,
        ["residential"] = RoadClass.Residential,
        ["living_street"] = RoadClass.LivingStreet,
        ["service"] = RoadClass.Service,
        ["track"] = RoadClass.Track,
        ["pedestrian"] = RoadClass.Pedestrian,
        ["busway"] = RoadClass.Busway,
        ["bus_guideway"] = RoadClass.Busway,
    };

    /// <summary>Limits that countries set by the kind of road, where a way names the kind instead of a number.</summary>
    private static readonly Dictionary<string, byte> Zones = new(StringComparer.Ordinal)
    {
        ["walk"] = 7,
        ["living_street"] = 20,
        ["urban"] = 50,
        ["rural"] = 90,
        ["trunk"] = 100,
        ["motorway"] = 120,
        ["none"] = 130,
    };

    /// <summary>The road that a way is; null for a way that no vehicle of any profile uses.</summary>
    public static RoadWay? Read(OsmTags tags)
    {
        var isFerry = tags["route"u8].SequenceEqual("ferry"u8);
        if (!Classes.TryGetValue(tags.Text("highway"u8), out var kind) && !isFerry)
        {
            return null;
        }
        if (tags["area"u8].SequenceEqual("yes"u8) || (isFerry && Access(tags) != ArcLimits.None))
        {
            return null;
        }
        var both = Speed(tags.Text("maxspeed"u8));
        var (forward, backward) = (Speed(tags.Text("maxspeed:forward"u8)), Speed(tags.Text("maxspeed:backward"u8)));
        return new(
            isFerry ? RoadClass.Ferry : kind,
            OneWay(tags, kind),
            forward > 0 ? forward : both,
            backward > 0 ? backward : both,
            Access(tags) | (tags["emergency"u8].SequenceEqual("no"u8) ? ArcLimits.NoEmergency : ArcLimits.None));
    }

    /// <summary>The most special key decides; only motor traffic matters here.</summary>
    public static ArcLimits Access(OsmTags tags)
    {
        var value = tags.Text("motorcar"u8);
        value = value.Length > 0 ? value : tags.Text("motor_vehicle"u8);
        value = value.Length > 0 ? value : tags.Text("vehicle"u8);
        value = value.Length > 0 ? value : tags.Text("access"u8);
        return value switch
        {
            "no" or "agricultural" or "forestry" or "emergency" => IsBusOnly(tags) ? ArcLimits.Bus : ArcLimits.NoMotor,
            "private" or "delivery" or "customers" or "permit" or "residents" or "military" => ArcLimits.Private,
            _ => ArcLimits.None,
        };
    }

    private static bool IsBusOnly(OsmTags tags) => (tags.Text("bus"u8), tags.Text("psv"u8)) is ("yes" or "designated", _) or (_, "yes" or "designated");

    private static int OneWay(OsmTags tags, RoadClass kind) => tags.Text("oneway"u8) switch
    {
        "yes" or "true" or "1" => 1,
        "-1" or "reverse" => -1,
        "no" or "false" or "0" => 0,
        _ => kind == RoadClass.Motorway || tags.Text("junction"u8) is "roundabout" or "circular" ? 1 : 0,
    };

    /// <summary>A posted speed: a number, with mph perhaps, or a country's name for one (<c>PT:urban</c>); 0 where it is not understood.</summary>
    private static byte Speed(string text)
    {
        if (text.Length == 0)
        {
            return 0;
        }
        var isMph = text.EndsWith("mph", StringComparison.Ordinal);
        if (double.TryParse(isMph ? text[..^3] : text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return (byte)Math.Clamp(Math.Round(number * (isMph ? KmhPerMph : 1)), 0, byte.MaxValue);
        }
        return Zones.GetValueOrDefault(text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..]);
    }
}
