using CityLoom.Reach.Geo;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;

namespace CityLoom.Oracles.Roads;

public sealed class AreaTests
{
    [Fact]
    public void A_ring_of_roads_is_one_area_with_a_hole()
    {
        var network = Network("p sp 4 4\na 1 2 1\na 2 3 1\na 3 4 1\na 4 1 1\n", "v 1 0 0\nv 2 20000 0\nv 3 20000 20000\nv 4 0 20000\n");
        var area = ReachArea.Of(network, Whole(network));
        Assert.Equal(2, Assert.Single(area).Count);
        Assert.True(Area(area[0][0]) > 0 && Area(area[0][1]) < 0);
        Assert.All(area[0], ring => Assert.Equal(ring[0], ring[^1]));
    }

    [Fact]
    public void Roads_far_apart_are_two_areas_and_no_roads_are_none()
    {
        var network = Network("p sp 4 2\na 1 2 1\na 3 4 1\n", "v 1 0 0\nv 2 1000 0\nv 3 50000 0\nv 4 51000 0\n");
        Assert.Equal(2, ReachArea.Of(network, Whole(network)).Count);
        Assert.Empty(ReachArea.Of(network, []));
    }

    [Fact]
    public void Any_set_of_cells_is_covered_by_rings_that_never_cross()
    {
        var random = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var (cells, filled) = (new CellSet(8, 8), new HashSet<(int, int)>());
            for (var i = 0; i < 30; i++)
            {
                var (x, y) = (random.Next(8), random.Next(8));
                cells.Fill(x, y);
                filled.Add((x, y));
            }
            var outlines = cells.Outlines().ToList();
            var points = outlines.SelectMany(part => part).SelectMany(ring => ring.Skip(1)).ToList();
            Assert.Equal(points.Count, points.Distinct().Count());
            Assert.All(outlines, part => Assert.Single(part, ring => Area(ring.Select(at => new Position(at.X, at.Y)).ToArray()) > 0));
            for (var x = 0; x < 8; x++)
            {
                for (var y = 0; y < 8; y++)
                {
                    var inside = outlines.Count(part => part.Count(ring => Contains(ring, (2 * x) + 1, (2 * y) + 1)) % 2 == 1);
                    Assert.Equal(filled.Contains((x, y)) ? 1 : 0, inside);
                }
            }
        }
    }

    [Fact]
    public void An_area_as_wide_as_the_world_is_drawn_with_larger_cells()
    {
        var network = Network("p sp 2 1\na 1 2 1\n", "v 1 -170000000 -60000000\nv 2 170000000 60000000\n");
        Assert.Single(ReachArea.Of(network, Whole(network)));
    }

    private static List<RoadPart> Whole(RoadNetwork network) => Enumerable.Range(0, network.ArcCount).Select(arc => new RoadPart(arc, 0, 1)).ToList();

    private static RoadNetwork Network(string graph, string places) => DimacsReader.Read(Graphs.Text(graph), Graphs.Text(places)).Network;

    private static double Area(Position[] ring) =>
        Enumerable.Range(1, ring.Length - 1).Sum(i => ((double)ring[i - 1].E7Longitude * ring[i].E7Latitude) - ((double)ring[i].E7Longitude * ring[i - 1].E7Latitude));

    private static bool Contains(List<(int X, int Y)> ring, double x, double y)
    {
        var inside = false;
        for (var i = 1; i < ring.Count; i++)
        {
            var (a, b) = (ring[i - 1], ring[i]);
            if ((a.Y + 0.01 > y) != (b.Y + 0.01 > y) && x < a.X + ((y - a.Y - 0.01) / (b.Y - a.Y) * (b.X - a.X)))
            {
                inside = !inside;
            }
        }
        return inside;
    }
}
