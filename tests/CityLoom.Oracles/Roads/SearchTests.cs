using CityLoom.Reach.Hierarchies;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;
using FsCheck.Fluent;

namespace CityLoom.Oracles.Roads;

public sealed class SearchTests
{
    [Fact]
    public void A_node_exactly_at_the_limit_is_reached_and_one_unit_beyond_is_not()
    {
        var search = new ReachSearch(Graphs.Of(3, "1 2 10, 2 3 1"));
        search.Run(Node(search, 1), 10);
        Assert.Equal((0, 10, -1), (search[Node(search, 1)], search[Node(search, 2)], search[Node(search, 3)]));
    }

    [Fact]
    public void On_a_one_way_pair_whom_I_reach_differs_from_who_reaches_me()
    {
        var times = Graphs.Of(3, "1 2 10, 2 3 10, 3 1 50");
        var (outward, inward) = (new ReachSearch(times), new ReachSearch(times, Heading.Inward));
        outward.Run(times.Network.NodeOf(1), 20);
        inward.Run(times.Network.NodeOf(1), 20);
        Assert.Equal(3, outward.Reached.Length);
        Assert.Equal(1, inward.Reached.Length);
    }

    [Fact]
    public void Of_parallel_arcs_the_quicker_counts_and_arcs_of_no_time_are_followed()
    {
        var times = Graphs.Of(4, "1 2 9, 1 2 4, 2 3 0, 3 2 0, 3 4 0");
        var search = new ReachSearch(times);
        search.Run(times.Network.NodeOf(1), 4);
        Assert.All(new[] { 2, 3, 4 }, id => Assert.Equal(4, search[times.Network.NodeOf(id)]));
    }

    [Fact]
    public void Every_search_is_exact_whatever_the_network_and_however_often_it_is_run() => Graphs.Random().Check((times, random) =>
    {
        foreach (var heading in new[] { Heading.Outward, Heading.Inward })
        {
            var search = new ReachSearch(times, heading);
            for (var run = 0; run < 3; run++)
            {
                var starts = Starts(times, random);
                var limit = run == 0 ? int.MaxValue - 1 : random.Next(100);
                search.Run(starts, limit);
                var expected = PlainDijkstra.Run(times, heading, starts, limit);
                Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(node => search[node]));
                Assert.Equal(expected.Count(time => time >= 0), search.Reached.ToArray().Distinct().Count());
            }
        }
    });

    [Fact]
    public void Nearest_and_second_nearest_are_those_of_single_searches() => Graphs.Random().Check((times, random) =>
    {
        var (starts, limit) = (Starts(times, random), random.Next(200));
        var search = new NearestSearch(times, Heading.Outward, withSecond: true);
        search.Run(Starts(times, random), random.Next(200));
        search.Run(starts, limit);
        var single = starts.Select(start => PlainDijkstra.Run(times, Heading.Outward, [start], limit)).ToArray();
        for (var node = 0; node < times.Network.NodeCount; node++)
        {
            var ranked = Enumerable.Range(0, starts.Length).Where(origin => single[origin][node] >= 0)
                .Select(origin => new NearestOrigin(origin, single[origin][node])).OrderBy(o => (o.Time, o.Origin)).ToArray();
            Assert.Equal(ranked.ElementAtOrDefault(0, NearestOrigin.None), search.Nearest(node));
            Assert.Equal(ranked.ElementAtOrDefault(1, NearestOrigin.None), search.Second(node));
        }
    });

    [Fact]
    public void A_matrix_is_the_same_from_either_side() => Graphs.Random().Check((times, random) =>
    {
        var (few, many) = (Nodes(times, random, 2), Nodes(times, random, 6));
        var (wide, tall) = (TravelMatrix.Compute(times, few, many, 150, 1), TravelMatrix.Compute(times, many, few, 150, 1));
        for (var i = 0; i < few.Length; i++)
        {
            for (var j = 0; j < many.Length; j++)
            {
                Assert.Equal(PlainDijkstra.Run(times, Heading.Outward, [new(few[i])], 150)[many[j]], wide[i, j]);
                Assert.Equal(PlainDijkstra.Run(times, Heading.Outward, [new(many[j])], 150)[few[i]], tall[j, i]);
            }
        }
    });

    [Fact]
    public void A_matrix_over_a_hierarchy_is_the_same_as_by_searches() => Graphs.Random().Check((times, random) =>
    {
        var hierarchy = RoadHierarchy.Of(times.Network);
        foreach (var (rows, columns) in new[] { (3, 11), (11, 3) })
        {
            var (origins, destinations) = (Nodes(times, random, rows), Nodes(times, random, columns));
            var slower = new TravelTimes(times.Network, Array.ConvertAll(times.OfArc.ToArray(), time => random.Next(4) == 0 ? TravelTimes.Closed : time + random.Next(9)));
            foreach (var current in new[] { times, slower })
            {
                var (expected, found) = (TravelMatrix.Compute(current, origins, destinations), HierarchyMatrix.Compute(new(hierarchy, current), origins, destinations));
                Assert.All(Enumerable.Range(0, rows * columns), i => Assert.Equal(expected[i / columns, i % columns], found[i / columns, i % columns]));
            }
        }
    });

    [Fact]
    public void New_times_count_at_once_and_leave_searches_with_the_old_ones_alone()
    {
        var old = Graphs.Of(2, "1 2 10");
        var search = new ReachSearch(old);
        var jam = new TravelTimes(old.Network, [30]);
        Assert.Equal(2, search.Run(old.Network.NodeOf(1), 20).Length);
        Assert.Equal(1, new ReachSearch(jam).Run(old.Network.NodeOf(1), 20).Length);
        Assert.Equal(2, search.Run(old.Network.NodeOf(1), 20).Length);
    }

    [Fact]
    public void Closed_arcs_are_never_used()
    {
        var times = Graphs.Of(2, "1 2 10");
        Assert.Equal(1, new ReachSearch(new(times.Network, [TravelTimes.Closed])).Run(times.Network.NodeOf(1)).Length);
    }

    private static int Node(ReachSearch search, int id) => search.Times.Network.NodeOf(id);

    private static Start[] Starts(TravelTimes times, Random random) =>
        Nodes(times, random, 4).Select(node => new Start(node, random.Next(3) == 0 ? random.Next(30) : 0)).ToArray();

    private static int[] Nodes(TravelTimes times, Random random, int count) =>
        Enumerable.Range(0, count).Select(_ => random.Next(times.Network.NodeCount)).ToArray();
}
