using CityLoom.Reach.Osm;
using CityLoom.Reach.Profiles;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;

namespace CityLoom.Oracles.Roads;

public sealed class OsmTests
{
    private static readonly Profile Civil = ProfileBook.Own.Single(profile => profile.Name == "civil");
    private static readonly Profile Ambulance = ProfileBook.Own.Single(profile => profile.Name == "ambulance");

    [Theory]
    [InlineData("porto.osm.pbf", 347_944, 51_458)]
    [InlineData("andorra.osm.pbf", 69_644, 2_725)]
    public void Extracts_hold_what_their_description_says(string file, int nodes, int ways)
    {
        using var stream = File.OpenRead(Reference.Shared("data", "roads", file));
        var report = RoadImport.Read(stream);
        Assert.Equal((nodes, ways), (report.Counts.Nodes, report.Counts.Ways));
        var times = Civil.Times(report.Network);
        Assert.Contains(times.OfArc.ToArray(), time => time != TravelTimes.Closed);
    }

    [Fact]
    public void A_way_is_cut_at_crossings_only_and_keeps_its_course_between()
    {
        var network = Square().Network;
        Assert.Equal([1, 2, 3, 4], network.Ids.ToArray().Order());
        var arc = Enumerable.Range(0, network.ArcCount).Single(arc => (network.Ids[network.Tails[arc]], network.Ids[network.Heads[arc]]) == (4, 1));
        Assert.Equal([0.0, 0.0005, 0.001], network.Shape(network.Opposite(arc)).Select(place => place.Latitude));
        Assert.Equal([0.001, 0.0005, 0.0], network.Shape(arc).Select(place => place.Latitude));
        Assert.Equal(111.2, network.Metres(arc), 0.1);
    }

    [Fact]
    public void Against_a_one_way_road_an_ambulance_goes_slowly_and_others_not_at_all()
    {
        var network = Square("oneway=yes").Network;
        Assert.Equal((0, 3), (Reached(network, Civil, 2, 1, 20), Reached(network, Civil, 1, 2, 20) + Reached(network, Ambulance, 1, 2, 20) + Reached(network, Ambulance, 2, 1, 40)));
        Assert.Equal(0, Reached(network, Ambulance, 2, 1, 25));
    }

    [Theory]
    [InlineData("barrier=gate", true, true)]
    [InlineData("barrier=gate access=private", false, true)]
    [InlineData("barrier=bollard", false, false)]
    [InlineData("barrier=bollard bollard=removable", false, true)]
    [InlineData("barrier=bollard motor_vehicle=yes", true, true)]
    [InlineData("barrier=toll_booth", true, true)]
    public void Barriers_let_through_whom_they_should(string tags, bool civil, bool ambulance)
    {
        var network = RoadImport.Read(new PbfBuilder().Node(1, 0, 0).Node(2, 0.001, 0, tags).Node(3, 0.002, 0).Node(4, 0.001, 0.02)
            .Way(1, "highway=residential", 1, 2, 3).Way(2, "highway=residential", 1, 4, 3).Build()).Network;
        Assert.Equal((civil, ambulance), (Reached(network, Civil, 1, 3, 60) > 0, Reached(network, Ambulance, 1, 3, 60) > 0));
    }

    [Theory]
    [InlineData("highway=residential access=private", false, true)]
    [InlineData("highway=service motor_vehicle=no", false, true)]
    [InlineData("highway=busway", false, true)]
    [InlineData("highway=residential emergency=no", true, false)]
    [InlineData("highway=residential access=no motor_vehicle=yes", true, true)]
    [InlineData("highway=pedestrian", false, true)]
    public void Roads_are_open_to_whom_they_should(string tags, bool civil, bool ambulance)
    {
        var network = RoadImport.Read(new PbfBuilder().Node(1, 0, 0).Node(2, 0.001, 0).Node(3, 0.001, 0.05)
            .Way(1, tags, 1, 2).Way(2, "highway=primary", 1, 3, 2).Build()).Network;
        Assert.Equal((civil, ambulance), (Reached(network, Civil, 1, 2, 60) > 0, Reached(network, Ambulance, 1, 2, 60) > 0));
    }

    [Fact]
    public void Roads_that_lead_nowhere_back_are_closed_to_those_who_would_be_trapped()
    {
        var network = RoadImport.Read(new PbfBuilder().Node(1, 0, 0).Node(2, 0.001, 0).Node(3, 0.002, 0)
            .Way(1, "highway=primary", 1, 2).Way(2, "highway=residential oneway=yes", 2, 3).Build()).Network;
        Assert.Equal((0, 1), (Reached(network, Civil, 2, 3, 600), Reached(network, Ambulance, 2, 3, 600)));
    }

    [Fact]
    public void Posted_limits_and_the_hour_of_the_day_change_the_time()
    {
        static int Time(string tags, Profile profile, int? hour) => profile.Times(RoadImport.Read(new PbfBuilder().Node(1, 0, 0).Node(2, 0.01, 0)
            .Way(1, $"highway=primary {tags}", 1, 2).Build()).Network, hour).OfArc[0];

        Assert.Equal(Time("", Civil, null) * 55.0 / 45, Time("maxspeed=50", Civil, null), 2.0);
        Assert.Equal(Time("maxspeed=50", Civil, null), Time("maxspeed=PT:urban", Civil, null));
        Assert.Equal(Time("", Civil, null) / Civil.ArterialByHour[18], Time("", Civil, 18), 2.0);
        Assert.InRange(Time("", Ambulance, 18), 1, Time("", Civil, 18) - 1);
    }

    [Fact]
    public void A_ring_without_crossings_has_somewhere_to_snap_to()
    {
        var network = RoadImport.Read(new PbfBuilder().Node(1, 0, 0).Node(2, 0.001, 0).Node(3, 0.001, 0.001).Way(1, "highway=residential", 1, 2, 3, 1).Build()).Network;
        Assert.Equal((2, 4), (network.NodeCount, network.ArcCount));
    }

    private static RoadImportReport Square(string tags = "") => RoadImport.Read(new PbfBuilder()
        .Node(1, 0, 0).Node(2, 0.001, 0).Node(3, 0.001, 0.001).Node(4, 0, 0.001).Node(5, 0, 0.0005)
        .Way(1, $"highway=residential {tags}", 1, 2).Way(2, "highway=residential", 2, 3).Way(3, "highway=residential", 3, 4).Way(4, "highway=residential", 1, 5, 4)
        .Way(5, "highway=footway", 1, 3).Way(6, "building=yes", 1, 2, 3, 1).Build());

    private static int Reached(RoadNetwork network, Profile profile, long from, long to, int seconds)
    {
        var search = new ReachSearch(profile.Times(network));
        search.Run(network.NodeOf(from), seconds * 1000);
        return search[network.NodeOf(to)] >= 0 ? 1 : 0;
    }
}
