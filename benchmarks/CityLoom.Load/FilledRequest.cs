using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.City.Territories;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Intake;
using CityLoom.Requests.Simulation;

namespace CityLoom.Load;

/// <summary>A stored request with all that belongs to it: its matter, the words of its index and its chains in the journal.</summary>
/// <param name="Matter">The matter as its row says.</param>
/// <param name="Request">The request.</param>
/// <param name="Words">The words of its index.</param>
/// <param name="Entries">The entries of both chains, in the order in which they were written.</param>
internal sealed record FilledRequest(Matter Matter, Request Request, string Words, IReadOnlyList<JournalEntry> Entries)
{
    /// <summary>How long it takes until a request is closed; younger ones are still open.</summary>
    private static readonly TimeSpan Handling = TimeSpan.FromDays(4);

    /// <summary>The request that was simulated, as it stands at the city's present instant.</summary>
    public static FilledRequest Of(SimulatedRequest made, long id, CityContext city)
    {
        var random = new Random(unchecked((int)id));
        var at = city.Clock.Instant(made.Time.AddMilliseconds(random.Next(1_000)));
        var closed = at + (Handling * (0.5 + random.NextDouble()));
        var point = new GeoPoint(114.1 + (random.NextDouble() * 0.5), 30.4 + (random.NextDouble() * 0.4));
        var begun = Begun(made, id, at, point, city);
        var first = JournalBook.Next(MatterBook.Subject, id, 1, JournalEntry.Genesis, at, Actor.System, "created", MatterBook.Beginning(begun));
        var request = new Request { Id = id, RequestedAt = at, Service = made.Label, Channel = Channel.Hotline, Code = FollowCode.Draw(), Published = true, Cell = MapCell.Of(point) };
        var raised = JournalBook.Next(
            Request.Subject, id, 1, JournalEntry.Genesis, at, Actor.System, "raised",
            new { channel = Channel.Hotline, service = made.Label, photos = 0, contact = false, rows = RequestBook.Fingerprint(request, null, []) });
        var matter = closed < city.Now ? Closed(begun, closed) : begun;
        return new FilledRequest(
            matter,
            request,
            MatterText.Of(matter),
            matter == begun ? [first, raised] : [first, raised, JournalBook.Next(MatterBook.Subject, id, 2, first.Hash, closed, Actor.System, nameof(Act.Close), MatterBook.Acted(matter, null))]);
    }

    /// <summary>Writes all its rows.</summary>
    public void Write(Writing writing)
    {
        using (var insert = writing.Begin(MatterRow.InsertAs))
        {
            MatterRow.AddAll(insert.Add(Matter.Id), Matter, Entries.Count == 3 ? 2 : 1);
            insert.Execute();
        }

        MatterText.Add(writing, Matter.Id, Words);
        RequestBook.Insert(writing, Request);
        foreach (var entry in Entries)
        {
            JournalBook.Write(writing, entry);
        }
    }

    private static Matter Begun(SimulatedRequest made, long id, DateTimeOffset at, GeoPoint point, CityContext city)
    {
        var office = city.Organizations.Find(made.Place[..9] + ".jd") ?? city.Organizations.Roots[0];
        return new Matter
        {
            Id = id, Kind = Request.Kind, Title = made.Words.Subject.Length > 1 ? made.Words.Subject : "诉求", Words = made.Words.Detail, State = MatterState.InProgress,
            Category = made.Label, Territory = made.Place, Place = CreateMatter.PlaceOf(made.Place, city.Territories), Longitude = point.Longitude, Latitude = point.Latitude,
            Accountable = office.Code, Handling = office.Code, CreatedAt = at, AcceptedAt = at, DispatchedAt = at, SignedAt = at, Term = "days:5",
            DueAt = at.AddDays(7), FirstDueAt = at.AddDays(7), WarnAt = at.AddDays(6), EscalateAt = at.AddDays(7), Version = 1,
        };
    }

    private static Matter Closed(Matter begun, DateTimeOffset at) => begun with { State = MatterState.Closed, ResolvedAt = at, EndedAt = at, EscalateAt = null, Version = 5 };
}
