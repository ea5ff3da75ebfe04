using CityLoom.City;
using CityLoom.City.Rates;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Rates;

/// <summary>One of the three rates of residents' requests, counted both ways.</summary>
/// <param name="Raw">By unit, all answers.</param>
/// <param name="Adjusted">By unit, without what arbitration struck out.</param>
public sealed record RatePair(League Raw, League Adjusted)
{
    /// <summary>The rate.</summary>
    public Rate Rate => Raw.Rate;
}

/// <summary>The three rates of a period by one grouping: response 响应率, resolution 解决率, satisfaction 满意率.</summary>
/// <param name="Response">Nobody appeals against a missed call, so that both counts are the same.</param>
/// <param name="Resolution">Whether it was solved.</param>
/// <param name="Satisfaction">How content the residents are.</param>
public sealed record RequestQuality(RatePair Response, RatePair Resolution, RatePair Satisfaction)
{
    /// <summary>All three in the order of the page.</summary>
    public IReadOnlyList<RatePair> All => [Response, Resolution, Satisfaction];

    /// <summary>Counts them.</summary>
    public static RequestQuality Of(Session session, Span span, Grouping grouping, DateTimeOffset now)
    {
        var response = League.Of(RateCatalogue.Response, RequestTally.Response(session, span, grouping, now));
        return new RequestQuality(
            new RatePair(response, response),
            new RatePair(
                League.Of(RateCatalogue.Resolution, RequestTally.Resolution(session, span, grouping, adjusted: false)),
                League.Of(RateCatalogue.Resolution, RequestTally.Resolution(session, span, grouping, adjusted: true))),
            new RatePair(
                League.Of(RateCatalogue.Satisfaction, RequestTally.Satisfaction(session, span, grouping, adjusted: false)),
                League.Of(RateCatalogue.Satisfaction, RequestTally.Satisfaction(session, span, grouping, adjusted: true))));
    }

    /// <summary>Name of a unit of a grouping; its code where it is unknown, as a place that nobody stated is.</summary>
    public static Bilingual NameOf(Grouping grouping, string unit, CityContext city) => grouping switch
    {
        Grouping.Organization => city.Organizations.Find(unit) is { } found ? new(found.ShortName, found.EnglishName) : Plain(unit),
        Grouping.Service => city.Trees.Categories.Find(unit) is { } category ? new(category.Name, category.EnglishName) : unit.Length == 0 ? new("类别待定", "no category yet") : Plain(unit),
        _ => city.Territories.Find(unit) is { } place ? Plain(place.Level == City.Territories.TerritoryLevel.City ? "全市 (未到区)" : place.Name) : unit.Length == 0 ? new("地点不明", "place not known") : Plain(unit),
    };

    private static Bilingual Plain(string name) => new(name, name);
}
