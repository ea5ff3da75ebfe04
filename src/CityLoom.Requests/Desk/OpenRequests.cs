using CityLoom.Kernel.Storage;
using CityLoom.Requests.Likeness;
using CityLoom.Requests.Understanding;

namespace CityLoom.Requests.Desk;

/// <summary>
/// The open requests, held ready so that the same matter is found while somebody is still telling it. Reads them once and then what
/// the journal says has changed, so that several nodes each have them all. Thread-safe.
/// </summary>
public sealed class OpenRequests(Database database, TimeProvider time)
{
    /// <summary>The most requests held; beyond it the oldest are left out.</summary>
    public const int Most = 1_000_000;

    private const int Candidates = 40;
    private const int Garbage = 10_000;

    private readonly Lock _refreshing = new();
    private readonly JournalTail _tail = new(database.Dialect, time);
    private volatile Held? _held;

    /// <summary>How many are held.</summary>
    public int Count => Fresh().Numbers.Count;

    /// <summary>The open requests most likely the same matter, the likeliest first; those that are hardly alike are left out.</summary>
    /// <param name="words">What was said.</param>
    /// <param name="place">Path of the place; empty when not known.</param>
    /// <param name="point">The point; null when not known.</param>
    /// <param name="now">When it was said.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<LikeRequest> Like(RequestWords words, string place, City.Territories.GeoPoint? point, DateTimeOffset now, int most)
    {
        const double hardly = 0.1;
        var held = Fresh();
        var found = held.Nearest(words, Candidates);
        var scores = held.Index.Scores(words, [.. found.Select(r => (r.Heard, (TimeSpan?)(now - r.RequestedAt)))]);
        return [.. found.Select((request, i) =>
            {
                var metres = SamePlace.Metres(point, request.Point);
                return new LikeRequest(request, SamePlace.Weigh(scores[i], place, request.Place, metres), metres);
            })
            .Where(l => l.Likeness >= hardly)
            .OrderByDescending(l => l.Likeness).ThenBy(l => l.Request.Id)
            .Take(most)];
    }

    /// <summary>The newest ones.</summary>
    public IReadOnlyList<OpenRequest> Newest(int most) => Fresh().Newest(most);

    /// <summary>Reads what has changed; the first time everything.</summary>
    public void Refresh()
    {
        lock (_refreshing)
        {
            _held = database.Read(s => _held is { } held && held.Removed < Math.Max(Garbage, held.Numbers.Count) ? Follow(s, held) : Load(s));
        }
    }

    private Held Fresh()
    {
        if (_held is null || database.Read(_tail.Moved))
        {
            Refresh();
        }

        return _held!;
    }

    private Held Load(Session session)
    {
        _tail.Begin(session);
        var held = new Held();
        using var rows = session.Begin(AllOpen);
        while (rows.Next())
        {
            held.Add(Read(rows));
        }

        return held;
    }

    private Held Follow(Session session, Held held)
    {
        foreach (var ids in _tail.Changed(session).Chunk(500))
        {
            using var rows = session.Begin(ById);
            for (rows.Add(ids); rows.Next();)
            {
                held.Put(Read(rows));
            }
        }

        return held;
    }

    private const string OfOpen =
        "select r.id, m.title, m.words, r.service, m.place, m.longitude, m.latitude, r.requested_at, m.open from requests r join matters m on m.id = r.id";

    private static readonly Sql AllOpen = new($"{OfOpen} where m.open = 1 and r.published = 1 order by r.id desc limit {Most}");

    private static readonly Sql ById = new(
        $"{OfOpen} where r.id in (select value from json_each($1)) and r.published = 1", $"{OfOpen} where r.id = any($1) and r.published = 1");

    private static OpenRequest Read(Statement row) => new()
    {
        Id = row.Number(0), Title = row.Text(1), Words = row.Text(2), Service = row.Text(3), Place = row.Text(4),
        Longitude = row.RealOrNull(5), Latitude = row.RealOrNull(6), RequestedAt = row.Instant(7), Open = row.Flag(8),
    };

    /// <summary>The index and what its numbers stand for; changed by one thread at a time, read by many.</summary>
    private sealed class Held
    {
        private readonly Lock _lock = new();
        private readonly List<OpenRequest> _requests = [];

        public LikenessIndex Index { get; } = new();

        public Dictionary<long, int> Numbers { get; } = [];

        public int Removed { get; private set; }

        public void Put(OpenRequest request)
        {
            var known = Numbers.TryGetValue(request.Id, out var number);
            if (request.Open && !known)
            {
                Add(request);
            }
            else if (!request.Open && known)
            {
                lock (_lock)
                {
                    Index.Remove(number);
                    Numbers.Remove(request.Id);
                    Removed++;
                }
            }
        }

        public void Add(OpenRequest request)
        {
            lock (_lock)
            {
                _requests.Add(request);
                Numbers.Add(request.Id, Index.Add(request.Heard));
            }
        }

        public List<OpenRequest> Newest(int most)
        {
            lock (_lock)
            {
                return [.. Numbers.OrderByDescending(n => n.Key).Take(most).Select(n => _requests[n.Value])];
            }
        }

        public List<OpenRequest> Nearest(RequestWords words, int count)
        {
            var numbers = Index.Nearest(words, count);
            lock (_lock)
            {
                return [.. numbers.Select(n => _requests[n])];
            }
        }
    }
}
