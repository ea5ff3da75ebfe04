using System.Globalization;
using CityLoom.City.Territories;
using CityLoom.City.Trees;
using CityLoom.Emergency.Coverage;

namespace CityLoom.Emergency.Stations;

/// <summary>Reads a register from a file and writes it back in the same columns.</summary>
public sealed class RegisterFile(CityTrees trees)
{
    private const double EdgeDegrees = 0.01;
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>Reads <c>code,name,longitude,latitude[,territory]</c>, WGS-84.</summary>
    public Import<IReadOnlyList<Station>> Stations(string source, string text) => Read(source, text, ["code", "name", "longitude", "latitude"], row =>
    {
        var (place, territory) = Place(row);
        return new Station(row.Needed("code"), row.Needed("name"), territory, place.Longitude, place.Latitude);
    });

    /// <summary>Reads <c>code,station[,level,turn_out]</c>; each unit's station must be one of those given.</summary>
    public static Import<IReadOnlyList<ResponseUnit>> Units(string source, string text, IReadOnlyCollection<Station> stations)
    {
        var known = stations.Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
        return Read(source, text, ["code", "station"], row =>
        {
            var station = row.Needed("station");
            if (station.Length > 0 && !known.Contains(station))
            {
                row.Bad("station", "unknown", $"没有编码为 {station} 的站点；请先导入站点，或改正编码。", $"There is no station {station}; import the stations first or correct the code.");
            }

            return new ResponseUnit(row.Needed("code"), station, row.Whole("level", 1, 3, 1), row.Whole("turn_out", 0, 3600, 60));
        });
    }

    /// <summary>Reads <c>code,name,longitude,latitude,level,free_beds[,territory,skills]</c>, WGS-84.</summary>
    public Import<IReadOnlyList<HospitalSite>> Hospitals(string source, string text) => Read(source, text, ["code", "name", "longitude", "latitude", "level", "free_beds"], row =>
    {
        var (place, territory) = Place(row);
        return new HospitalSite(
            row.Needed("code"), row.Needed("name"), territory, place.Longitude, place.Latitude, row.Whole("level", 1, 3), row.Whole("free_beds", 0, 100_000), row.Text("skills"));
    });

    /// <summary>Reads <c>code,territory,longitude,latitude,people</c>, WGS-84.</summary>
    public Import<IReadOnlyList<Settlement>> People(string source, string text) => Read(source, text, ["code", "territory", "longitude", "latitude", "people"], row =>
    {
        var (place, territory) = Place(row);
        return new Settlement(row.Needed("code"), territory, place.Longitude, place.Latitude, row.Number("people", 0, 1e8));
    });

    /// <summary>
    /// Reads the one row of <c>central_minutes,outer_minutes,central_share,outer_share,turn_out,hour[,central_districts]</c>; shares from 0 to 1, the
    /// hour empty for free roads, codes of districts parted by semicolons.
    /// </summary>
    public Import<IReadOnlyList<ReachStandard>> Standard(string source, string text) => Read(source, text, StandardColumns[..^1], row =>
    {
        var (central, outer, turnOut) = (row.Whole("central_minutes", 1, 120), row.Whole("outer_minutes", 1, 120), row.Whole("turn_out", 0, 3600));
        if (turnOut >= 60 * Math.Min(central, outer))
        {
            row.Bad("turn_out", "long", "出车时间不能用尽时限。", "The turn-out must leave time for driving.");
        }

        int? hour = row.Text("hour").Length == 0 ? null : row.Whole("hour", 0, 23);
        return new ReachStandard(central, outer, row.Number("central_share", 0, 1), row.Number("outer_share", 0, 1), turnOut, hour, Districts(row));
    });

    /// <summary>The columns of the standard, in the order in which it is written.</summary>
    public static IReadOnlyList<string> StandardColumnNames => StandardColumns;

    /// <summary>The standard as CSV, from what each column holds.</summary>
    public static string StandardSheet(Func<string, string> field) => Sheet(string.Join(',', StandardColumns), [[.. StandardColumns.Select(field)]]);

    private static readonly string[] StandardColumns = ["central_minutes", "outer_minutes", "central_share", "outer_share", "turn_out", "hour", "central_districts"];

    private string Districts(RegisterLine row)
    {
        var codes = row.Text("central_districts").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().Order(StringComparer.Ordinal).ToList();
        if (codes.Find(code => trees.Territories.Find(code)?.Level != TerritoryLevel.District) is { } stray)
        {
            row.Bad("central_districts", "unknown", $"没有编码为 {stray} 的区。", $"There is no district {stray}.");
        }

        return string.Join(';', codes);
    }

    /// <summary>One of the registers as CSV, as it is read back.</summary>
    public static string Write(RegisterKind kind, Register register) => kind switch
    {
        RegisterKind.Stations => Write(register.Stations),
        RegisterKind.Units => Write(register.Units),
        RegisterKind.Hospitals => Write(register.Hospitals),
        RegisterKind.Standard => Write(register.Standard),
        _ => Write(register.People),
    };

    /// <summary>Stations as CSV.</summary>
    public static string Write(IEnumerable<Station> stations) => Sheet("code,name,territory,longitude,latitude", stations.Select(s => new[] { s.Code, s.Name, s.Territory, Degrees(s.Longitude), Degrees(s.Latitude) }));

    /// <summary>Units as CSV.</summary>
    public static string Write(IEnumerable<ResponseUnit> units) => Sheet("code,station,level,turn_out", units.Select(u => new[] { u.Code, u.Station, u.Level.ToString(Plain), u.TurnOut.ToString(Plain) }));

    /// <summary>Hospitals as CSV.</summary>
    public static string Write(IEnumerable<HospitalSite> hospitals) => Sheet("code,name,territory,longitude,latitude,level,free_beds,skills", hospitals.Select(h => new[]
    {
        h.Code, h.Name, h.Territory, Degrees(h.Longitude), Degrees(h.Latitude), h.Level.ToString(Plain), h.FreeBeds.ToString(Plain), h.Skills,
    }));

    /// <summary>Where people live as CSV.</summary>
    public static string Write(IEnumerable<Settlement> people) => Sheet("code,territory,longitude,latitude,people", people.Select(p => new[]
    {
        p.Code, p.Territory, Degrees(p.Longitude), Degrees(p.Latitude), p.People.ToString("0.##", Plain),
    }));

    /// <summary>The standard as CSV.</summary>
    public static string Write(ReachStandard standard) => StandardSheet(column => column switch
    {
        "central_minutes" => standard.CentralMinutes.ToString(Plain), "outer_minutes" => standard.OuterMinutes.ToString(Plain),
        "central_share" => standard.CentralShare.ToString(Plain), "outer_share" => standard.OuterShare.ToString(Plain),
        "turn_out" => standard.TurnOut.ToString(Plain), "hour" => standard.Hour?.ToString(Plain) ?? "", _ => standard.CentralDistricts,
    });

    private static Import<IReadOnlyList<T>> Read<T>(string source, string text, string[] required, Func<RegisterLine, T> make)
        where T : IRegistered
    {
        var faults = new List<ImportFault>();
        var rows = new List<T>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in RegisterSheet.Read(source, text, required, faults))
        {
            rows.Add(make(line));
            if (rows[^1].Code.Length > 0 && !seen.Add(rows[^1].Code))
            {
                line.Bad("code", "twice", $"编码 {rows[^1].Code} 出现两次。", $"The code {rows[^1].Code} appears twice.");
            }
        }

        return new Import<IReadOnlyList<T>>(faults.Count == 0 ? rows : null, faults, []);
    }

    /// <summary>A place on the earth and in the city, and the territory: the one that is written, else the one that it lies in.</summary>
    private (GeoPoint Place, string Territory) Place(RegisterLine row)
    {
        var (longitude, latitude) = (row.Degrees("longitude"), row.Degrees("latitude"));
        var written = row.Text("territory");
        if (written.Length > 0 && trees.Territories.Find(written) is null)
        {
            row.Bad("territory", "unknown", $"没有编码为 {written} 的区划。", $"There is no territory {written}.");
        }

        if (longitude is null || latitude is null)
        {
            return (default, written);
        }

        var place = new GeoPoint(longitude.Value, latitude.Value);
        var found = trees.Map.At(place);
        var known = trees.Map.Boundaries.Count > 0;
        if (IsNear(new GeoPoint(place.Latitude, place.Longitude)) && !IsNear(place))
        {
            row.Bad("longitude", "turned", "经纬度写反了。", "Longitude and latitude are the wrong way round.");
        }
        else if (!place.IsOnEarth || (found is null && known && (written.Length == 0 || !IsNear(place))))
        {
            row.Bad(
                "longitude", "outside", "不在本市任何有边界的区划内；请核对坐标和坐标基准（WGS-84）。",
                "It lies within no territory of the city that has an outline; check the coordinates and their datum (WGS-84).");
        }

        return (place, written.Length > 0 ? written : found?.Code ?? "");
    }

    /// <summary>Outlines are coarse: what lies a little outside may still be in the city when its territory is written.</summary>
    private bool IsNear(GeoPoint place) => trees.Map.Boundaries.Any(b => b.Shape.EnvelopeInternal is var box
        && place.Longitude > box.MinX - EdgeDegrees && place.Longitude < box.MaxX + EdgeDegrees && place.Latitude > box.MinY - EdgeDegrees && place.Latitude < box.MaxY + EdgeDegrees);

    private static string Degrees(double degrees) => degrees.ToString("0.#######", Plain);

    private static string Sheet(string header, IEnumerable<string[]> rows) =>
        string.Concat(rows.Select(row => string.Join(',', row.Select(Quoted)) + "\r\n").Prepend(header + "\r\n"));

    private static string Quoted(string field) => field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
