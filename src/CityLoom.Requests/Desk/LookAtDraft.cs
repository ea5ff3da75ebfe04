using System.Text.RegularExpressions;
using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.City.Territories;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Catalogue;
using CityLoom.Requests.Intake;
using CityLoom.Requests.Understanding;

namespace CityLoom.Requests.Desk;

/// <summary>What the city makes of a request while it is still being told.</summary>
public sealed record DraftLook
{
    /// <summary>Where it is, as far as it can be told; null while nothing points to a place.</summary>
    public Place? Place { get; init; }

    /// <summary>True when the place was taken from the words, for nothing else was said of it.</summary>
    public bool PlaceHeard { get; init; }

    /// <summary>Places that the written name may mean, to choose from; none when one is clear.</summary>
    public IReadOnlyList<Territory> Choices { get; init; } = [];

    /// <summary>The category that the words speak for; null for none.</summary>
    public CategorySuggestion? Suggestion { get; init; }

    /// <summary>The words that decided.</summary>
    public IReadOnlyList<DecidingWords> Why { get; init; } = [];

    /// <summary>The category as it would be filed; empty when a person decides.</summary>
    public string Service { get; init; } = "";

    /// <summary>Who would answer for it; null without a place.</summary>
    public Route? Route { get; init; }

    /// <summary>Open requests that may be the same matter, the likeliest first.</summary>
    public IReadOnlyList<LikeRequest> Alike { get; init; } = [];

    /// <summary>Others of the category nearby, which the words do not show to be the same.</summary>
    public IReadOnlyList<NearbyRequest> Nearby { get; init; } = [];

    /// <summary>A telephone number heard in the words; null for none.</summary>
    public string? PhoneHeard { get; init; }
}

/// <summary>Looks at a draft: place, category, who answers, and what was reported already. One read of the database.</summary>
public sealed partial class LookAtDraft(Database database, CityContext city, CatalogueBook catalogue, SuggestCategory suggest, OpenRequests open)
{
    private const int MostAlike = 5;
    private const int MostNearby = 4;
    private const int MostHeard = 360;
    private const double Metres = 500;

    /// <summary>Looks at it. Nothing is kept.</summary>
    /// <param name="draft">As far as it is written; every field may be missing.</param>
    public async Task<DraftLook> RunAsync(NewRequest draft)
    {
        var words = Text.OrNull(draft.Words) ?? "";
        var look = Where(draft, words);
        var suggestion = suggest.Of(words);
        var service = draft.Undecided ? "" : Text.OrNull(draft.Service) is { } chosen && city.Trees.Categories.Find(chosen) is not null ? chosen
            : suggestion is { IsSure: true } sure ? sure.Label : "";
        var place = look.Place is { Territory.Length: > 0 } found ? CreateMatter.PlaceOf(found.Territory, city.Territories) : "";
        var alike = words.Length < 4 ? [] : open.Like(new RequestWords(words.Length > 60 ? words[..60] : words, words), place, look.Place?.Point, city.Now, MostAlike);
        var about = service.Length > 0 ? service : suggestion?.Label;
        var nearby = about is null || look.Place is not { } at ? [] : await database.ReadAsync(s => Near(s, at, place, about)).ConfigureAwait(false);
        return look with
        {
            Suggestion = suggestion,
            Why = suggestion is { Confidence: > 0 } ? suggest.Why(words) : [],
            Service = service,
            Route = look.Place is { } here ? catalogue.Present.RouteOf(service, here.Territory, city.Trees) : null,
            Alike = alike,
            Nearby = [.. nearby.Where(n => !alike.Any(a => a.Request.Id == n.Id)).Take(MostNearby)],
            PhoneHeard = Phone.Match(words) is { Success: true } number ? number.Value : null,
        };
    }

    /// <summary>The place that was said, made clear by the words where its name leaves it open; else the one that the words name.</summary>
    private DraftLook Where(NewRequest draft, string words)
    {
        var address = Text.OrNull(draft.Address);
        if (Text.OrNull(draft.Territory) is not null || draft.Latitude is not null || draft.Longitude is not null)
        {
            return new DraftLook { Place = Found(draft) };
        }

        if (address is not null && Found(draft) is { } said && LevelOf(said) > TerritoryLevel.District)
        {
            return new DraftLook { Place = said };
        }

        var heard = words.Length == 0 ? null : Found(new NewRequest { Address = $"{address} {(words.Length > MostHeard ? words[..MostHeard] : words)}" });
        if (heard is not null && LevelOf(heard) > (address is null ? TerritoryLevel.City : TerritoryLevel.District))
        {
            return new DraftLook { Place = heard, PlaceHeard = true };
        }

        var choices = address is null ? [] : Chooseable(address, Found(draft) is { } wide ? LevelOf(wide) : TerritoryLevel.City);
        return choices is [{ Level: > TerritoryLevel.District } only] ? new DraftLook { Place = new Place(only.Code, null) }
            : new DraftLook { Place = address is null ? null : Found(draft), Choices = choices };
    }

    private Place? Found(NewRequest draft) => Place.Of(draft, city.Trees) is { Refusal: null } found ? found.Value : null;

    private TerritoryLevel LevelOf(Place place) => city.Territories.Find(place.Territory)?.Level ?? TerritoryLevel.City;

    private IReadOnlyList<Territory> Chooseable(string name, TerritoryLevel known)
    {
        var found = FindPlaces.Of(name, city.Territories);
        return known == TerritoryLevel.District && found.All(t => t.Level == TerritoryLevel.District) ? [] : found;
    }

    private List<NearbyRequest> Near(Session session, Place at, string place, string service) =>
        at.Point is { } point ? [.. NearbyRequests.Find(session, point, Metres, service, city.Now).Where(n => n.Service == service && n.State.IsOpen())]
        : city.Territories.Find(at.Territory)?.Level >= TerritoryLevel.Street ? NearbyRequests.Within(session, place, service)
        : [];

    [GeneratedRegex(@"(?<!\d)1[3-9]\d{9}(?!\d)")]
    private static partial Regex Phone { get; }
}
