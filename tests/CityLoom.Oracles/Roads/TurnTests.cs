using CityLoom.Reach.Osm;
using CityLoom.Reach.Profiles;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;

namespace CityLoom.Oracles.Roads;

/// <summary>Turn restrictions of an extract at a crossing of four arms: way <c>n</c> leads from node <c>n</c> to node 5.</summary>
public sealed class TurnTests
{
    private static readonly Profile Civil = ProfileBook.Own.Single(profile => profile.Name == "civil");
    private static readonly Profile Ambulance = ProfileBook.Own.Single(profile => profile.Name == "ambulance");

    [Theory]
    [InlineData("restriction=no_left_turn", "from:w1 via:n5 to:w3", "1>3")]
    [InlineData("restriction=no_u_turn", "from:w1 via:n5 to:w1", "1>1")]
    [InlineData("restriction=only_straight_on", "from:w1 via:n5 to:w2", "1>1 1>3 1>4")]
    [InlineData("restriction=no_entry", "from:w1 from:w2 via:n5 to:w3", "1>3 2>3")]
    [InlineData("restriction=no_exit", "from:w1 via:n5 to:w3 to:w4", "1>3 1>4")]
    [InlineData("restriction:motorcar=no_left_turn", "from:w1 via:n5 to:w3", "1>3")]
    [InlineData("restriction:motor_vehicle=no_left_turn", "from:w1 via:n5 to:w3", "1>3")]
    [InlineData("restriction=no_left_turn except=bicycle;psv", "from:w1 via:n5 to:w3", "1>3")]
    public void A_restriction_at_a_node_forbids_its_turns_and_no_others(string tags, string members, string forbidden)
    {
        var report = Crossing(tags, members);
        Assert.Equal(new TurnCounts(1, 1), report.Turns);
        Assert.Equal(forbidden.Split(' '), Marked(report.Network, ArcLimits.NoTurn));
        Assert.Equal(16, report.Network.Facts.ToArray().Count(arc => arc.Centimetres == 0));
    }

    [Theory]
    [InlineData("restriction=no_left_turn except=motorcar", "from:w1 via:n5 to:w3")]
    [InlineData("restriction=no_left_turn except=psv;motor_vehicle", "from:w1 via:n5 to:w3")]
    [InlineData("restriction:hgv=no_left_turn", "from:w1 via:n5 to:w3")]
    [InlineData("restriction:conditional=no_left_turn@(Mo-Fr)", "from:w1 via:n5 to:w3")]
    [InlineData("restriction=no_left_turn hour_on=07:00 hour_off=09:00", "from:w1 via:n5 to:w3")]
    [InlineData("restriction=no_left_turn", "from:w1 via:w2 to:w3")]
    [InlineData("restriction=no_left_turn", "from:w1 via:n5 via:n6 to:w3")]
    [InlineData("restriction=no_left_turn", "from:w1 via:n99 to:w3")]
    [InlineData("restriction=no_left_turn", "from:w1 to:w3")]
    [InlineData("restriction=no_left_turn", "from:w1 via:n5 to:w99")]
    [InlineData("restriction=unknown", "from:w1 via:n5 to:w3")]
    public void What_is_not_kept_is_counted_and_leaves_the_junction_whole(string tags, string members)
    {
        var report = Crossing(tags, members);
        Assert.Equal((1, 0, 1), (report.Turns.Read, report.Turns.Applied, report.Turns.Skipped));
        Assert.Equal((5, 8), (report.Network.NodeCount, report.Network.ArcCount));
    }

    [Theory]
    [InlineData("restriction=no_left_turn", "from:w1 via:n5 to:w3", false, true)]
    [InlineData("restriction=only_straight_on", "from:w1 via:n5 to:w2", false, true)]
    [InlineData("restriction=only_left_turn", "from:w1 via:n5 to:w3", true, true)]
    [InlineData("restriction:emergency=no_left_turn", "from:w1 via:n5 to:w3", true, false)]
    public void Civil_traffic_keeps_it_and_an_ambulance_passes(string tags, string members, bool civil, bool ambulance)
    {
        var network = Crossing(tags, members).Network;
        Assert.Equal((civil, ambulance), (Reached(network, Civil, 1, 3, 40), Reached(network, Ambulance, 1, 3, 28)));
        Assert.True(Reached(network, Civil, 1, 3, 70));
        Assert.True(Reached(network, Civil, 3, 1, 40));
    }

    [Fact]
    public void A_one_way_road_is_meant_only_in_its_direction()
    {
        var report = Net("oneway=yes").Relation(1, "type=restriction restriction=no_left_turn", "from:w2 via:n5 to:w1").Build();
        Assert.Equal(new TurnCounts(1, 0), RoadImport.Read(report).Turns);
    }

    [Fact]
    public void A_relation_whose_lists_differ_in_length_is_damage_with_its_byte()
    {
        var fault = Assert.Throws<RoadFileException>(() => RoadImport.Read(Net().Relation(1, "type=restriction", "from:w1", dropKind: true).Build()));
        Assert.Contains("byte ", fault.Message, StringComparison.Ordinal);
        Assert.Contains("1 members, 1 roles and 0 kinds", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Porto_keeps_its_restrictions()
    {
        using var stream = File.OpenRead(Reference.Shared("data", "roads", "porto.osm.pbf"));
        var report = RoadImport.Read(stream);
        Assert.Equal((357, 337, 20), (report.Turns.Read, report.Turns.Applied, report.Turns.Skipped));
        var (civil, ambulance) = (Civil.Times(report.Network), Ambulance.Times(report.Network));
        var marked = Enumerable.Range(0, report.Network.ArcCount).Where(arc => report.Network.Facts[arc].Limits.HasFlag(ArcLimits.NoTurn)).ToList();
        Assert.True(marked.Count >= report.Turns.Applied);
        Assert.All(marked, arc => Assert.Equal(TravelTimes.Closed, civil.OfArc[arc]));
        Assert.Contains(marked, arc => ambulance.OfArc[arc] != TravelTimes.Closed);
    }

    private static PbfBuilder Net(string first = "") => new PbfBuilder()
        .Node(5, 0, 0).Node(1, -0.001, 0).Node(2, 0.001, 0).Node(3, 0, 0.001).Node(4, 0, -0.001)
        .Way(1, $"highway=residential {first}", 1, 5).Way(2, "highway=residential", 2, 5).Way(3, "highway=residential", 3, 5).Way(4, "highway=residential", 4, 5);

    private static RoadImportReport Crossing(string tags, string members) => RoadImport.Read(Net().Relation(1, $"type=restriction {tags}", members).Build());

    /// <summary>Marked turns as the outer ends of their arms.</summary>
    private static string[] Marked(RoadNetwork network, ArcLimits limit) =>
        [.. Enumerable.Range(0, network.ArcCount).Where(arc => network.Facts[arc].Limits.HasFlag(limit)).Select(arc => $"{Before(network, network.Tails[arc])}>{After(network, network.Heads[arc])}").Order(StringComparer.Ordinal)];

    private static long Before(RoadNetwork network, int node) => network.Ids[network.Tails[Enumerable.Range(0, network.ArcCount).Single(arc => network.Heads[arc] == node)]];

    private static long After(RoadNetwork network, int node) => network.Ids[network.Heads[network.FirstArc[node]]];

    private static bool Reached(RoadNetwork network, Profile profile, long from, long to, int seconds)
    {
        var search = new ReachSearch(profile.Times(network));
        search.Run(network.NodeOf(from), seconds * 1000);
        return search[network.NodeOf(to)] >= 0;
    }
}
