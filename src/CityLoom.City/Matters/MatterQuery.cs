using CityLoom.City.Rates;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Web;

namespace CityLoom.City.Matters;

/// <summary>Which list a person wants, as the query string of a list's address says it.</summary>
public sealed record MatterQuery
{
    private const int MostDays = 36_500;

    /// <summary><c>mine</c>: my organization has to act; <c>unit</c>: it or one below it is a party; <c>territory</c>: within my territory; else all.</summary>
    public string? Box { get; init; }

    /// <summary>Code of the kind.</summary>
    public string? Kind { get; init; }

    /// <summary>One state.</summary>
    public Choice<MatterState>? State { get; init; }

    /// <summary>One light.</summary>
    public Choice<Light>? Light { get; init; }

    /// <summary>An organization; those below it are meant too.</summary>
    public string? Organization { get; init; }

    /// <summary>A territory; those within it are meant too.</summary>
    public string? Territory { get; init; }

    /// <summary>Words that must occur, or a number.</summary>
    public string? Text { get; init; }

    /// <summary><c>true</c> for open, <c>false</c> for ended; without it open ones unless words are sought.</summary>
    public bool? Open { get; init; }

    /// <summary>Only those where something waits for an answer.</summary>
    public bool? Asking { get; init; }

    /// <summary>Due within so many days from now; those past due are not meant.</summary>
    public int? DueWithin { get; init; }

    /// <summary>Ended within so many days before now, as done.</summary>
    public int? EndedWithin { get; init; }

    /// <summary>Code of a rate: only matters that a number of its league table counts, with the four below.</summary>
    public string? Rate { get; init; }

    /// <summary>Above or below the line of the rate.</summary>
    public CountedPart? Part { get; init; }

    /// <summary>The first day for which the rate is counted.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The organization for which the rate is counted; null for all.</summary>
    public string? Unit { get; init; }

    /// <summary>Page, from 1.</summary>
    public int? Page { get; init; }

    /// <summary>Rows per page, at most <see cref="MatterFilter.MostPerPage"/>.</summary>
    public int? PageSize { get; init; }

    /// <summary>The filter for this person.</summary>
    public MatterFilter ToFilter(SignedIn who, CityContext city)
    {
        var own = who.Grants.Select(g => g.Organization).Distinct().ToList();
        var parties = Organization is not null ? city.Below([Organization]) : Box == "unit" ? city.Below(own) : null;
        var territory = Territory ?? (Box == "territory" ? who.Grants.Select(g => g.Territory).FirstOrDefault(t => t is not null)
            ?? city.Organizations.Find(who.Organization)?.TerritoryCode : null);
        return new MatterFilter
        {
            Holders = Box == "mine" ? own : null,
            Parties = parties,
            Place = territory is null ? null : CreateMatter.PlaceOf(territory, city.Territories) is { Length: > 0 } place ? place : "?",
            Kind = Kind,
            State = State?.Value,
            Light = Light?.Value ?? (EndedWithin is null ? null : Matters.Light.Done),
            Text = Text,
            Open = Open ?? (Text is null && Light?.Value != Matters.Light.Done && EndedWithin is null && Rate is null && State?.Value.IsOpen() != false ? true : null),
            Asking = Asking == true,
            DueFrom = DueWithin is null ? null : city.Now,
            DueBefore = DueWithin is { } days ? city.Now.AddDays(Math.Clamp(days, 0, MostDays)) : null,
            EndedFrom = EndedWithin is { } past ? city.Now.AddDays(-Math.Clamp(past, 0, MostDays)) : null,
            Counted = Rate is null ? null : CountedOf(Rate, city),
            MayRead = city.Readable(who),
            Page = Page ?? 1,
            PageSize = PageSize ?? 50,
        };
    }

    private Counted CountedOf(string rate, CityContext city)
    {
        var (from, until) = TallyMatters.Span(new LeagueQuery { From = From, To = To }.On(city.Clock.Today), city);
        return new Counted(rate, Part ?? CountedPart.Denominator, from, until, Unit);
    }
}
