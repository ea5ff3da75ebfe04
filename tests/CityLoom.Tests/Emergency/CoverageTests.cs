using CityLoom.City.Territories;
using CityLoom.Emergency.Coverage;
using CityLoom.Emergency.Incidents;
using CityLoom.Emergency.Roads;
using CityLoom.Emergency.Stations;
using CityLoom.Reach.Cover;
using CityLoom.Reach.Locate;
using CityLoom.Reach.Roads;

namespace CityLoom.Tests.Emergency;

/// <summary>What the planner's page says, against reckoning it otherwise.</summary>
public sealed class CoverageTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Figures_are_those_of_one_search_over_all_stations_at_once(int seed)
    {
        using var town = new LatticeTown(seed);
        var net = town.Fresh();

        var figures = net.Figures(town.Stations);

        foreach (var district in new[] { "11", "12" })
        {
            var limit = TimeSpan.FromSeconds(LatticeTown.Tight.Drive(town.Trees.Territories.Find(district)));
            var people = town.People.Where(p => town.Trees.Territories.Within(p.Territory, district)).Select(p => new Populated(district, At(p.Longitude, p.Latitude), p.People)).ToList();
            var expected = TerritoryCover.Of(net.Roads.Times, [.. town.Stations.Select(s => At(s.Longitude, s.Latitude))], people, limit, OpenRoads.AccessKmh).Single();
            var row = figures.Districts.Single(d => d.Territory == district);
            Assert.Equal((expected.Total, expected.Covered, expected.Twice), (row.People, row.Covered, row.Twice));
        }

        Assert.Equal(figures.Districts.Sum(d => d.Covered), figures.Streets.Sum(s => s.Covered));
        Assert.Equal(figures.City.People - figures.City.Covered, figures.Uncovered.Sum(p => town.People[p].People));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Moving_one_station_searches_once_and_says_what_reckoning_afresh_says(int seed)
    {
        using var town = new LatticeTown(seed);
        var (net, random) = (town.Fresh(), new Random(seed));
        _ = net.Figures(town.Stations);
        for (var move = 0; move < 8; move++)
        {
            var (x, y) = LatticeTown.Somewhere(random);
            var plan = new StationPlan([($"s{random.Next(town.Stations.Count)}", new GeoPoint(x, y))], [], []);
            var before = net.Found.Searches;

            var kept = net.Figures(plan.Apply(town.Stations).Value);
            var afresh = town.Fresh().Figures(plan.Apply(town.Stations).Value);

            Assert.Equal(1, net.Found.Searches - before);
            Assert.Equal(afresh.City, kept.City);
            Assert.Equal(afresh.Districts, kept.Districts);
            Assert.Equal(afresh.Streets, kept.Streets);
            Assert.Equal(afresh.Uncovered, kept.Uncovered);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void The_best_place_for_one_more_is_the_best_of_all_candidates(int seed)
    {
        using var town = new LatticeTown(seed, points: 80, stations: 2);
        var net = town.Fresh();
        var before = net.Figures(town.Stations).City.Covered;

        var siting = SiteNext.Run(net, StationPlan.None, 1).Value;

        var best = net.People.ZonePoints.Select(p => town.People[p])
            .Max(p => net.Figures([.. town.Stations, new Station("+1", "+1", "", p.Longitude, p.Latitude)]).City.Covered);
        Assert.True(siting.Proved);
        Assert.Equal(best, siting.Covered);
        Assert.Equal((best, before), (siting.Bound, siting.Before));
        Assert.Equal(siting.Covered, net.Figures(StationPlan.Parse(siting.Plan).Value.Apply(town.Stations).Value).City.Covered, 0.5);
        Assert.Equal(siting.All - siting.Covered, siting.Left.Sum(l => l.People), 0.5);
    }

    [Fact]
    public void Nobody_is_covered_without_a_station()
    {
        using var town = new LatticeTown(1);

        var figures = town.Fresh().Figures([]);

        Assert.Equal(0, figures.City.Covered);
        Assert.Equal(figures.City.People * 0.95, figures.Districts.Single(d => d.Territory == "11").Gap + (0.95 * figures.Districts.Single(d => d.Territory == "12").People), 0.5);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Driving_there_takes_what_being_driven_to_takes(int seed)
    {
        using var town = new LatticeTown(seed);
        var roads = town.Fresh().Roads;
        var (from, to) = (At(town.Stations[0].Longitude, town.Stations[0].Latitude), At(town.People[0].Longitude, town.People[0].Latitude));

        var outward = new DriveTimes(roads, from, Heading.Outward).Seconds(to);
        var inward = new DriveTimes(roads, to, Heading.Inward).Seconds(from);

        Assert.NotNull(outward);
        Assert.Equal(outward, inward);
    }

    [Fact]
    public void The_same_outlines_give_the_same_drawn_roads_and_only_bridges_cross_the_river()
    {
        using var town = new LatticeTown(1);
        var river = new River("河", [new GeoPoint(LatticeTown.West + 0.07, LatticeTown.South - 0.1), new GeoPoint(LatticeTown.West + 0.075, LatticeTown.South + 0.3)]);

        var (first, second, dry) = (DrawRoads.Over(town.Trees.Map, _ => true, [river]), DrawRoads.Over(town.Trees.Map, _ => true, [river]), DrawRoads.Over(town.Trees.Map, _ => true, []));

        Assert.Equal(first.Heads.ToArray(), second.Heads.ToArray());
        Assert.Equal(first.Positions.ToArray(), second.Positions.ToArray());
        Assert.Equal(dry.NodeCount, first.NodeCount);
        var (crossing, bridges) = (Crossing(dry), Crossing(first));
        Assert.InRange(bridges, 2, crossing / 4);
        var times = new TravelTimes(first, [.. first.Facts.ToArray().Select(f => f.Centimetres)]).WithoutTraps();
        Assert.True(times.OfArc.ToArray().Count(t => t != TravelTimes.Closed) > first.ArcCount * 0.9, "most roads hang together across the river");
    }

    private static int Crossing(RoadNetwork roads)
    {
        var count = 0;
        for (var arc = 0; arc < roads.ArcCount; arc++)
        {
            count += East(roads.Positions[roads.Tails[arc]]) != East(roads.Positions[roads.Heads[arc]]) ? 1 : 0;
        }

        return count;
    }

    private static bool East(Position place) => place.Longitude > LatticeTown.West + 0.07 + (0.005 * (place.Latitude - LatticeTown.South + 0.1) / 0.4);

    private static Position At(double longitude, double latitude) => Position.OfDegrees(longitude, latitude);
}
