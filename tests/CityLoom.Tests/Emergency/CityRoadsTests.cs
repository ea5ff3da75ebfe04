using CityLoom.Emergency.Roads;
using CityLoom.Kernel.Storage;
using CityLoom.Reach.Roads;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Emergency;

/// <summary>The road file of a city: taken up when it is there, again when it is replaced, never lost to a damaged one.</summary>
public sealed class CityRoadsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Ticking _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_file_is_taken_up_without_a_restart_and_whoever_uses_the_old_one_goes_on()
    {
        using var roads = new CityRoads(new StorageOptions { Folder = _folder.Path }, null, _time);
        Assert.Null(roads.Present);

        Put(RoadSketch(1));
        _time.Forward(10);
        var first = roads.Present!;
        Put(RoadSketch(2));
        Assert.Same(first, roads.Present);
        _time.Forward(10);
        var second = roads.Present!;

        Assert.NotSame(first, second);
        Assert.NotEqual(first.Times.Network.ArcCount, second.Times.Network.ArcCount);
        Assert.NotNull(first.Find(Position.OfDegrees(114.05, 30.05)));
        _time.Forward(10);
        Assert.Same(second, roads.Present);
    }

    [Fact]
    public void A_damaged_file_leaves_the_former_roads_in_force()
    {
        using var roads = new CityRoads(new StorageOptions { Folder = _folder.Path }, null, _time);
        Put(RoadSketch(1));
        var first = roads.Present;

        File.WriteAllText(_folder["new.graph"], "no roads");
        File.Move(_folder["new.graph"], _folder["roads.graph"], overwrite: true);
        _time.Forward(10);

        Assert.Same(first, roads.Present);
    }

    private void Put(RoadNetwork network) => RoadFile.Save(network, _folder["roads.graph"]);

    private static RoadNetwork RoadSketch(int seed) => LatticeTown.Roads(new Random(seed));

    private sealed class Ticking : TimeProvider
    {
        private long _at;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _at;

        public void Forward(int seconds) => _at += seconds;
    }
}
