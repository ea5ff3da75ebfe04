using System.Text;
using CityLoom.City.Territories;
using CityLoom.City.Trees;

namespace CityLoom.Tests.City.Territories;

public class BoundaryImportTests
{
    [Fact]
    public void The_demo_citys_13_districts_are_read_without_a_note()
    {
        var import = BoundaryImport.Read(
            "districts.wgs84.geojson", DemoCity.Open("territory/districts.wgs84.geojson").BaseStream, Datum.Wgs84, DemoCity.Territories);

        Assert.Equal(13, import.Value!.Count);
        Assert.Empty(import.Notes);
        Assert.All(import.Value, b => Assert.True(b.Shape.IsValid));
    }

    [Fact]
    public void The_datum_must_be_named()
    {
        Assert.Equal("boundary.datum", Assert.Single(Read(Good(), datum: null).Faults).Code);
    }

    [Fact]
    public void A_file_that_says_it_is_GCJ_02_is_not_read_as_WGS_84_and_the_other_way_round()
    {
        Assert.Equal("boundary.datum-contradicted", Assert.Single(Read(Good(), Datum.Wgs84, "districts.gcj02.geojson").Faults).Code);
        Assert.Equal("boundary.datum-contradicted", Assert.Single(Read(Good(), Datum.Gcj02, "districts.wgs84.geojson").Faults).Code);
        Assert.Empty(Read(Good(), Datum.Gcj02, "districts.gcj02.geojson").Faults);
    }

    [Fact]
    public void Another_reference_system_is_refused()
    {
        var json = Good().Replace("\"features\"", "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3857\"}},\"features\"", StringComparison.Ordinal);

        Assert.Equal("boundary.crs", Assert.Single(Read(json).Faults).Code);
    }

    [Theory]
    [InlineData("[[30.60,114.30],[30.60,114.31],[30.61,114.31],[30.60,114.30]]", "boundary.swapped")]
    [InlineData("[[12723000,3580000],[12724000,3580000],[12724000,3581000],[12723000,3580000]]", "boundary.bounds")]
    [InlineData("[[114.30,30.60],[114.31,30.60]]", "boundary.short-ring")]
    [InlineData("[[114.30,30.60],[\"x\",30.60],[114.31,30.61],[114.30,30.60]]", "boundary.position")]
    [InlineData("[[114.30,30.60],[114.31,30.61],[114.31,30.60],[114.30,30.61],[114.30,30.60]]", "boundary.self-crossing")]
    public void A_bad_ring_is_refused_with_its_feature(string ring, string code)
    {
        var import = Read(TerritoryMapTests.Collection(Feature("11", ring), TerritoryMapTests.Square("12", 114.31, 30.6, 114.32, 30.61)));

        Assert.Null(import.Value);
        var fault = Assert.Single(import.Faults);
        Assert.Equal(code, fault.Code);
        Assert.Contains("Feature 1 (11)", fault.English, StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_ring_is_closed_and_said_so()
    {
        var import = Read(TerritoryMapTests.Collection(Feature("11", "[[114.30,30.60],[114.31,30.60],[114.31,30.61],[114.30,30.61]]"), TerritoryMapTests.Square("12", 114.31, 30.6, 114.32, 30.61)));

        Assert.Equal(2, import.Value!.Count);
        Assert.Equal("boundary.closed", Assert.Single(import.Notes).Code);
        Assert.Equal(1e-4, import.Value[0].Shape.Area, 9);
    }

    [Fact]
    public void A_ring_that_crosses_itself_a_little_is_mended_and_said_so()
    {
        var import = Read(TerritoryMapTests.Collection(
            Feature("11", "[[114.30,30.60],[114.31,30.60],[114.31,30.61],[114.3050,30.61],[114.3051,30.6101],[114.3049,30.6101],[114.3050,30.61],[114.30,30.61],[114.30,30.60]]"),
            TerritoryMapTests.Square("12", 114.31, 30.6, 114.32, 30.61)));

        Assert.Equal("boundary.mended", Assert.Single(import.Notes).Code);
        Assert.All(import.Value!, b => Assert.True(b.Shape.IsValid));
    }

    [Theory]
    [InlineData("{", "boundary.json")]
    [InlineData("[]", "boundary.no-features")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "boundary.none")]
    [InlineData("""{"type":"FeatureCollection","features":[3]}""", "boundary.unknown-territory")]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"code":"77"},"geometry":null}]}""", "boundary.unknown-territory")]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"code":"11"},"geometry":null}]}""", "boundary.not-polygon")]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"code":"11"}}]}""", "boundary.not-polygon")]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"code":"11"},"geometry":{"type":"Polygon","coordinates":[]}}]}""", "boundary.not-polygon")]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"code":"11"},"geometry":{"type":"MultiPolygon","coordinates":[]}}]}""", "boundary.empty")]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"code":"11"},"geometry":{"type":"Point","coordinates":[1,2]}}]}""", "boundary.not-polygon")]
    public void A_file_that_is_no_collection_of_outlines_is_refused(string json, string code)
    {
        Assert.Equal(code, Assert.Single(Read(json).Faults).Code);
    }

    [Fact]
    public void Two_outlines_of_one_territory_are_refused_and_a_missing_one_is_noted()
    {
        var square = TerritoryMapTests.Square("11", 114.30, 30.60, 114.31, 30.61);

        Assert.Equal("boundary.duplicate", Assert.Single(Read(TerritoryMapTests.Collection(square, square)).Faults).Code);
        Assert.Equal("boundary.incomplete", Assert.Single(Read(TerritoryMapTests.Collection(square)).Notes).Code);
    }

    private static string Good() =>
        TerritoryMapTests.Collection(TerritoryMapTests.Square("11", 114.30, 30.60, 114.31, 30.61), TerritoryMapTests.Square("12", 114.31, 30.60, 114.32, 30.61));

    private static string Feature(string code, string ring) =>
        $$$"""{"type":"Feature","properties":{"code":"{{{code}}}"},"geometry":{"type":"Polygon","coordinates":[{{{ring}}}]}}""";

    private static Import<IReadOnlyList<TerritoryBoundary>> Read(string json, Datum? datum = Datum.Wgs84, string source = "test.geojson") =>
        BoundaryImport.Read(source, new MemoryStream(Encoding.UTF8.GetBytes(json)), datum, TerritoryMapTests.Squares());
}
