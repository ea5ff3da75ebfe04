using CityLoom.City;
using CityLoom.City.Territories;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Intake;

namespace CityLoom.Requests.OpenData;

/// <summary>Published requests of a territory.</summary>
/// <param name="Code">Code of the territory.</param>
/// <param name="Requests">How many; null where there are fewer than <see cref="PublicMap.Fewest"/>.</param>
/// <param name="Open">How many of them are open; null likewise.</param>
public sealed record PublicCount(string Code, int? Requests, int? Open);

/// <summary>Published requests of a square.</summary>
/// <param name="Centre">Its middle.</param>
/// <param name="Requests">How many, <see cref="PublicMap.Fewest"/> at least.</param>
/// <param name="Coarse">False for 550 m; true for 2.2 km, where smaller squares have too few.</param>
public sealed record PublicSquare(GeoPoint Centre, int Requests, bool Coarse);

/// <summary>
/// What the public map shows of a period: counts by district, and within one district by street and by square. Small numbers are not told:
/// a street with few says only that there are few, squares with few are put together to larger ones, and what is few even there is counted
/// with the scattered.
/// </summary>
public sealed record PublicMap
{
    /// <summary>Fewer than this are not told.</summary>
    public const int Fewest = 3;

    /// <summary>First instant of the period.</summary>
    public DateTimeOffset From { get; init; }

    /// <summary>The instant after its last.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>By district.</summary>
    public IReadOnlyList<PublicCount> Districts { get; init; } = [];

    /// <summary>By street of the chosen district; none without one.</summary>
    public IReadOnlyList<PublicCount> Streets { get; init; } = [];

    /// <summary>Squares of the chosen district with enough requests.</summary>
    public IReadOnlyList<PublicSquare> Squares { get; init; } = [];

    /// <summary>How many requests of the district lie in squares with too few, or have no point.</summary>
    public int Scattered { get; init; }

    /// <summary>How many there are in the city.</summary>
    public int All { get; init; }

    /// <summary>Counts.</summary>
    /// <param name="session">The database.</param>
    /// <param name="from">First civil day.</param>
    /// <param name="until">Last civil day.</param>
    /// <param name="category">Code of a category, which covers those below it; null for all.</param>
    /// <param name="district">Code of a district; null for the whole city.</param>
    /// <param name="city">The city.</param>
    public static PublicMap Of(Session session, DateOnly from, DateOnly until, string? category, string? district, CityContext city)
    {
        string[] services = category is null ? [] : [category, .. Below(city, category)];
        var args = new
        {
            from = city.Clock.Instant(from.ToDateTime(TimeOnly.MinValue)), until = city.Clock.Instant(until.AddDays(1).ToDateTime(TimeOnly.MinValue)),
            services, first = district ?? "", last = (district ?? "") + ":",
        };
        var which = $"from requests r join matters m on m.id = r.id where r.published = 1 and r.requested_at >= @from and r.requested_at < @until{(category is null ? "" : " and " + Among.Of(session, "r.service", "services"))}";
        var districts = session.Rows<Row>($"select substr(m.territory, 1, 6) as code, count(*) as requests, sum(m.open) as open {which} group by 1", args);
        var map = new PublicMap
        {
            From = args.from, Until = args.until, All = (int)districts.Sum(d => d.Requests),
            Districts = [.. districts.Where(d => city.Territories.Find(d.Code)?.Level == TerritoryLevel.District).Select(Told)],
        };
        return district is null ? map : map.Within(session, which + " and m.territory >= @first and m.territory < @last", args, city);
    }

    /// <summary>Codes of one district lie between its own and its own with the character after the digits.</summary>
    private PublicMap Within(Session session, string which, object args, CityContext city)
    {
        var streets = session.Rows<Row>($"select substr(m.territory, 1, 9) as code, count(*) as requests, sum(m.open) as open {which} group by 1", args);
        var squares = session.Rows<Square>($"select r.cell, count(*) as requests {which} and r.cell is not null group by 1", args);
        var fine = squares.FindAll(s => s.Requests >= Fewest).ConvertAll(s => new PublicSquare(MapCell.Centre(s.Cell), (int)s.Requests, false));
        var coarse = squares.FindAll(s => s.Requests < Fewest).GroupBy(s => MapCell.CoarseCentre(s.Cell))
            .Select(g => new PublicSquare(g.Key, (int)g.Sum(s => s.Requests), true)).Where(s => s.Requests >= Fewest);
        PublicSquare[] drawn = [.. coarse.Concat(fine).OrderByDescending(s => s.Coarse).ThenByDescending(s => s.Requests)];
        return this with
        {
            Streets = [.. streets.Where(s => city.Territories.Find(s.Code)?.Level == TerritoryLevel.Street).OrderByDescending(s => s.Requests).ThenBy(s => s.Code, StringComparer.Ordinal).Select(Told)],
            Squares = drawn,
            Scattered = (int)streets.Sum(s => s.Requests) - drawn.Sum(s => s.Requests),
        };
    }

    private static string[] Below(CityContext city, string category)
    {
        var codes = new List<string>();
        foreach (var below in city.Trees.Categories.Descendants(category))
        {
            codes.Add(below.Code);
        }

        return [.. codes];
    }

    private static PublicCount Told(Row row) => row.Requests < Fewest ? new PublicCount(row.Code, null, null)
        : new PublicCount(row.Code, (int)row.Requests, row.Open < Fewest && row.Open > 0 ? null : (int)row.Open);

    private sealed record Row
    {
        public string Code { get; init; } = "";

        public long Requests { get; init; }

        public long Open { get; init; }
    }

    private sealed record Square
    {
        public long Cell { get; init; }

        public long Requests { get; init; }
    }
}
