using System.Globalization;
using CityLoom.Reach.Cover;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;

namespace CityLoom.Oracles.Roads;

public sealed class ReferenceNetworkTests
{
    private const int TenMinutes = 166_667;
    private const long GrandTotal = 68_804_387_300;

    [Fact]
    public void New_York_is_reached_to_the_unit()
    {
        var times = Read("USA-road-t.NY.gr.gz", "USA-road-d.NY.co.gz");
        Assert.Equal((264_346, 733_846), (times.Network.NodeCount, times.Network.ArcCount));
        var targets = Rows("ny-expected-targets.csv").Select(row => times.Network.NodeOf(row[0])).ToArray();
        var (search, total) = (new ReachSearch(times), 0L);
        foreach (var row in Rows("ny-expected-sources.csv"))
        {
            var reached = search.Run(times.Network.NodeOf(row[0]), TenMinutes);
            Assert.Equal((row[0], row[1], row[2]), (row[0], reached.Length, Sum(search, reached)));
            search.Run(times.Network.NodeOf(row[0]));
            Assert.Equal((row[0], row[3]), (row[0], Sum(search, targets)));
            total += Sum(search, targets);
        }
        Assert.Equal(GrandTotal, total);
    }

    [Fact]
    public void The_order_of_nodes_changes_no_answer()
    {
        var times = Read("USA-road-t.NY.gr.gz", null);
        var search = new ReachSearch(times);
        foreach (var row in Rows("ny-expected-sources.csv"))
        {
            var reached = search.Run(times.Network.NodeOf(row[0]), TenMinutes);
            Assert.Equal((row[1], row[2]), (reached.Length, Sum(search, reached)));
        }
    }

    [Fact]
    public void Aucklands_stations_cover_the_known_share()
    {
        var report = CoverReport.Of(CoverCase.Read(Reference.Shared("data", "roads", "auckland-ems")), TimeSpan.FromSeconds(430));
        Assert.Equal(4233, report.Nearest.Count);
        Assert.InRange(report.Share, 0.850838 - 0.002, 0.850838 + 0.002);
        Assert.InRange(report.Twice, 1, report.Covered);
    }

    internal static TravelTimes Read(string graph, string? coordinates)
    {
        using var arcs = File.OpenRead(Reference.Shared("data", "roads", graph));
        using var places = coordinates is null ? null : File.OpenRead(Reference.Shared("data", "roads", coordinates));
        return DimacsReader.Read(arcs, places);
    }

    private static long Sum(ReachSearch search, ReadOnlySpan<int> nodes)
    {
        var sum = 0L;
        foreach (var node in nodes)
        {
            sum += search[node];
        }
        return sum;
    }

    private static IEnumerable<long[]> Rows(string name) => File.ReadLines(Reference.Shared("data", "roads", name)).Skip(1)
        .Select(line => line.Split(',').Select(field => long.Parse(field, CultureInfo.InvariantCulture)).ToArray());
}
