namespace CityLoom.Reach.Roads;

/// <summary>The class of a road, after the values of OpenStreetMap's <c>highway</c> key; links count with the road they lead to.</summary>
public enum RoadClass : byte
{
    /// <summary>Not told.</summary>
    Unknown,

    /// <summary>Motorway.</summary>
    Motorway,

    /// <summary>Ramp of a motorway.</summary>
    MotorwayLink,

    /// <summary>Trunk road.</summary>
    Trunk,

    /// <summary>Ramp of a trunk road.</summary>
    TrunkLink,

    /// <summary>Primary road.</summary>
    Primary,

    /// <summary>Ramp of a primary road.</summary>
    PrimaryLink,

    /// <summary>Secondary road.</summary>
    Secondary,

    /// <summary>Ramp of a secondary road.</summary>
    SecondaryLink,

    /// <summary>Tertiary road.</summary>
    Tertiary,

    /// <summary>Ramp of a tertiary road.</summary>
    TertiaryLink,

    /// <summary>Minor public road.</summary>
    Unclassified,

    /// <summary>Street of homes.</summary>
    Residential,

    /// <summary>Street where those on foot go first.</summary>
    LivingStreet,

    /// <summary>Access road, alley, car park aisle.</summary>
    Service,

    /// <summary>Field or forest track.</summary>
    Track,

    /// <summary>Street for those on foot.</summary>
    Pedestrian,

    /// <summary>Road for buses only.</summary>
    Busway,

    /// <summary>Ferry that takes vehicles.</summary>
    Ferry,
}
