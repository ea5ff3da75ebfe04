using CityLoom.City.Matters;
using CityLoom.City.Territories;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Rates;

/// <summary>Counts a rate for each unit and makes the league table of them; reads open matters and those ended since the period began.</summary>
public static class TallyMatters
{
    /// <summary>The table; null for a rate that matters alone can't tell.</summary>
    /// <param name="session">Where the matters are.</param>
    /// <param name="code">Code of the rate.</param>
    /// <param name="query">Which units and days, set by <see cref="LeagueQuery.On"/>.</param>
    /// <param name="city">The city.</param>
    public static League? Find(Session session, string code, LeagueQuery query, CityContext city)
    {
        if (MatterRates.Find(code) is not { } rate)
        {
            return null;
        }

        var (from, until) = Span(query, city);
        var counted = Rows(session, rate, query.By!.Value, (from, until), city);
        return League.Of(rate.Rate, WithEmpty(counted, query.By.Value, city));
    }

    /// <summary>The instants of a query's first day and of the end of its last, which is no later than now.</summary>
    public static (DateTimeOffset From, DateTimeOffset Until) Span(LeagueQuery query, CityContext city)
    {
        var until = city.Clock.Instant(query.To!.Value.AddDays(1).ToDateTime(TimeOnly.MinValue));
        return (city.Clock.Instant(query.From!.Value.ToDateTime(TimeOnly.MinValue)), until < city.Now ? until : city.Now);
    }

    private static List<Tally> Rows(Session session, MatterRate rate, LeagueUnits by, (DateTimeOffset From, DateTimeOffset Until) span, CityContext city)
    {
        var length = PlaceLength(by, city.Territories);
        var (unit, where) = by == LeagueUnits.Unit ? (rate.Unit, MatterKinds.CountedCondition) : ($"substr(place, 1, {length})", $"length(place) >= {length} and {MatterKinds.CountedCondition}");
        var rows = session.Rows<Row>(
            $"select unit, cast(sum(case when {rate.Numerator} then {rate.Weight} else 0 end) as bigint) as numerator, "
            + $"cast(sum(case when {rate.Denominator} then 1 else 0 end) as bigint) as denominator from ("
            + $"select {unit} as unit, m.* from matters m where open = 1 and {where} union all "
            + $"select {unit} as unit, m.* from matters m where open = 0 and ended_at >= @countedFrom and {where}) c group by unit",
            new { countedFrom = span.From.ToUnixTimeMilliseconds(), countedUntil = span.Until.ToUnixTimeMilliseconds() });
        return [.. rows.Where(r => r.Numerator != 0 || r.Denominator != 0)
            .Select(r => new Tally(by == LeagueUnits.Unit ? r.Unit : r.Unit.TrimEnd('/').Split('/')[^1], r.Numerator, r.Denominator))];
    }

    /// <summary>Districts without any matter are listed too; of streets and organizations only those that have some.</summary>
    private static IEnumerable<Tally> WithEmpty(List<Tally> counted, LeagueUnits by, CityContext city) => by != LeagueUnits.District
        ? counted
        : counted.Concat(city.Territories.OfLevel(TerritoryLevel.District).Select(t => t.Code).Except(counted.Select(t => t.Unit)).Select(code => new Tally(code, 0, 0)));

    /// <summary>Characters of the path of such a territory: the codes of one level are equally long.</summary>
    private static int PlaceLength(LeagueUnits by, TerritoryTree territories)
    {
        var level = by == LeagueUnits.Street ? TerritoryLevel.Street : TerritoryLevel.District;
        return territories.OfLevel(level).FirstOrDefault() is { } first ? CreateMatter.PlaceOf(first.Code, territories).Length : 1;
    }

    private sealed record Row
    {
        public string Unit { get; init; } = "";

        public long Numerator { get; init; }

        public long Denominator { get; init; }
    }
}
