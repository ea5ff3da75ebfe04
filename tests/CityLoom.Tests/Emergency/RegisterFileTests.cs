using CityLoom.Emergency.Stations;

namespace CityLoom.Tests.Emergency;

/// <summary>Files that are imported, the hostile ones too: everything wrong is named with its line, and then nothing is taken.</summary>
public sealed class RegisterFileTests
{
    private const string Header = "code,name,longitude,latitude\n";

    [Theory]
    [InlineData("A,站,999,30.05", "longitude-number")]
    [InlineData("A,站,NaN,30.05", "longitude-number")]
    [InlineData("A,站,1e400,30.05", "longitude-number")]
    [InlineData("A,站,30.05,114.05", "longitude-turned")]
    [InlineData("A,站,12.5,41.9", "longitude-outside")]
    [InlineData(",站,114.05,30.05", "code-empty")]
    [InlineData("A,,114.05,30.05", "name-empty")]
    [InlineData("A,站,114.05", "width")]
    public void A_line_that_cannot_be_taken_is_named(string line, string code)
    {
        using var town = new LatticeTown(1);

        var import = new RegisterFile(town.Trees).Stations("stations.csv", Header + "B,好站,114.05,30.05\n" + line);

        Assert.Null(import.Value);
        var fault = Assert.Single(import.Faults);
        Assert.Equal(3, fault.Line);
        Assert.EndsWith(code, fault.Code, StringComparison.Ordinal);
        Assert.StartsWith("stations.csv:3: ", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_of_a_file_are_told_at_once()
    {
        using var town = new LatticeTown(1);

        var import = new RegisterFile(town.Trees).Stations("s.csv", Header + "A,站,999,30\nA,站,114.05,30.05\nA,站,114.05,30.05\n,,1,1");

        Assert.Equal([2, 3, 4, 5], import.Faults.Select(f => f.Line!.Value).Distinct().Order());
    }

    [Fact]
    public void A_unit_without_its_station_is_refused_and_so_are_absurd_figures()
    {
        var stations = new[] { new Station("S1", "站", "11", 114, 30) };

        var import = RegisterFile.Units("units.csv", "code,station,level,turn_out\nU1,S1,2,60\nU2,S9,1,60\nU3,S1,9,60\nU4,S1,1,99999\nU1,S1,1,60", stations);

        Assert.Equal([(3, "register.station-unknown"), (4, "register.level-number"), (5, "register.turn_out-number"), (6, "register.code-twice")], import.Faults.Select(f => (f.Line!.Value, f.Code)));
    }

    [Fact]
    public void The_territory_is_the_one_that_a_place_lies_in()
    {
        using var town = new LatticeTown(1);

        var station = new RegisterFile(town.Trees).Stations("s.csv", Header + "A,站,114.1,30.05").Value!.Single();

        Assert.Equal("12", station.Territory);
    }

    [Fact]
    public void An_outline_gives_a_point_inside_it_and_one_that_crosses_itself_is_refused()
    {
        using var town = new LatticeTown(1);
        var file = new RegisterFile(town.Trees);

        var good = file.Hospitals("h.geojson", Hospital("[[114.05,30.05],[114.06,30.05],[114.06,30.06],[114.05,30.06],[114.05,30.05]]"));
        var crossed = file.Hospitals("h.geojson", Hospital("[[114.05,30.05],[114.06,30.06],[114.06,30.05],[114.05,30.06],[114.05,30.05]]"));
        var open = file.Hospitals("h.geojson", Hospital("[[114.05,30.05],[114.06,30.06]]"));

        var hospital = Assert.Single(good.Value!);
        Assert.InRange(hospital.Longitude, 114.05, 114.06);
        Assert.Equal((3, 12, "trauma;burns"), (hospital.Level, hospital.FreeBeds, hospital.Skills));
        Assert.Contains(crossed.Faults, f => f.Code == "register.geometry-self-crossing" && f.Line == 1);
        Assert.Contains(open.Faults, f => f.Code == "register.geometry-malformed");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"features\":[]}")]
    [InlineData("{\"features\":[7,null]}")]
    [InlineData("")]
    [InlineData("code,name,longitude,latitude")]
    [InlineData("a,b\n1,2")]
    [InlineData("\0\0\0")]
    public void What_is_no_such_file_is_refused_in_words(string text)
    {
        using var town = new LatticeTown(1);

        var import = new RegisterFile(town.Trees).Stations("x", text);

        Assert.Null(import.Value);
        Assert.NotEmpty(import.Faults);
        Assert.All(import.Faults, f => Assert.False(string.IsNullOrWhiteSpace(f.Words)));
    }

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        using var town = new LatticeTown(1);
        var file = new RegisterFile(town.Trees);
        Station[] stations = [.. town.Stations, new Station("q", "有,逗号\"和引号", "11", 114.0123456, 30.0123456)];
        var hospital = new HospitalSite("h", "医院", "11", 114.02, 30.02, 2, 0, "trauma");

        Assert.Equal(stations.Select(s => s with { Longitude = Math.Round(s.Longitude, 7), Latitude = Math.Round(s.Latitude, 7) }), file.Stations("s", RegisterFile.Write(stations)).Value!);
        Assert.Equal([hospital], file.Hospitals("h", RegisterFile.Write([hospital])).Value!);
        Assert.Equal([new ResponseUnit("u", "q", 3, 45)], RegisterFile.Units("u", RegisterFile.Write([new ResponseUnit("u", "q", 3, 45)]), stations).Value!);
    }

    private static string Hospital(string ring) =>
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"code\":\"H1\",\"name\":\"医院\",\"level\":3,\"free_beds\":12,\"skills\":\"trauma;burns\"},"
        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}}]}";
}
