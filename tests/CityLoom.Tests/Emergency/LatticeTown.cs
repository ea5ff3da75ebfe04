using CityLoom.City.Organizations;
using CityLoom.City.Territories;
using CityLoom.City.Trees;
using CityLoom.Emergency.Coverage;
using CityLoom.Emergency.Roads;
using CityLoom.Emergency.Stations;
using CityLoom.Reach.Roads;
using CityLoom.Tests.Support;
using NetTopologySuite.Geometries;
using Position = CityLoom.Reach.Roads.Position;

namespace CityLoom.Tests.Emergency;

/// <summary>A town of two districts on a lattice of streets 600 m wide, the western one central, with people and stations drawn by a seed.</summary>
internal sealed class LatticeTown : IDisposable
{
    public const double West = 114.0;
    public const double South = 30.0;
    public const double Step = 0.006;
    public const int Wide = 24;

    private readonly TemporaryFolder _folder = new();
    private readonly RoadFile _file;

    public LatticeTown(int seed, int points = 60, int stations = 5)
    {
        var random = new Random(seed);
        var path = Path.Combine(_folder.Path, "roads.graph");
        RoadFile.Save(Roads(random), path);
        _file = RoadFile.Open(path);
        Trees = new CityTrees(Territories, Outlines, new CategoryTree([]), new OrganizationTree([]));
        People = [.. Enumerable.Range(0, points).Select(n => Somewhere(random) is var (x, y)
            ? new Settlement($"p{n}", (x < West + (Step * Wide / 2) ? "11" : "12") + $"0{1 + (n % 2)}", x, y, random.Next(0, 900)) : null!)];
        Stations = [.. Enumerable.Range(0, stations).Select(n => Somewhere(random) is var (x, y) ? new Station($"s{n}", $"站{n}", "11", x, y) : null!)];
    }

    public CityTrees Trees { get; }

    public IReadOnlyList<Settlement> People { get; }

    public IReadOnlyList<Station> Stations { get; }

    public TravelTimes Times => Fresh().Roads.Times;

    private static TerritoryTree Territories { get; } = new(
    [
        new Territory("1", "示例市", TerritoryLevel.City, null, null),
        new Territory("11", "甲区", TerritoryLevel.District, "1", ReachStandard.Central), new Territory("12", "乙区", TerritoryLevel.District, "1", "new"),
        new Territory("1101", "一街道", TerritoryLevel.Street, "11", null), new Territory("1102", "二街道", TerritoryLevel.Street, "11", null),
        new Territory("1201", "三街道", TerritoryLevel.Street, "12", null), new Territory("1202", "四街道", TerritoryLevel.Street, "12", null),
    ]);

    private static List<TerritoryBoundary> Outlines => [new("11", Box(0, Wide / 2)), new("12", Box(Wide / 2, Wide))];

    /// <summary>The net with nothing found yet.</summary>
    public CoverageBook.Base Fresh()
    {
        var roads = new OpenRoads(_file, null, 17);
        var register = new Register(1, Stations, [], [], People);
        return new CoverageBook.Base(roads, register, Trees, new PeopleOnRoads(roads, People, Territories, Tight), new CoverageBook.Reaches(roads));
    }

    /// <summary>Short minutes, so that a small town has a rim.</summary>
    public static ReachStandard Tight { get; } = new(3, 4, 0.95, 0.9, 30);

    public static (double X, double Y) Somewhere(Random random) => (West + (random.NextDouble() * Step * Wide), South + (random.NextDouble() * Step * Wide));

    public void Dispose()
    {
        _file.Dispose();
        _folder.Dispose();
    }

    /// <summary>A lattice with a few gaps and two classes of streets.</summary>
    public static RoadNetwork Roads(Random random)
    {
        var sketch = new RoadSketch();
        for (var n = 0; n < (Wide + 1) * (Wide + 1); n++)
        {
            sketch.Junction(Position.OfDegrees(West + (n % (Wide + 1) * Step), South + (n / (Wide + 1) * Step)));
        }

        for (var n = 0; n < (Wide + 1) * (Wide + 1); n++)
        {
            var (column, row) = (n % (Wide + 1), n / (Wide + 1));
            Join(sketch, n, n + 1, column < Wide, row % 4 == 0, random);
            Join(sketch, n, n + Wide + 1, row < Wide, column % 4 == 0, random);
        }

        return sketch.Network();
    }

    private static void Join(RoadSketch sketch, int from, int to, bool there, bool main, Random random)
    {
        if (there && (main || random.NextDouble() > 0.15))
        {
            sketch.Road(from, to, main ? RoadClass.Primary : RoadClass.Residential);
        }
    }

    private static Polygon Box(int from, int to) => new(new LinearRing(
    [
        new(West + (from * Step), South), new(West + (to * Step), South), new(West + (to * Step), South + (Wide * Step)), new(West + (from * Step), South + (Wide * Step)), new(West + (from * Step), South),
    ]));
}
