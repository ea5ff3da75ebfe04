using System.Globalization;
using CityLoom.Reach.Geo;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;

namespace CityLoom.Oracles.Roads;

public sealed class GeoTests
{
    /// <summary>Vertices of the first eight districts; the ninth was cut in two in one of the files to make it valid.</summary>
    private const int BeforeTheRepairedOne = 4736;

    [Theory]
    [InlineData(114.305, 30.593)]
    [InlineData(116.397, 39.909)]
    [InlineData(87.6, 43.8)]
    [InlineData(121.47, 31.23)]
    public void Gcj02_to_wgs84_and_back_is_within_half_a_metre(double longitude, double latitude)
    {
        var (x, y) = Gcj02.ToWgs84(longitude, latitude);
        var (backX, backY) = Gcj02.FromWgs84(x, y);
        Assert.InRange(Ground.Metres(Position.OfDegrees(longitude, latitude), Position.OfDegrees(backX, backY)), 0, 0.5);
        Assert.InRange(Ground.Metres(Position.OfDegrees(longitude, latitude), Position.OfDegrees(x, y)), 100, 1000);
    }

    [Fact]
    public void In_wuhan_the_shift_is_the_known_one()
    {
        var (x, y) = Gcj02.FromWgs84(114.3, 30.6);
        var (east, north) = Ground.Plane(Position.OfDegrees(114.3, 30.6), Position.OfDegrees(x, y));
        Assert.Equal((521, -268), (east, north), (a, b) => Math.Abs(a.Item1 - b.Item1) < 2 && Math.Abs(a.Item2 - b.Item2) < 2);
    }

    [Fact]
    public void The_districts_published_in_gcj02_lie_where_the_converted_file_says()
    {
        var shifted = Numbers("wuhan-districts.gcj02.geojson");
        var plain = Numbers("wuhan-districts.wgs84.geojson");
        for (var i = 0; i < BeforeTheRepairedOne; i += 101)
        {
            var converted = Gcj02.Read(shifted[i].X, shifted[i].Y, Datum.Gcj02);
            Assert.InRange(Ground.Metres(converted, Position.OfDegrees(plain[i].X, plain[i].Y)), 0, 0.5);
        }
    }

    [Fact]
    public void Outside_china_nothing_is_shifted() => Assert.Equal((-8.61, 41.15), Gcj02.FromWgs84(-8.61, 41.15));

    [Fact]
    public void The_nearest_node_is_the_one_that_looking_at_all_finds()
    {
        var (network, random) = (Scattered(400, 3), new Random(4));
        var index = new NodeIndex(network);
        for (var i = 0; i < 300; i++)
        {
            var place = Position.OfDegrees(114 + (random.NextDouble() * 0.5) - 0.1, 30 + (random.NextDouble() * 0.5) - 0.1);
            var nearest = network.Positions.ToArray().Min(node => Ground.Metres(place, node));
            Assert.Equal(nearest, index.Nearest(place).Metres);
        }
    }

    [Fact]
    public void The_nearest_road_is_the_one_that_looking_at_all_finds()
    {
        var (network, random) = (Scattered(200, 5), new Random(6));
        var (index, times) = (new RoadIndex(network), Open(network));
        for (var i = 0; i < 300; i++)
        {
            var place = Position.OfDegrees(114 + (random.NextDouble() * 0.4) - 0.05, 30 + (random.NextDouble() * 0.4) - 0.05);
            var nearest = Enumerable.Range(0, network.ArcCount).Min(arc => Away(place, network.Shape(arc)));
            Assert.Equal(nearest, index.Nearest(place, times, 1e6)!.Value.MetresOff, 0.01);
        }
    }

    [Fact]
    public void Too_far_from_every_road_is_no_road() => Assert.Null(new RoadIndex(Scattered(20, 1)).Nearest(Position.OfDegrees(10, 10), Open(Scattered(20, 1)), 5000));

    [Fact]
    public void A_place_beside_a_road_that_leads_nowhere_snaps_to_one_that_does()
    {
        var times = DimacsReader.Read(Graphs.Text("p sp 4 3\na 1 2 10\na 2 1 10\na 2 3 10\n"), Graphs.Text("v 1 0 0\nv 2 1000 0\nv 3 2000 0\nv 4 2500 0\n")).WithoutTraps();
        var place = new RoadIndex(times.Network).Nearest(Position.OfDegrees(0.002, 0), times)!.Value;
        Assert.Equal(111.2, place.MetresOff, 0.1);
        Assert.Equal(2, times.Network.Ids[new NodeIndex(times.Network, times.HasWay).Nearest(Position.OfDegrees(0.0025, 0)).Node]);
    }

    [Fact]
    public void From_the_middle_of_a_road_the_reach_is_cut_where_the_time_runs_out()
    {
        var times = Line();
        var place = new RoadIndex(times.Network).Nearest(Position.OfDegrees(0.0005, 0.0001), times)!.Value;
        Assert.Equal(11.1, place.MetresOff, 0.1);
        var parts = RoadPart.ByRoad(times.Network, new RoadReach(times).Run([(place, 0)], 50));
        Assert.Equal(0.5, parts.Sum(part => part.To - part.From), 0.01);
        parts = RoadPart.ByRoad(times.Network, new RoadReach(times).Run([(place, 0)], 100));
        Assert.Equal(2, parts.Count);
        Assert.Equal(1.0, parts.Sum(part => part.To - part.From), 0.01);
    }

    [Fact]
    public void Who_can_be_here_in_time_looks_at_the_road_before_the_place()
    {
        var times = Line();
        var place = new RoadIndex(times.Network).Nearest(Position.OfDegrees(0.001, 0), times)!.Value;
        var parts = RoadPart.ByRoad(times.Network, new RoadReach(times, Heading.Inward).Run([(place, 20)], 50));
        Assert.Equal(0.3, parts.Single().To - parts.Single().From, 0.01);
        Assert.Equal(place.Share, parts.Single().To, 0.01);
    }

    /// <summary>Three nodes 0.002 degrees apart in a row, one-way eastward, 100 units for each step.</summary>
    private static TravelTimes Line() => DimacsReader.Read(Graphs.Text("p sp 3 2\na 1 2 100\na 2 3 100\n"), Graphs.Text("v 1 0 0\nv 2 2000 0\nv 3 4000 0\n"));

    private static TravelTimes Open(RoadNetwork network) => new(network, new int[network.ArcCount]);

    private static double Away(Position place, Position[] line)
    {
        var ((x1, y1), (x2, y2)) = (Ground.Plane(place, line[0]), Ground.Plane(place, line[^1]));
        double At(double t) => Math.Sqrt(Math.Pow(x1 + (t * (x2 - x1)), 2) + Math.Pow(y1 + (t * (y2 - y1)), 2));
        var (low, high) = (0.0, 1.0);
        for (var step = 0; step < 80; step++)
        {
            var (a, b) = (low + ((high - low) / 3), high - ((high - low) / 3));
            (low, high) = At(a) < At(b) ? (low, b) : (a, high);
        }
        return At(low);
    }

    private static RoadNetwork Scattered(int nodes, int seed)
    {
        var random = new Random(seed);
        var arcs = string.Concat(Enumerable.Range(0, nodes).Select(i => $"a {i + 1} {random.Next(nodes) + 1} 5\n"));
        var places = string.Concat(Enumerable.Range(0, nodes).Select(i => $"v {i + 1} {114_000_000 + random.Next(300_000)} {30_000_000 + random.Next(300_000)}\n"));
        return DimacsReader.Read(Graphs.Text($"p sp {nodes} {nodes}\n{arcs}"), Graphs.Text(places)).Network;
    }

    private static (double X, double Y)[] Numbers(string file) => System.Text.RegularExpressions.Regex
        .Matches(File.ReadAllText(Reference.Shared("data", "territory", file)), @"\[(1\d\d\.?\d*),\s?(\d\d\.?\d*)\]")
        .Select(match => (Parsed(match.Groups[1].Value), Parsed(match.Groups[2].Value))).ToArray();

    private static double Parsed(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
