using System.Text;
using CityLoom.Reach.Osm;
using CityLoom.Reach.Roads;

namespace CityLoom.Oracles.Roads;

public sealed class HostileRoadFileTests
{
    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("hello, this is a text and no PBF", "is no length of a blob's header")]
    public void What_is_no_pbf_is_refused_with_the_byte(string content, string words)
    {
        var refused = Assert.Throws<RoadFileException>(() => RoadImport.Read(Graphs.Text(content)));
        Assert.Contains("byte 0", refused.Message, StringComparison.Ordinal);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pbf_cut_off_anywhere_is_refused_and_never_crashes()
    {
        var whole = Small().Build().ToArray();
        for (var length = 1; length < whole.Length; length++)
        {
            var refused = Assert.Throws<RoadFileException>(() => RoadImport.Read(new MemoryStream(whole[..length])));
            Assert.True(refused.Message.Contains("cut off", StringComparison.Ordinal) || refused.Message.Contains("no way is a road", StringComparison.Ordinal), refused.Message);
        }
    }

    [Fact]
    public void A_pbf_with_any_byte_altered_is_read_or_refused_but_never_crashes()
    {
        var whole = Small().Build().ToArray();
        for (var at = 0; at < whole.Length; at++)
        {
            foreach (var change in new byte[] { 0x01, 0x80, 0xff })
            {
                var altered = whole.ToArray();
                altered[at] ^= change;
                var thrown = Record.Exception(() => RoadImport.Read(new MemoryStream(altered)));
                Assert.True(thrown is null or RoadFileException, $"byte {at}: {thrown}");
            }
        }
    }

    [Fact]
    public void Unpacked_content_altered_anywhere_is_read_or_refused_but_never_crashes()
    {
        var random = new Random(5);
        for (var round = 0; round < 2000; round++)
        {
            var content = new byte[random.Next(1, 60)];
            random.NextBytes(content);
            byte[] file = [.. PbfBuilder.Blob("OSMHeader", []), .. PbfBuilder.Blob("OSMData", content)];
            var thrown = Record.Exception(() => RoadImport.Read(new MemoryStream(file)));
            Assert.True(thrown is null or RoadFileException, $"{Convert.ToHexString(content)}: {thrown}");
        }
    }

    [Fact]
    public void Places_that_are_not_on_the_earth_are_named()
    {
        var refused = Assert.Throws<RoadFileException>(() => RoadImport.Read(new PbfBuilder().Node(1, 0, 0).Node(77, 0, 91).Way(1, "highway=primary", 1, 77).Build()));
        Assert.Matches("^byte [0-9]+: .*node 77 lies at longitude 0, latitude 91, which is not on the earth", refused.Message);
    }

    [Fact]
    public void A_feature_that_is_not_understood_is_refused_by_name() =>
        Assert.Contains("HistoricalInformation", Assert.Throws<RoadFileException>(() => RoadImport.Read(new PbfBuilder { Feature = "HistoricalInformation" }.Build())).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_without_roads_is_refused() =>
        Assert.Contains("no way is a road", Assert.Throws<RoadFileException>(() => RoadImport.Read(new PbfBuilder().Node(1, 0, 0).Build())).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "no line 'p sp NODES ARCS'")]
    [InlineData("p sp 2 1\n", "after 0 of 1 arcs")]
    [InlineData("p sp 2 1\na 1 3 5\n", "line 2: the arc 1 → 3")]
    [InlineData("p sp 2 1\na 1 2 -5\n", "line 2: the time -5")]
    [InlineData("p sp 2 1\na 1 2 3000000000\n", "line 2: the time 3000000000")]
    [InlineData("p sp 2 1\na 1 2 x\n", "line 2: 'a' is followed by")]
    [InlineData("p sp 2 1\nb 1 2 3\n", "line 2: a line begins with")]
    [InlineData("a 1 2 3\np sp 2 1\n", "line 1: the arc 1 → 2")]
    public void A_damaged_dimacs_graph_is_refused_with_its_line(string graph, string words) =>
        Assert.Contains(words, Assert.Throws<RoadFileException>(() => DimacsReader.Read(Graphs.Text(graph))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("v 1 0 0\n", "1 of 2 nodes")]
    [InlineData("v 1 0 0\nv 1 0 0\n", "line 2")]
    [InlineData("v 1 0 0\nv 2 0 91000000\n", "line 2")]
    public void Damaged_coordinates_are_refused(string coordinates, string words) => Assert.Contains(
        words, Assert.Throws<RoadFileException>(() => DimacsReader.Read(Graphs.Text("p sp 2 0\n"), Graphs.Text(coordinates))).Message, StringComparison.Ordinal);

    [Fact]
    public void Damaged_gzip_is_refused() => Assert.Contains(
        "gzip", Assert.Throws<RoadFileException>(() => DimacsReader.Read(new MemoryStream([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 255, 255, 255, 255, 1]))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("speedsKmh", "speedKmh")]
    [InlineData("\"primary\": 55", "\"primary\": -1")]
    [InlineData("[1.1, 1.1,", "[1.1,")]
    public void A_profile_that_cannot_be_driven_by_is_refused(string good, string bad)
    {
        using var json = typeof(RoadNetwork).Assembly.GetManifestResourceStream("profiles.json")!;
        using var reader = new StreamReader(json);
        var text = reader.ReadToEnd();
        Assert.Contains(good, text, StringComparison.Ordinal);
        Assert.Throws<RoadFileException>(() => Reach.Profiles.ProfileBook.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.Replace(good, bad, StringComparison.Ordinal)))));
    }

    private static PbfBuilder Small() => new PbfBuilder().Node(1, 0, 0).Node(2, 0.001, 0, "barrier=gate access=private").Node(3, 0.002, 0)
        .Way(1, "highway=residential maxspeed=30", 1, 2, 3).Way(2, "highway=primary oneway=yes", 3, 1);
}
