using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.City.Territories;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Desk;
using CityLoom.Requests.Intake;
using CityLoom.Requests.Understanding;

namespace CityLoom.Web.Pages.Public;

/// <summary>What the city makes of a draft: where it is, what it seems to be about, what was already reported there.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Suggestion">The category that the words speak for; null for none.</param>
/// <param name="Nearby">Open requests that may be the same matter: by their words first, then those of that category close by.</param>
public sealed record ReportView(Place Place, CategorySuggestion? Suggestion, IReadOnlyList<NearbyRequest> Nearby)
{
    private const double Metres = 500;
    private const int Most = 3;

    /// <summary>Looks at a draft.</summary>
    public static async Task<ReportView> Of(ReportDraft draft, Place place, Database database, CityContext city, SuggestCategory suggest, OpenRequests open)
    {
        var suggestion = suggest.Of(draft.Words ?? "");
        var service = draft.Service is { Length: > 0 } chosen ? chosen : suggestion?.Label;
        var words = draft.Words ?? "";
        var path = place.Territory.Length == 0 ? "" : CreateMatter.PlaceOf(place.Territory, city.Territories);
        var same = open.Like(new RequestWords(words.Length > 60 ? words[..60] : words, words), path, place.Point, city.Now, Most).Where(l => l.IsSame).Select(l => l.Request.Id).ToList();
        var nearby = await database.ReadAsync(s => NearbyRequests.Of(s, same, place.Point).Concat(service is null ? [] : Near(s, place, service, city)).ToList());
        return new ReportView(place, suggestion, [.. nearby.DistinctBy(n => n.Id).Take(Most)]);
    }

    /// <summary>Around the point, or within the street or community where only its name is known.</summary>
    private static List<NearbyRequest> Near(Session session, Place place, string service, CityContext city) =>
        place.Point is { } point
            ? [.. NearbyRequests.Find(session, point, Metres, service, city.Now).Where(n => n.Service == service && n.State.IsOpen()).Take(Most)]
            : city.Territories.Find(place.Territory)?.Level >= TerritoryLevel.Street
                ? [.. NearbyRequests.Within(session, CreateMatter.PlaceOf(place.Territory, city.Territories), service).Take(Most)]
                : [];
}
