using System.Globalization;
using CityLoom.City.Territories;
using CityLoom.Emergency.Stations;
using CityLoom.Kernel;

namespace CityLoom.Emergency.Coverage;

/// <summary>
/// Changes to the stations in force, as an address tells them: <c>move=CODE,longitude,latitude</c>, <c>add=longitude,latitude</c> and
/// <c>drop=CODE</c>, each as often as wanted. A plan is such a list, so that it can be shared, kept and tried.
/// </summary>
/// <param name="Move">Stations that stand elsewhere.</param>
/// <param name="Add">New stations.</param>
/// <param name="Drop">Stations that are given up.</param>
public sealed record StationPlan(IReadOnlyList<(string Code, GeoPoint To)> Move, IReadOnlyList<GeoPoint> Add, IReadOnlyList<string> Drop)
{
    /// <summary>What the codes of new stations begin with.</summary>
    public const string NewPrefix = "+";

    private const int Most = 200;

    /// <summary>No change.</summary>
    public static StationPlan None { get; } = new([], [], []);

    /// <summary>True when nothing is changed.</summary>
    public bool IsEmpty => Move.Count + Add.Count + Drop.Count == 0;

    /// <summary>Reads a plan as an address tells it.</summary>
    public static Outcome<StationPlan> Read(IEnumerable<string?> move, IEnumerable<string?> add, IEnumerable<string?> drop)
    {
        var moves = new List<(string, GeoPoint)>();
        foreach (var text in Written(move))
        {
            if (text.Split(',') is not [{ Length: > 0 } code, var x, var y] || Place(x, y) is not { } to)
            {
                return Bad("move", text, "编码,经度,纬度", "code,longitude,latitude");
            }

            moves.RemoveAll(m => m.Item1 == code);
            moves.Add((code, to));
        }

        var adds = new List<GeoPoint>();
        foreach (var text in Written(add))
        {
            if (text.Split(',') is not [var x, var y] || Place(x, y) is not { } at)
            {
                return Bad("add", text, "经度,纬度", "longitude,latitude");
            }

            adds.Add(at);
        }

        var drops = Written(drop).Distinct().ToList();
        return moves.Count + adds.Count + drops.Count <= Most ? new StationPlan(moves, adds, drops)
            : new Refusal("reach.plan-size", $"一个方案最多 {Most} 处变动。", $"A plan has at most {Most} changes.", 400);
    }

    /// <summary>This plan and then another: the later move of a station counts, and a new station that is moved stands elsewhere.</summary>
    public StationPlan With(StationPlan more)
    {
        var added = Add.ToList();
        var moves = Move.Where(m => more.Move.All(other => other.Code != m.Code)).ToList();
        foreach (var (code, to) in more.Move)
        {
            if (NewNumber(code) is { } number && number <= added.Count)
            {
                added[number - 1] = to;
            }
            else
            {
                moves.Add((code, to));
            }
        }

        foreach (var number in more.Drop.Select(NewNumber).OfType<int>().Where(n => n <= added.Count).OrderDescending())
        {
            added.RemoveAt(number - 1);
        }

        var drops = Drop.Concat(more.Drop.Where(d => NewNumber(d) is null)).Distinct().ToList();
        return new StationPlan([.. moves.Where(m => !drops.Contains(m.Code))], [.. added, .. more.Add], drops);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static Outcome<StationPlan> Parse(string query)
    {
        var parts = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).Where(p => p.Length == 2)
            .ToLookup(p => p[0], p => (string?)Uri.UnescapeDataString(p[1]));
        return Read(parts["move"], parts["add"], parts["drop"]);
    }

    /// <summary>The stations when the plan is carried out; a change of a station that is not there is refused.</summary>
    public Outcome<IReadOnlyList<Station>> Apply(IReadOnlyList<Station> stations)
    {
        var known = stations.ToDictionary(s => s.Code, StringComparer.Ordinal);
        if (Move.Select(m => m.Code).Concat(Drop).FirstOrDefault(code => !known.ContainsKey(code)) is { } stray)
        {
            return new Refusal("reach.station-unknown", $"没有编码为 {stray} 的站点。", $"There is no station {stray}.", 404);
        }

        foreach (var (code, to) in Move)
        {
            known[code] = known[code] with { Longitude = to.Longitude, Latitude = to.Latitude };
        }

        var added = Add.Select((at, n) => new Station($"{NewPrefix}{n + 1}", $"{NewPrefix}{n + 1}", "", at.Longitude, at.Latitude));
        return stations.Where(s => !Drop.Contains(s.Code)).Select(s => known[s.Code]).Concat(added).ToList();
    }

    /// <summary>As an address tells it, without the question mark; empty for no change.</summary>
    public override string ToString() => string.Join('&', Move.Select(m => $"move={Uri.EscapeDataString(m.Code)},{Degrees(m.To)}")
        .Concat(Add.Select(a => $"add={Degrees(a)}")).Concat(Drop.Select(d => $"drop={Uri.EscapeDataString(d)}")));

    /// <summary>Which of the new stations a code means, counted from 1; null for one in force.</summary>
    private static int? NewNumber(string code) =>
        code.StartsWith(NewPrefix, StringComparison.Ordinal) && int.TryParse(code.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static string Degrees(GeoPoint place) => string.Create(CultureInfo.InvariantCulture, $"{place.Longitude:0.#####},{place.Latitude:0.#####}");

    private static IEnumerable<string> Written(IEnumerable<string?> texts) => texts.OfType<string>().Where(t => t.Length > 0);

    private static GeoPoint? Place(string x, string y) =>
        double.TryParse(x, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude) && double.TryParse(y, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            && new GeoPoint(longitude, latitude) is { IsOnEarth: true } place ? place : null;

    private static Refusal Bad(string what, string text, string shape, string english) => new(
        $"reach.{what}", $"{what} “{(text.Length > 60 ? text[..60] : text)}”不成形；写作 {shape}。", $"{what} is malformed; write {english}.", 400);
}
