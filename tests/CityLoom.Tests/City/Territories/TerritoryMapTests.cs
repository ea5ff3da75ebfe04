using System.Text.Json;
using CityLoom.City.Territories;

namespace CityLoom.Tests.City.Territories;

public class TerritoryMapTests
{
    private const string Wgs84 = "territory/districts.wgs84.geojson";

    [Theory]
    [InlineData(114.3047, 30.5450, "武昌区")]
    [InlineData(114.2600, 30.6050, "江汉区")]
    [InlineData(114.7900, 30.8400, "新洲区")]
    public void A_place_lies_in_its_district(double longitude, double latitude, string name)
    {
        Assert.Equal(name, Demo().At(new GeoPoint(longitude, latitude))!.Name);
    }

    [Theory]
    [InlineData(116.4, 39.9)]
    [InlineData(30.6, 114.3)]
    [InlineData(double.NaN, 30)]
    public void Outside_the_city_and_off_the_earth_there_is_no_territory(double longitude, double latitude)
    {
        Assert.Null(Demo().At(new GeoPoint(longitude, latitude)));
    }

    /// <summary>A place of our own 60 m west of the edge between two districts: on the shifted map it seems to lie across it.</summary>
    [Fact]
    public void A_place_near_an_edge_lands_in_the_neighbour_when_the_datum_is_taken_for_the_other()
    {
        var tree = Squares();
        var true84 = Gcj02.ToWgs84(new GeoPoint(114.31, 30.605));
        var west = new GeoPoint(true84.Longitude - 0.0006, true84.Latitude);

        Assert.Equal("11", Map(tree, TwoSquares(114.30, 114.31, 114.32), Datum.Gcj02).At(west)!.Code);
        Assert.Equal("11", Map(tree, TwoSquares(114.30, 114.31, 114.32), Datum.Wgs84).At(west)!.Code);
        var east = new GeoPoint(true84.Longitude + 0.0006, true84.Latitude);
        Assert.Equal("12", Map(tree, TwoSquares(114.30, 114.31, 114.32), Datum.Gcj02).At(east)!.Code);
        Assert.Equal("11", Map(tree, TwoSquares(114.30, 114.31, 114.32), Datum.Wgs84).At(east)!.Code);
    }

    [Fact]
    public void The_hospitals_that_name_their_district_lie_in_it_only_in_the_right_datum()
    {
        var published = DemoCity.Shared("data/territory/wuhan-districts.gcj02.geojson");
        using var hospitals = JsonDocument.Parse(File.ReadAllBytes(DemoCity.Shared("data/territory/wuhan-hospitals.osm.geojson")));
        var tagged = hospitals.RootElement.GetProperty("features").EnumerateArray().Where(f => f.GetProperty("properties").TryGetProperty("addr:district", out _)).ToList();

        Assert.Equal(11, tagged.Count);
        Assert.Empty(Astray(tagged, Demo()));
        Assert.Empty(Astray(tagged, Map(DemoCity.Territories, File.ReadAllText(published), Datum.Gcj02)));
        Assert.Equal(["武汉儿童医院", "长江航运总医院"], Astray(tagged, Map(DemoCity.Territories, File.ReadAllText(published), Datum.Wgs84)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void On_a_shared_edge_the_smaller_code_wins_however_the_outlines_are_ordered()
    {
        var tree = Squares();
        var edge = new GeoPoint(114.31, 30.605);
        var outlines = Outlines(tree, TwoSquares(114.30, 114.31, 114.32), Datum.Wgs84);

        Assert.Equal("11", new TerritoryMap(tree, [.. outlines]).At(edge)!.Code);
        Assert.Equal("11", new TerritoryMap(tree, [.. outlines.Reverse()]).At(edge)!.Code);
    }

    [Fact]
    public void A_city_without_outlines_answers_that_it_does_not_know()
    {
        Assert.Null(new TerritoryMap(Squares(), []).At(new GeoPoint(114.3, 30.6)));
    }

    [Fact]
    public void The_innermost_level_wins()
    {
        var tree = new TerritoryTree([new("1", "甲市", TerritoryLevel.City, null, null), new("11", "乙区", TerritoryLevel.District, "1", null)]);
        var map = Map(tree, Collection(Square("1", 114, 30, 115, 31), Square("11", 114.2, 30.2, 114.4, 30.4)), Datum.Wgs84);

        Assert.Equal("11", map.At(new GeoPoint(114.3, 30.3))!.Code);
        Assert.Equal("1", map.At(new GeoPoint(114.8, 30.8))!.Code);
    }

    [Fact]
    public void Many_threads_may_look_up_at_once()
    {
        var map = Demo();
        var places = Enumerable.Range(0, 4_000).Select(i => new GeoPoint(113.7 + (i % 63 * 0.02), 29.97 + (i / 63 * 0.02))).ToArray();
        var alone = places.Select(map.At).ToArray();

        Assert.Equal(alone, places.AsParallel().AsOrdered().Select(Demo().At).ToArray());
        Assert.Contains(alone, t => t is not null);
    }

    internal static string Square(string code, double west, double south, double east, double north) => FormattableString.Invariant(
        $$$"""{"type":"Feature","properties":{"code":"{{{code}}}"},"geometry":{"type":"Polygon","coordinates":[[[{{{west}}},{{{south}}}],[{{{east}}},{{{south}}}],[{{{east}}},{{{north}}}],[{{{west}}},{{{north}}}],[{{{west}}},{{{south}}}]]]}}""");

    internal static string Collection(params string[] features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";

    internal static TerritoryTree Squares() => new(
        [new("1", "甲市", TerritoryLevel.City, null, null), new("11", "乙区", TerritoryLevel.District, "1", null), new("12", "丙区", TerritoryLevel.District, "1", null)]);

    private static TerritoryMap Demo() => Map(DemoCity.Territories, DemoCity.Open(Wgs84).ReadToEnd(), Datum.Wgs84);

    private static string TwoSquares(double west, double middle, double east) =>
        Collection(Square("11", west, 30.60, middle, 30.61), Square("12", middle, 30.60, east, 30.61));

    private static IReadOnlyList<TerritoryBoundary> Outlines(TerritoryTree tree, string json, Datum datum) =>
        BoundaryImport.Read("boundaries.geojson", new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json)), datum, tree).AsOutcome().Value;

    private static TerritoryMap Map(TerritoryTree tree, string json, Datum datum) => new(tree, Outlines(tree, json, datum));

    private static List<string> Astray(List<JsonElement> hospitals, TerritoryMap map) =>
        [.. hospitals.Where(h => !Said(h).Contains(Found(h, map), StringComparer.Ordinal)).Select(h => h.GetProperty("properties").GetProperty("name").GetString()!)];

    private static string[] Said(JsonElement hospital) =>
        [.. DemoCity.Territories.FindByName(hospital.GetProperty("properties").GetProperty("addr:district").GetString()!, "4201").Select(t => t.Code)];

    private static string Found(JsonElement hospital, TerritoryMap map)
    {
        var position = hospital.GetProperty("geometry").GetProperty("coordinates");
        return map.At(new GeoPoint(position[0].GetDouble(), position[1].GetDouble()))?.Code ?? "";
    }
}
