using CityLoom.City.Export;

namespace CityLoom.City.Rates;

/// <summary>A league table as the API gives it.</summary>
/// <param name="Rate">Code of the rate.</param>
/// <param name="Name">Its name.</param>
/// <param name="EnglishName">The same in English.</param>
/// <param name="Formula">The formula in Chinese.</param>
/// <param name="EnglishFormula">The same in English.</param>
/// <param name="By">What units are compared.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="MinimumVolume">The denominator from which a unit is ranked.</param>
/// <param name="Rows">Ranked units best first, then those with too few matters.</param>
/// <param name="Total">All together.</param>
public sealed record LeagueReport(
    string Rate, string Name, string EnglishName, string Formula, string EnglishFormula, LeagueUnits By, DateOnly From, DateOnly To,
    int MinimumVolume, IReadOnlyList<LeagueUnitReport> Rows, LeagueUnitReport Total)
{
    /// <summary>The report of a table.</summary>
    public static LeagueReport Of(League league, LeagueQuery query, CityContext city) => new(
        league.Rate.Code, league.Rate.Name.Zh, league.Rate.Name.En, league.Formula.Zh, league.Formula.En, query.By!.Value, query.From!.Value, query.To!.Value,
        league.MinimumVolume, [.. league.Rows.Select(r => LeagueUnitReport.Of(r, query.By.Value, city))], LeagueUnitReport.Of(league.Total, query.By.Value, city));

    /// <summary>The table as a file.</summary>
    public static Sheet ToSheet(League league, LeagueQuery query, CityContext city, string language)
    {
        string Say(string zh, string en) => new Bilingual(zh, en).In(language);
        var share = league.Rate.Shape is RateShape.Proportion or RateShape.Ratio ? SheetFormat.Share : SheetFormat.Number;
        return new Sheet
        {
            Title = Say($"{league.Rate.Name.Zh}榜", $"League table: {league.Rate.Name.En}"),
            Note = $"{query.From:yyyy-MM-dd} – {query.To:yyyy-MM-dd}. {league.Formula.In(language)}",
            Foot = Say("第 &P 页，共 &N 页", "Page &P of &N"),
            Columns =
            [
                new(Say("名次", "Rank"), 8, SheetFormat.Count), new(Say("单位", "Unit"), 28), new(league.Rate.Name.In(language), 12, share),
                new(Say("分子", "Numerator"), 10, SheetFormat.Count), new(Say("分母", "Denominator"), 10, SheetFormat.Count),
                new(Say("95% 区间下限", "95 % low"), 12, share), new(Say("95% 区间上限", "95 % high"), 12, share), new(Say("说明", "Remark"), 16),
            ],
            Rows = [.. league.Rows.Append(league.Total).Select(r => (IReadOnlyList<object?>)
            [
                r.Rank, r.Unit.Length == 0 ? Say("合计", "Total") : LeagueUnitReport.NameOf(r.Unit, query.By!.Value, city).In(language), r.Value, r.Numerator, r.Denominator,
                r.Interval?.Low, r.Interval is { } i && double.IsFinite(i.High) ? i.High : null,
                r.Rank is null && r.Unit.Length > 0 ? Say("样本不足，不排名", "too few, not ranked") : null,
            ])],
        };
    }
}

/// <summary>One unit of a league table.</summary>
/// <param name="Unit">Its code; empty for all together.</param>
/// <param name="Name">Its name.</param>
/// <param name="EnglishName">The same in English.</param>
/// <param name="Rank">Its place from 1; null below the minimum.</param>
/// <param name="Value">The rate; null where there is nothing to divide by.</param>
/// <param name="Numerator">Counted above the line.</param>
/// <param name="Denominator">Counted below the line.</param>
/// <param name="Low">Lower end of the 95 % interval; null where there is none.</param>
/// <param name="High">Upper end.</param>
public sealed record LeagueUnitReport(
    string Unit, string Name, string EnglishName, int? Rank, double? Value, long Numerator, long Denominator, double? Low, double? High)
{
    /// <summary>The report of a row.</summary>
    public static LeagueUnitReport Of(LeagueRow row, LeagueUnits by, CityContext city)
    {
        var name = row.Unit.Length == 0 ? new Bilingual("合计", "Total") : NameOf(row.Unit, by, city);
        var high = row.Interval is { } interval && double.IsFinite(interval.High) ? interval.High : (double?)null;
        return new(row.Unit, name.Zh, name.En, row.Rank, row.Value, row.Numerator, row.Denominator, row.Interval?.Low, high);
    }

    /// <summary>What a unit is called: a place from its district down, or an organization's short name.</summary>
    public static Bilingual NameOf(string unit, LeagueUnits by, CityContext city)
    {
        if (by == LeagueUnits.Unit)
        {
            return city.Organizations.Find(unit) is { } found ? new(found.ShortName, found.EnglishName) : new(unit, unit);
        }

        var place = string.Join(' ', city.Territories.Upwards(unit).Where(t => t.ParentCode is not null).Select(t => t.Name).Reverse().DefaultIfEmpty(unit));
        return new(place, place);
    }
}
