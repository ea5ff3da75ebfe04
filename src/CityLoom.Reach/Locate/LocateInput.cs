using CityLoom.Reach.Inputs;

namespace CityLoom.Reach.Locate;

/// <summary>The location models.</summary>
public enum LocateModel
{
    /// <summary>Least sum of weight times time.</summary>
    PMedian,

    /// <summary>Least longest time.</summary>
    PCenter,

    /// <summary>Most weight within the limit.</summary>
    Mclp,

    /// <summary>Fewest units with everybody within the limit.</summary>
    Lscp,

    /// <summary>Two limits at once, covered twice.</summary>
    Dsm,

    /// <summary>Most weight within the limit of a unit that is free.</summary>
    Mexclp,
}

/// <summary>Demands and sites as read from files, ready for any model that they suffice for.</summary>
public sealed record LocateInput
{
    /// <summary>Times of demands (rows) to sites (columns); null when only cover is known.</summary>
    public TravelMatrix? Times { get; init; }

    /// <summary>Who is covered, when the file says so itself.</summary>
    public CoverLists? Cover { get; init; }

    /// <summary>Names of the demands.</summary>
    public required IReadOnlyList<string> Demands { get; init; }

    /// <summary>Names of the sites.</summary>
    public required IReadOnlyList<string> Sites { get; init; }

    /// <summary>The weight of every demand.</summary>
    public required double[] Weights { get; init; }

    /// <summary>What the sites hold and can hold.</summary>
    public required SiteRules Rules { get; init; }

    /// <summary>The weight that every site can serve; empty for no limits.</summary>
    public double[] Capacities { get; init; } = [];

    /// <summary>The area of every demand; empty for none.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>The number of units that the file asks for.</summary>
    public int? Units { get; init; }

    /// <summary>Reads an OR-Library p-median file or a covering file; they are told apart by their first line.</summary>
    /// <param name="name">How complaints name the file.</param>
    /// <param name="text">The whole file.</param>
    public static Checked<LocateInput> Read(string name, string text)
    {
        var first = text.AsSpan().TrimStart();
        var words = first[..(first.IndexOf('\n') is >= 0 and var end ? end : first.Length)].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        using var reader = new StringReader(text);
        return words switch
        {
            2 => CoverInstance.Read(name, reader) is { Fault: null } read ? Of(read.Value) : CoverInstance.Read(name, new StringReader(text)).Fault!,
            3 => GraphInstance.Read(name, reader) is { Fault: null } read ? Of(read.Value) : GraphInstance.Read(name, new StringReader(text)).Fault!,
            _ => new InputFault("instance.unknown", $"{name} 第 1 行：应为“需求数 站址数”（覆盖）或“顶点数 边数 p”（OR-Library p-中位）。",
                $"{name} line 1: it must read \"demands sites\" (covering) or \"vertices edges p\" (OR-Library p-median)."),
        };
    }

    /// <summary>Puts the tables of a city together.</summary>
    public static LocateInput Of(IReadOnlyList<Zone> zones, IReadOnlyList<CandidateSite> sites, PlaceTimes times) =>
        Of(zones, sites, times.Matrix([.. zones.Select(zone => zone.Place)], [.. sites.Select(site => site.Place)]));

    /// <summary>Puts the tables of a city together with times that were reckoned over its roads.</summary>
    public static LocateInput Of(IReadOnlyList<Zone> zones, IReadOnlyList<CandidateSite> sites, TravelMatrix times) => new()
    {
        Times = times,
        Demands = [.. zones.Select(zone => zone.Place)],
        Sites = [.. sites.Select(site => site.Place)],
        Weights = [.. zones.Select(zone => zone.Weight)],
        Rules = new SiteRules([.. sites.Select(site => site.Existing)], [.. sites.Select(site => site.Most)]),
        Capacities = sites.All(site => site.Capacity is null) ? [] : [.. sites.Select(site => site.Capacity ?? double.PositiveInfinity)],
        Areas = [.. zones.Select(zone => zone.Area)],
    };

    private static LocateInput Of(CoverInstance instance) => new()
    {
        Cover = instance.Cover,
        Demands = [.. instance.DemandNames.Select(name => $"{name}")],
        Sites = [.. instance.SiteNames.Select(name => $"{name}")],
        Weights = instance.Weights,
        Rules = SiteRules.Free(instance.Cover.Sites),
    };

    private static LocateInput Of(GraphInstance instance) => new()
    {
        Times = instance.Times,
        Demands = [.. Enumerable.Range(1, instance.Times.Demands).Select(vertex => $"{vertex}")],
        Sites = [.. Enumerable.Range(1, instance.Times.Sites).Select(vertex => $"{vertex}")],
        Weights = [.. Enumerable.Repeat(1.0, instance.Times.Demands)],
        Rules = SiteRules.Free(instance.Times.Sites),
        Units = instance.Units,
    };
}
