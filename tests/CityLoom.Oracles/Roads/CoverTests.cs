using CityLoom.Reach.Cover;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;

namespace CityLoom.Oracles.Roads;

public sealed class CoverTests
{
    private static readonly Position West = Position.OfDegrees(0.0005, 0);

    [Fact]
    public void People_are_counted_by_territory_with_the_most_uncovered_first()
    {
        var people = new Populated[] { new("A", West, 10), new("A", Position.OfDegrees(0.0035, 0), 5), new("B", Position.OfDegrees(0.0015, 0), 7), new("C", Position.OfDegrees(20, 20), 4) };
        var lines = TerritoryCover.Of(Road(), [West], people, TimeSpan.FromSeconds(1));
        Assert.Equal(["A", "C", "B"], lines.Select(line => line.Territory));
        Assert.Equal([10.0, 0.0, 7.0], lines.Select(line => line.Covered));
        Assert.Equal(0.5, lines[2].MeanSeconds, 0.01);
    }

    [Fact]
    public void Two_stations_cover_twice_and_one_station_with_two_ends_does_not()
    {
        var people = new Populated[] { new("A", Position.OfDegrees(0.0025, 0), 1) };
        Assert.Equal(0, TerritoryCover.Of(Road(), [West], people, TimeSpan.FromSeconds(3))[0].Twice);
        Assert.Equal(1, TerritoryCover.Of(Road(), [West, Position.OfDegrees(0.0035, 0)], people, TimeSpan.FromSeconds(3))[0].Twice);
    }

    [Fact]
    public void On_the_same_one_way_road_a_station_behind_is_near_and_one_ahead_is_far()
    {
        var times = DimacsReader.Read(Graphs.Text("p sp 2 1\na 1 2 1000\n"), Graphs.Text("v 1 0 0\nv 2 2000 0\n"));
        var place = Position.OfDegrees(0.001, 0);
        Assert.Equal(new NearestOrigin(0, 250), new PlaceLabels(times, [West], 5000, 30).Of(place).First);
        Assert.Equal(NearestOrigin.None, new PlaceLabels(times, [Position.OfDegrees(0.0015, 0)], 5000, 30).Of(place).First);
    }

    [Fact]
    public void A_case_without_a_file_says_which() =>
        Assert.Contains("nodes.csv", Assert.Throws<RoadFileException>(() => CoverCase.Read(Path.GetTempPath() + "no-such-case")).Message, StringComparison.Ordinal);

    /// <summary>A straight road of two steps, 1 000 units and 0.002 degrees each, both ways.</summary>
    private static TravelTimes Road() =>
        DimacsReader.Read(Graphs.Text("p sp 3 4\na 1 2 1000\na 2 1 1000\na 2 3 1000\na 3 2 1000\n"), Graphs.Text("v 1 0 0\nv 2 2000 0\nv 3 4000 0\n"));
}
