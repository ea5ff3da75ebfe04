using CityLoom.Oracles.Roads;
using CityLoom.Tests.Reading.Verb;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Reach;

public sealed class ReachVerbTests : IDisposable
{
    private readonly TemporaryFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Each_start_is_written_with_how_many_nodes_it_reaches_and_their_times()
    {
        var result = Reach(Ring(), "--limit", "10");

        Assert.Equal((0, "node,count,sum\n1,3,15\n4,1,0\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public void With_targets_the_times_to_them_are_added_without_a_limit()
    {
        var result = Reach(Ring(), "--targets", _files.Write("targets.csv", "node", "4", "3"));

        Assert.Equal((0, "node,sum_to_targets\n1,25\n4,30\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public void Blanks_tabs_and_empty_lines_in_a_graph_change_nothing()
    {
        var loose = _files.Write("loose.gr", "c a ring", "", "  ", " p\tsp  4 4 ", "a\t1 2  5\r", " a 2 3 5", "a 3 4 15", "a 4 1 15 ");

        var result = Reach(loose, "--limit", "3000000000");

        Assert.Equal((0, "node,count,sum\n1,4,40\n4,4,60\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public void A_damaged_graph_and_an_unknown_node_are_named_by_their_line()
    {
        var damaged = Reach(_files.Write("damaged.gr", "p sp 2 1", "a 1 x 5"), "--limit", "10");
        var unknown = Reach(_files.Write("small.gr", "p sp 2 1", "a 1 2 5"), "--limit", "10");

        Assert.Equal((1, 1), (damaged.ExitCode, unknown.ExitCode));
        Assert.Contains("damaged.gr: graph, line 2", damaged.Errors, StringComparison.Ordinal);
        Assert.Contains("sources.csv, line 3", unknown.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "8")]
    [InlineData("2", "10")]
    public void Cover_weighs_the_demand_reached_within_the_limit(string minutes, string covered)
    {
        _files.Write("case/nodes.csv", "node,lon,lat,off_road_access", "1,0,0,1", "2,0.001,0,1", "3,0.002,0,1");
        _files.Write("case/arcs.csv", "from,to,lights_and_sirens_s", "1,2,30", "2,3,90");
        _files.Write("case/stations.csv", "index,x,y", "1,0,0");
        _files.Write("case/demand-points.csv", "id,lon,lat,weight", "a,0,0,5", "b,0.001,0,3", "c,0.002,0,2");

        var result = CityLoomProcess.Run(["reach", "cover", "--case", _files["case"], "--minutes", minutes]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"weight_covered\t{covered}\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_imported_extract_becomes_a_graph_that_can_be_shown()
    {
        var (extract, graph) = (_files["town.osm.pbf"], _files["town.graph"]);
        File.WriteAllBytes(extract, new PbfBuilder().Node(1, 0, 0).Node(2, 0.01, 0).Node(3, 0.01, 0.01).Way(7, "highway=residential", 1, 2).Way(8, "highway=primary", 2, 3).Build().ToArray());

        var import = CityLoomProcess.Run(["roads", "import", extract, "--out", graph, "--summary"]);
        var show = CityLoomProcess.Run(["roads", "show", graph]);

        Assert.Equal((0, 0), (import.ExitCode, show.ExitCode));
        Assert.Contains("road_ways\t2\n", import.Output, StringComparison.Ordinal);
        Assert.Contains("graph_nodes\t3\n", show.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_extract_is_refused_with_its_byte_and_leaves_no_graph()
    {
        var result = CityLoomProcess.Run(["roads", "import", _files.Write("notes.pbf", "not an extract"), "--out", _files["notes.graph"]]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("notes.pbf: byte 0", result.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_files["notes.graph"]));
    }

    private CityLoomProcess.Result Reach(string graph, params string[] options) =>
        CityLoomProcess.Run(["reach", "--graph", graph, "--sources", _files.Write("sources.csv", "node", "1", "4"), .. options, "--out", "-"]);

    /// <summary>Four nodes in a ring of one-way roads, the way home the longest.</summary>
    private string Ring() => _files.Write("ring.gr", "c a ring", "p sp 4 4", "a 1 2 5", "a 2 3 5", "a 3 4 5", "a 4 1 20");
}
