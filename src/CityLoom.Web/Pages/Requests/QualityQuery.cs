using System.Globalization;
using CityLoom.City;
using CityLoom.Requests.Rates;
using RequestSpan = CityLoom.Requests.Rates.Span;

namespace CityLoom.Web.Pages.Requests;

/// <summary>What the quality page shows, as its address says it.</summary>
/// <param name="Rate">Code of the rate.</param>
/// <param name="By">By what it is grouped.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="Adjusted">True to leave out what arbitration struck out.</param>
public sealed record QualityQuery(string Rate, Grouping By, DateOnly From, DateOnly Until, bool Adjusted)
{
    private const int Days = 30;

    /// <summary>Reads it; what is missing or unknown is the usual: resolution by district over 30 days, raw.</summary>
    public static QualityQuery Of(string? rate, string? by, string? from, string? until, string? counted, DateOnly today)
    {
        var last = Day(until) is { } stated && stated <= today ? stated : today;
        var first = Day(from) is { } begun && begun <= last ? begun : last.AddDays(1 - Days);
        return new QualityQuery(
            rate is "response" or "satisfaction" or "dispatch" ? rate : "resolution",
            Enum.TryParse<Grouping>(by, ignoreCase: true, out var grouping) && Enum.IsDefined(grouping) ? grouping : Grouping.District,
            first, last, counted == "adjusted");
    }

    /// <summary>The period as instants.</summary>
    public RequestSpan Span(CityContext city) => new(city.Clock.Instant(From.ToDateTime(TimeOnly.MinValue)), city.Clock.Instant(Until.AddDays(1).ToDateTime(TimeOnly.MinValue)));

    /// <summary>Its address.</summary>
    public string Address => $"/requests/quality?{Query}";

    /// <summary>The address of the answers behind one unit.</summary>
    public string AnswersOf(string? unit, bool good) => $"/requests/answers?{Query}{(unit is null ? "" : "&unit=" + Uri.EscapeDataString(unit))}{(good ? "&good=true" : "")}";

    /// <summary>The address of the requests of one unit.</summary>
    public string MattersOf(string unit) => By switch
    {
        Grouping.Organization => $"/matters?box=all&kind=request&organization={Uri.EscapeDataString(unit)}",
        Grouping.Service => "/matters?box=all&kind=request",
        _ => $"/matters?box=all&kind=request&territory={Uri.EscapeDataString(unit)}",
    };

    private string Query => $"rate={Rate}&by={By}&from={Written(From)}&until={Written(Until)}{(Adjusted ? "&counted=adjusted" : "")}";

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200 ? day : null;
}
