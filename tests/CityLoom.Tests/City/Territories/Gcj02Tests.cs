using System.Text.Json;
using CityLoom.City.Territories;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Tests.City.Territories;

public class Gcj02Tests
{
    [Fact]
    public void In_the_middle_of_Wuhan_a_map_is_shifted_some_520_m_east_and_270_m_south()
    {
        var place = new GeoPoint(114.3, 30.6);
        var shifted = Gcj02.FromWgs84(place);

        Assert.InRange(place.MetresTo(new GeoPoint(shifted.Longitude, place.Latitude)), 520, 522);
        Assert.InRange(place.MetresTo(new GeoPoint(place.Longitude, shifted.Latitude)), 267, 269);
        Assert.True(shifted.Longitude > place.Longitude && shifted.Latitude < place.Latitude);
    }

    [Fact]
    public void Going_there_and_back_comes_within_a_millimetre_everywhere_in_China() =>
        Prop.ForAll(AnyPlaceInChina().ToArbitrary(), place => Gcj02.ToWgs84(Gcj02.FromWgs84(place)).MetresTo(place) < 0.001)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Abroad_nothing_is_shifted()
    {
        var paris = new GeoPoint(2.35, 48.85);

        Assert.Equal(paris, Gcj02.FromWgs84(paris));
        Assert.Equal(paris, Gcj02.ToWgs84(paris));
    }

    /// <summary>The outlines were moved by others with the same formulas and six decimals; making them valid added a few corners to either.</summary>
    [Fact]
    public void The_published_outlines_moved_here_agree_with_those_moved_elsewhere_to_half_a_metre()
    {
        var published = Positions(DemoCity.Shared("data/territory/wuhan-districts.gcj02.geojson"));
        var moved = Positions(DemoCity.Shared("data/territory/wuhan-districts.wgs84.geojson")).ToLookup(Cell);

        var far = published.Select(Gcj02.ToWgs84).Count(p => !Around(p).SelectMany(c => moved[c]).Any(q => q.MetresTo(p) < 0.5));

        Assert.True(published.Count > 11_000);
        Assert.InRange(far, 0, 20);
    }

    private static (int East, int North) Cell(GeoPoint place) => ((int)(place.Longitude * 10_000), (int)(place.Latitude * 10_000));

    private static IEnumerable<(int East, int North)> Around(GeoPoint place) =>
        from east in new[] { -1, 0, 1 }
        from north in new[] { -1, 0, 1 }
        select (Cell(place).East + east, Cell(place).North + north);

    private static Gen<GeoPoint> AnyPlaceInChina() =>
        from east in Gen.Choose(0, 600_000)
        from north in Gen.Choose(0, 350_000)
        select new GeoPoint(74 + (east / 10_000.0), 18 + (north / 10_000.0));

    private static List<GeoPoint> Positions(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var found = new List<GeoPoint>();
        foreach (var feature in document.RootElement.GetProperty("features").EnumerateArray())
        {
            Gather(feature.GetProperty("geometry").GetProperty("coordinates"), found);
        }

        return found;
    }

    private static void Gather(JsonElement element, List<GeoPoint> found)
    {
        if (element[0].ValueKind == JsonValueKind.Number)
        {
            found.Add(new GeoPoint(element[0].GetDouble(), element[1].GetDouble()));
            return;
        }

        foreach (var inner in element.EnumerateArray())
        {
            Gather(inner, found);
        }
    }
}
