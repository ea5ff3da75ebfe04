namespace CityLoom.Emergency.Supplies;

/// <summary>Something that is kept for emergencies.</summary>
public sealed record SupplyItem
{
    /// <summary>Short name.</summary>
    public string Code { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name in English.</summary>
    public string EnglishName { get; init; } = "";

    /// <summary>In what it is counted, such as 床.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The unit in English.</summary>
    public string EnglishUnit { get; init; } = "";
}

/// <summary>A place where supplies lie.</summary>
public sealed record Warehouse
{
    /// <summary>Short name.</summary>
    public string Code { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name in English.</summary>
    public string EnglishName { get; init; } = "";

    /// <summary>The organization that keeps it.</summary>
    public string Organization { get; init; } = "";

    /// <summary>Code of the territory.</summary>
    public string Territory { get; init; } = "";

    /// <summary>WGS-84 longitude in degrees.</summary>
    public double Longitude { get; init; }

    /// <summary>WGS-84 latitude in degrees.</summary>
    public double Latitude { get; init; }
}

/// <summary>A quantity of one item in one warehouse that expires together.</summary>
public sealed record Lot
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>Code of the warehouse.</summary>
    public string Warehouse { get; init; } = "";

    /// <summary>Code of the item.</summary>
    public string Item { get; init; } = "";

    /// <summary>The last day on which it may be used; null when it keeps.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary>How much lies here, never negative.</summary>
    public long Quantity { get; init; }

    /// <summary>How much of it is promised, never more than lies here.</summary>
    public long Held { get; init; }

    /// <summary>Grows by one with each change.</summary>
    public int Changes { get; init; }

    /// <summary>How much can still be promised.</summary>
    public long Free => Quantity - Held;

    /// <summary>True when it may be used on a day.</summary>
    public bool GoodOn(DateOnly day) => !(Expires < day);
}

/// <summary>How much of an item must stay in a warehouse.</summary>
/// <param name="Warehouse">Which warehouse.</param>
/// <param name="Item">Which item.</param>
/// <param name="Least">How much.</param>
public sealed record StockMinimum(string Warehouse, string Item, long Least);

/// <summary>A request for supplies.</summary>
public sealed record SupplyNeed
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>Code of the item.</summary>
    public string Item { get; init; } = "";

    /// <summary>How much.</summary>
    public long Quantity { get; init; }

    /// <summary>Code of the territory.</summary>
    public string Territory { get; init; } = "";

    /// <summary>Where to, in words.</summary>
    public string Place { get; init; } = "";

    /// <summary>WGS-84 longitude in degrees.</summary>
    public double Longitude { get; init; }

    /// <summary>WGS-84 latitude in degrees.</summary>
    public double Latitude { get; init; }

    /// <summary>Who asks.</summary>
    public string Organization { get; init; } = "";

    /// <summary>1 first to 4, as the level of the response.</summary>
    public int Priority { get; init; }

    /// <summary>Within how many minutes it must come; null for no limit.</summary>
    public int? WithinMinutes { get; init; }

    /// <summary>The matter it is for; null for none.</summary>
    public long? MatterId { get; init; }

    /// <summary>Where it stands.</summary>
    public SupplyState State { get; init; }

    /// <summary>What is said with it.</summary>
    public string Words { get; init; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Grows by one with each change.</summary>
    public int Changes { get; init; }
}

/// <summary>What goes to a request from one lot.</summary>
public sealed record Transfer
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>Which request.</summary>
    public long RequestId { get; init; }

    /// <summary>Which lot.</summary>
    public long LotId { get; init; }

    /// <summary>How much.</summary>
    public long Quantity { get; init; }

    /// <summary>How much of it came back.</summary>
    public long Returned { get; init; }

    /// <summary>Code of the warehouse of the lot.</summary>
    public string Warehouse { get; init; } = "";

    /// <summary>When the lot expires.</summary>
    public DateOnly? Expires { get; init; }
}

/// <summary>A site for two uses 平急两用: a hotel, a hall, a school that becomes something else within hours.</summary>
public sealed record DualSite
{
    /// <summary>Short name.</summary>
    public string Code { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name in English.</summary>
    public string EnglishName { get; init; } = "";

    /// <summary>The organization that keeps it.</summary>
    public string Organization { get; init; } = "";

    /// <summary>Code of the territory.</summary>
    public string Territory { get; init; } = "";

    /// <summary>What it is on ordinary days.</summary>
    public string Everyday { get; init; } = "";

    /// <summary>The same in English.</summary>
    public string EnglishEveryday { get; init; } = "";

    /// <summary>What it becomes.</summary>
    public string Emergency { get; init; } = "";

    /// <summary>The same in English.</summary>
    public string EnglishEmergency { get; init; } = "";

    /// <summary>For how many people then.</summary>
    public int Capacity { get; init; }

    /// <summary>Hours until it is ready.</summary>
    public int Hours { get; init; }

    /// <summary>WGS-84 longitude in degrees.</summary>
    public double Longitude { get; init; }

    /// <summary>WGS-84 latitude in degrees.</summary>
    public double Latitude { get; init; }
}
