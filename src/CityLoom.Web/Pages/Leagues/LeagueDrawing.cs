using System.Globalization;
using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.City.Rates;
using CityLoom.Web.Charts;
using CityLoom.Web.Pages.Matters;
using CityLoom.Web.Words;
using LeagueRow = CityLoom.City.Rates.LeagueRow;

namespace CityLoom.Web.Pages.Leagues;

/// <summary>Puts a league table into the view of its page, every number with the list that it counts.</summary>
internal sealed class LeagueDrawing(League league, LeagueQuery query, CityContext city, Say say)
{
    private bool IsShare => league.Rate.Shape is RateShape.Proportion or RateShape.Ratio;

    private double Scale => IsShare ? 100 : 1;

    /// <summary>The table.</summary>
    public LeagueView Draw() => new(
        In(league.Rate.Name), In(league.Formula), Period, Unit, league.MinimumVolume, league.Total.Value * Scale, [.. league.Rows.Select(Row)]);

    /// <summary>From the first day to the last, in words.</summary>
    public string Period => say["league.period", ("from", query.From), ("to", query.To)];

    /// <summary>What a unit is called.</summary>
    public string NameOf(string unit) => In(LeagueUnitReport.NameOf(unit, query.By!.Value, city));

    /// <summary>The address of a file with the same figures.</summary>
    public string FileOf(string format) => $"/leagues/{league.Rate.Code}.{format}?by={query.By!.Value}&from={Day(query.From)}&to={Day(query.To)}";

    private string Unit => IsShare ? "%" : say["league.days"];

    private string In(Bilingual words) => words.In(say.Language.Tag());

    private Charts.LeagueRow Row(LeagueRow row) => new(
        NameOf(row.Unit), row.Denominator, ListOf(row, CountedPart.Denominator), row.Value * Scale, row.Interval?.Low * Scale,
        row.Interval is { } i && double.IsFinite(i.High) ? i.High * Scale : null, row.Rank)
    {
        Counted = row.Numerator,
        CountedHref = ListOf(row, CountedPart.Numerator),
    };

    private string ListOf(LeagueRow row, CountedPart part) => MatterAddress.Of(new MatterQuery
    {
        Box = "all", Rate = league.Rate.Code, Part = part, From = query.From, To = query.To,
        Territory = query.By == LeagueUnits.Unit ? null : row.Unit, Unit = query.By == LeagueUnits.Unit ? row.Unit : null,
    });

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
