using CityLoom.City.Territories;
using CityLoom.Kernel.Storage;
using CityLoom.Reach.Geo;
using CityLoom.Reach.Profiles;
using CityLoom.Reach.Roads;

namespace CityLoom.Emergency.Roads;

/// <summary>
/// The roads that the emergency net drives on: the file <c>roads.graph</c> in the data folder, as <c>cityloom roads import</c> writes it, or
/// the one that the environment variable <c>CITYLOOM_ROADS</c> names. WGS-84. A drawn net (<see cref="DrawRoads"/>) has a file
/// <c>roads.drawn</c> beside it, and whatever shows it says so. Opened once; a new file is seen after a restart. Thread-safe.
/// </summary>
public sealed class CityRoads(StorageOptions store) : IDisposable
{
    /// <summary>Name of the road file in the data folder.</summary>
    public const string FileName = "roads.graph";

    /// <summary>Name of the file that marks a drawn net.</summary>
    public const string DrawnName = "roads.drawn";

    private readonly Lock _lock = new();
    private OpenRoads? _open;

    /// <summary>The roads; null while the city has no road file.</summary>
    /// <exception cref="RoadFileException">The file is damaged.</exception>
    public OpenRoads? Present
    {
        get
        {
            lock (_lock)
            {
                return _open ??= Open();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _open?.File.Dispose();

    private OpenRoads? Open()
    {
        var named = Environment.GetEnvironmentVariable("CITYLOOM_ROADS");
        var path = named is { Length: > 0 } ? named : Path.Combine(store.Folder, FileName);
        var mark = Path.Combine(Path.GetDirectoryName(path)!, DrawnName);
        return File.Exists(path) ? new OpenRoads(RoadFile.Open(path), File.Exists(mark) ? Rivers.Read(File.ReadAllText(mark)) : null) : null;
    }

    /// <summary>Draws a net into a data folder and marks it as drawn; nothing is done where there is a road file already.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="map">Outlines of the districts.</param>
    /// <param name="dense">The districts with streets at half the distance.</param>
    /// <param name="rivers">Rivers as CSV, see <see cref="Rivers"/>.</param>
    public static void Draw(string folder, TerritoryMap map, Func<Territory, bool> dense, string rivers)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, DrawnName), rivers);
            RoadFile.Save(DrawRoads.Over(map, dense, Rivers.Read(rivers)), path);
        }
    }
}

/// <summary>
/// Roads with the times of an emergency vehicle in the evening rush, so that a promise holds when roads are full, and the index by which
/// places find them. Thread-safe.
/// </summary>
public sealed class OpenRoads
{
    /// <summary>Speed in km/h between a place and its road.</summary>
    public const double AccessKmh = 30;

    /// <summary>The hour of the day whose traffic is reckoned with.</summary>
    public const int Hour = 17;

    internal OpenRoads(RoadFile file, IReadOnlyList<River>? drawnRivers)
    {
        (File, Drawn, DrawnRivers) = (file, drawnRivers is not null, drawnRivers ?? []);
        var network = file.Network;
        Times = network.Facts.IsEmpty ? new TravelTimes(network, network.GivenTimes.ToArray()).WithoutTraps() : ProfileBook.Own.First(p => p.Name == "ambulance").Times(network, Hour);
        Index = new RoadIndex(network);
    }

    /// <summary>True when the net is drawn, not surveyed.</summary>
    public bool Drawn { get; }

    /// <summary>The rivers that a drawn net was drawn around; none for a surveyed one.</summary>
    public IReadOnlyList<River> DrawnRivers { get; }

    /// <summary>Times of all arcs.</summary>
    public TravelTimes Times { get; }

    /// <summary>Finds the road nearest to a place.</summary>
    public RoadIndex Index { get; }

    internal RoadFile File { get; }

    /// <summary>The road of a place, with the time between the two in units; null where no road lies within five kilometres.</summary>
    public (RoadPlace Place, int Access)? Find(Position place) => Index.Nearest(place, Times) is { } road
        ? (road, (int)Math.Min(TravelTimes.Closed - 1, Math.Round(road.MetresOff * 3.6 / AccessKmh * Times.UnitsPerSecond)))
        : null;
}
