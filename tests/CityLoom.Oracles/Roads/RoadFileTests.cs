using CityLoom.Reach.Osm;
using CityLoom.Reach.Profiles;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;

namespace CityLoom.Oracles.Roads;

public sealed class RoadFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".graph");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_network_comes_back_from_its_file_as_it_was()
    {
        var network = Save();
        using var file = RoadFile.Open(_path);
        Assert.Equal(network.Ids, file.Network.Ids);
        Assert.Equal(network.Heads, file.Network.Heads);
        Assert.Equal(network.Facts, file.Network.Facts);
        Assert.Equal(network.Shape(0), file.Network.Shape(0));
        var (before, after) = (new ReachSearch(ProfileBook.Own[1].Times(network)), new ReachSearch(ProfileBook.Own[1].Times(file.Network)));
        Assert.Equal(before.Run(0).ToArray(), after.Run(0).ToArray());
    }

    [Fact]
    public void A_file_with_any_byte_altered_is_refused()
    {
        Save();
        var whole = File.ReadAllBytes(_path);
        for (var at = 0; at < whole.Length; at += 3)
        {
            var altered = whole.ToArray();
            altered[at] ^= 0x10;
            File.WriteAllBytes(_path, altered);
            if (at is >= 28 and < 32)
            {
                continue;
            }
            Assert.Throws<RoadFileException>(() => RoadFile.Open(_path));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(100)]
    public void A_file_cut_off_is_refused(int length)
    {
        Save();
        File.WriteAllBytes(_path, File.ReadAllBytes(_path)[..length]);
        Assert.Throws<RoadFileException>(() => RoadFile.Open(_path));
    }

    [Fact]
    public void A_file_of_another_version_says_so()
    {
        Save();
        var bytes = File.ReadAllBytes(_path);
        bytes[8] = 99;
        File.WriteAllBytes(_path, bytes);
        Assert.Contains("version 99", Assert.Throws<RoadFileException>(() => RoadFile.Open(_path)).Message, StringComparison.Ordinal);
    }

    private RoadNetwork Save()
    {
        var network = RoadImport.Read(new PbfBuilder().Node(1, 0, 0).Node(2, 0.001, 0).Node(3, 0.001, 0.001)
            .Way(1, "highway=residential maxspeed=30", 1, 2, 3).Way(2, "highway=primary oneway=yes", 3, 1).Build()).Network;
        RoadFile.Save(network, _path);
        return network;
    }
}
