using CityLoom.City.Territories;
using CityLoom.Emergency.Coverage;
using CityLoom.Emergency.Stations;
using CityLoom.Kernel.Storage;
using CityLoom.Reach.Geo;
using CityLoom.Reach.Profiles;
using CityLoom.Reach.Roads;

namespace CityLoom.Emergency.Roads;

/// <summary>
/// The roads that the emergency net drives on: the file <c>roads.graph</c> in the data folder, as <c>cityloom roads import</c> writes it, or
/// the one that the environment variable <c>CITYLOOM_ROADS</c> names. WGS-84. A drawn net (<see cref="DrawRoads"/>) has a file
/// <c>roads.drawn</c> beside it, and whatever shows it says so. A new file, or another hour in the standard, is taken up within seconds; who
/// still reckons over the former roads goes on with them. A new file must be moved into place, not written over the old one. Thread-safe.
/// </summary>
/// <param name="store">Where the data folder is.</param>
/// <param name="register">Holds the standard with the hour; null for the hour of <see cref="ReachStandard.Default"/>.</param>
/// <param name="time">By which it is told when to look again; null for the system's.</param>
public sealed class CityRoads(StorageOptions store, CityRegister? register = null, TimeProvider? time = null) : IDisposable
{
    /// <summary>Name of the road file in the data folder.</summary>
    public const string FileName = "roads.graph";

    /// <summary>Name of the file that marks a drawn net.</summary>
    public const string DrawnName = "roads.drawn";

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Lock _lock = new();
    private Reading? _last;

    /// <summary>The roads; null while the city has no road file.</summary>
    /// <exception cref="RoadFileException">The file is damaged and no other was read before.</exception>
    public OpenRoads? Present
    {
        get
        {
            var hour = (register?.Present.Standard ?? ReachStandard.Default).Hour;
            lock (_lock)
            {
                if (_last is { Roads: not null } last && last.Hour == hour && _time.GetElapsedTime(last.CheckedAt) < Freshness)
                {
                    return last.Roads;
                }

                var (path, now) = (FilePath, _time.GetTimestamp());
                var file = new FileInfo(path);
                var stamp = file.Exists ? new FileStamp(file.LastWriteTimeUtc, file.Length, File.Exists(MarkOf(path))) : null;
                _last = _last is { } same && same.Hour == hour && same.Stamp == stamp ? same with { CheckedAt = now } : Open(path, stamp, hour, now);
                return _last.Roads;
            }
        }
    }

    private string FilePath => Environment.GetEnvironmentVariable("CITYLOOM_ROADS") is { Length: > 0 } named ? named : Path.Combine(store.Folder, FileName);

    /// <inheritdoc/>
    public void Dispose() => _last?.Roads?.File.Dispose();

    /// <summary>Where the mark of a drawn net lies beside a road file.</summary>
    public static string MarkOf(string path) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, DrawnName);

    /// <summary>Opens what there is now; a file that cannot be read leaves the former roads in force.</summary>
    private Reading Open(string path, FileStamp? stamp, int? hour, long now)
    {
        try
        {
            var rivers = stamp is { Drawn: true } ? Rivers.Read(File.ReadAllText(MarkOf(path))) : null;
            return new Reading(stamp is null ? null : new OpenRoads(RoadFile.Open(path), rivers, hour), stamp, hour, now);
        }
        catch (Exception damaged) when (damaged is RoadFileException or IOException && _last?.Roads is { } former)
        {
            return new Reading(former, stamp, hour, now);
        }
    }

    private sealed record Reading(OpenRoads? Roads, FileStamp? Stamp, int? Hour, long CheckedAt);

    private sealed record FileStamp(DateTime Written, long Length, bool Drawn);

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
/// Roads with the times of an emergency vehicle at the hour of the standard, and the index by which places find them. Thread-safe.
/// </summary>
public sealed class OpenRoads
{
    /// <summary>Speed in km/h between a place and its road.</summary>
    public const double AccessKmh = 30;

    private readonly Lazy<OpenRoads> _lorries;

    internal OpenRoads(RoadFile file, IReadOnlyList<River>? drawnRivers, int? hour)
        : this(file, drawnRivers, hour, "ambulance", new RoadIndex(file.Network))
    {
    }

    private OpenRoads(RoadFile file, IReadOnlyList<River>? drawnRivers, int? hour, string profile, RoadIndex index)
    {
        (File, Drawn, DrawnRivers, Hour, Index) = (file, drawnRivers is not null, drawnRivers ?? [], hour, index);
        var network = file.Network;
        Times = network.Facts.IsEmpty ? new TravelTimes(network, network.GivenTimes.ToArray()).WithoutTraps() : ProfileBook.Own.First(p => p.Name == profile).Times(network, hour);
        _lorries = new(() => new OpenRoads(file, drawnRivers, hour, "civil", index));
    }

    /// <summary>The same roads at the same hour as vehicles without lights and sirens drive on them.</summary>
    public OpenRoads Lorries => _lorries.Value;

    /// <summary>The hour of the day whose traffic is reckoned with; null for free roads.</summary>
    public int? Hour { get; }

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
