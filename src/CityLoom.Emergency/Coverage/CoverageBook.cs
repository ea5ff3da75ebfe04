using System.Collections.Concurrent;
using CityLoom.City;
using CityLoom.City.Trees;
using CityLoom.Emergency.Roads;
using CityLoom.Emergency.Stations;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;

namespace CityLoom.Emergency.Coverage;

/// <summary>
/// Answers how much stations reach. The reach of each place is searched once and kept, so that of a plan in which one station was
/// moved only that one is searched again; the figures are then counted anew over all, which gives the same as reckoning all afresh.
/// Thread-safe.
/// </summary>
public sealed class CoverageBook(CityRoads roads, CityRegister register, CityContext city)
{
    private const int Kept = 4_000;
    private volatile Base? _base;

    /// <summary>What reach is reckoned over now; null while the city has no road file or nobody lives in it.</summary>
    public Base? Present
    {
        get
        {
            var (open, rows, trees) = (roads.Present, register.Present, city.Trees);
            if (open is null || rows.People.Count == 0)
            {
                return null;
            }

            var last = _base;
            return last is not null && last.Roads == open && last.Register.People == rows.People && last.People.Standard == rows.Standard && last.Trees == trees
                ? last.Register == rows ? last : _base = last with { Register = rows }
                : _base = new Base(open, rows, trees, new PeopleOnRoads(open, rows.People, trees.Territories, rows.Standard), new Reaches(open));
        }
    }

    /// <summary>Roads, registers and people at one moment, with the reaches found so far.</summary>
    /// <param name="Roads">The roads.</param>
    /// <param name="Register">Stations, units and hospitals.</param>
    /// <param name="Trees">The city's trees.</param>
    /// <param name="People">Where people live, on the roads.</param>
    /// <param name="Found">The reaches kept.</param>
    public sealed record Base(OpenRoads Roads, Register Register, CityTrees Trees, PeopleOnRoads People, Reaches Found)
    {
        /// <summary>The reach of a place, searched unless it is known.</summary>
        public StationReach ReachOf(Position place) => Found.Of(place, People);

        /// <summary>The figures of a plan.</summary>
        public CoverageFigures Figures(IEnumerable<Station> stations)
        {
            var places = stations.Select(s => Position.OfDegrees(s.Longitude, s.Latitude)).ToArray();
            Found.Search(places, People);
            return CoverageFigures.Of(People, [.. places.Select(ReachOf)]);
        }
    }

    /// <summary>The reaches kept, by place, with the workspaces by which they are searched.</summary>
    public sealed class Reaches(OpenRoads roads)
    {
        private readonly ConcurrentDictionary<Position, StationReach> _found = new();
        private readonly ConcurrentBag<RoadReach> _idle = [];
        private int _searches;

        /// <summary>How many searches were run so far.</summary>
        public int Searches => _searches;

        internal StationReach Of(Position place, PeopleOnRoads people) => _found.TryGetValue(place, out var known) ? known : Search(place, people);

        /// <summary>Searches from all places that are not known yet, spread over the cores.</summary>
        internal void Search(Position[] places, PeopleOnRoads people) =>
            Parallel.ForEach(places.Distinct().Where(p => !_found.ContainsKey(p)), place => Search(place, people));

        private StationReach Search(Position place, PeopleOnRoads people)
        {
            var space = _idle.TryTake(out var idle) ? idle : new RoadReach(roads.Times);
            var reach = StationReach.Of(roads, space, place, people);
            _idle.Add(space);
            if (_found.Count >= Kept)
            {
                _found.Clear();
            }

            Interlocked.Increment(ref _searches);
            return _found.GetOrAdd(place, reach);
        }
    }
}
