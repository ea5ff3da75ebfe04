using CityLoom.City.Matters;
using CityLoom.City.Territories;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Intake;

/// <summary>A published request near a place.</summary>
public sealed record NearbyRequest
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>One line, without what points to a person.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public MatterState State { get; init; }

    /// <summary>Code of its category.</summary>
    public string Service { get; init; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>WGS-84 longitude in degrees.</summary>
    public double Longitude { get; init; }

    /// <summary>WGS-84 latitude in degrees.</summary>
    public double Latitude { get; init; }

    /// <summary>How many others wait for the same.</summary>
    public int Joined { get; init; }

    /// <summary>Metres from the place.</summary>
    public double Metres { get; init; }

    /// <summary>What people call it.</summary>
    public string Number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{MatterKinds.Of(Request.Kind).Prefix}-{Id:000000}");
}

/// <summary>Finds what has been reported around a place, so that one joins it instead of reporting it again.</summary>
public static class NearbyRequests
{
    /// <summary>The most metres around.</summary>
    public const double MostMetres = 2_000;

    private const int Looked = 500;
    private const string Columns = """
        select r.id, m.title, m.state, r.service, r.requested_at, coalesce(m.longitude, 0.0) as longitude, coalesce(m.latitude, 0.0) as latitude,
          (select count(*) from request_joins j where j.request_id = r.id) as joined
        from requests r join matters m on m.id = r.id
        """;

    private static readonly TimeSpan Recent = TimeSpan.FromDays(30);

    /// <summary>Open requests and those of the last 30 days, those of the same category first and then the nearest.</summary>
    public static List<NearbyRequest> Find(Session session, GeoPoint place, double metres, string? service, DateTimeOffset now)
    {
        var radius = Math.Clamp(metres, 1, MostMetres);
        return [.. session.Rows<NearbyRequest>(
                $"""
                {Columns}
                where {Among.Of(session, "r.cell", "cells")} and r.published = 1 and (m.open = 1 or r.requested_at >= @since)
                order by r.requested_at desc limit {Looked}
                """,
                new { cells = MapCell.Around(place, radius).ToArray(), since = now - Recent })
            .Select(r => r with { Title = PublicWords.Of(r.Title), Metres = place.MetresTo(new GeoPoint(r.Longitude, r.Latitude)) })
            .Where(r => r.Metres <= radius)
            .OrderByDescending(r => r.Service == service).ThenBy(r => r.Metres)
            .Take(50)];
    }

    /// <summary>Published requests by their identities, in that order; metres are counted from the place where one is given.</summary>
    public static List<NearbyRequest> Of(Session session, IReadOnlyCollection<long> ids, GeoPoint? place)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var found = session.Rows<NearbyRequest>($"{Columns} where {Among.Of(session, "r.id", "ids")} and r.published = 1", new { ids = ids.ToArray() }).ToDictionary(r => r.Id);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])
            .Select(r => r with { Title = PublicWords.Of(r.Title), Metres = place is { } at && r.Longitude != 0 ? at.MetresTo(new GeoPoint(r.Longitude, r.Latitude)) : 0 })];
    }

    /// <summary>Open requests of a category in a territory, the newest first; for a place that is known by its name only. Metres are 0.</summary>
    /// <param name="session">The database.</param>
    /// <param name="place">Path of the territory.</param>
    /// <param name="service">Code of the category.</param>
    public static List<NearbyRequest> Within(Session session, string place, string service) =>
        session.Rows<NearbyRequest>(
            $"{Columns} where m.open = 1 and m.place = @place and r.published = 1 and r.service = @service order by r.id desc limit 10", new { place, service })
        .ConvertAll(r => r with { Title = PublicWords.Of(r.Title) });
}
