using CityLoom.City;
using CityLoom.City.Indicators;
using CityLoom.City.Territories;
using CityLoom.Health.Counts;
using CityLoom.Health.Streams;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Health.Totals;

/// <summary>
/// Makes an indicator of each stream that counts something (an index without a unit does not add up): its counts of a month, by district and for the whole city, once the month is over. Counts of persons are summed
/// only where the sum gives away no small count (<see cref="CellSum"/>); what is kept back has no value for that month. A week belongs to the month
/// of its Thursday. Revised counts make the next revision of a value; the same counts again change nothing.
/// </summary>
public static class PublishTotals
{
    /// <summary>How many months back counts are still looked at; older ones are settled.</summary>
    public const int Months = 24;

    private const string Prefix = "health.";

    /// <summary>Code of the indicator of a stream.</summary>
    public static string Code(HealthStream stream) => Prefix + stream.Code;

    /// <summary>Enters what can be told of the months that are over.</summary>
    public static ObservationCounts Run(Writing writing, CityContext city)
    {
        var all = new ObservationCounts(0, 0, 0);
        var thisMonth = Period.Of(city.Clock.Today, Rhythm.Month).First;
        foreach (var stream in StreamBook.All(writing).Where(s => s.Persons || s.Unit.Length > 0))
        {
            var (first, last) = (CountPeriod.Of(thisMonth.AddMonths(-Months), stream.Rhythm), CountPeriod.Of(thisMonth, stream.Rhythm));
            var series = CountBook.Window(writing, stream, first, last);
            var values = Period.Between(thisMonth.AddMonths(-Months), thisMonth.AddDays(-1), Rhythm.Month)
                .SelectMany(month => Of(stream, month, series, city.Territories)).ToList();
            if (values.Count > 0)
            {
                IndicatorBook.Put(writing, Indicator(stream), city.Now, Actor.System);
                all += ObservationBook.Record(writing, values, city.Now, Actor.System);
            }
        }

        return all;
    }

    /// <summary>What may be told of a stream's month: districts, and the city where no district can be taken off it.</summary>
    internal static IEnumerable<NewObservation> Of(HealthStream stream, Period month, IEnumerable<CountedSeries> series, TerritoryTree territories)
    {
        var districts = new SortedDictionary<string, CellSum>(StringComparer.Ordinal);
        foreach (var one in series)
        {
            if (territories.AtLevel(one.Territory, TerritoryLevel.District)?.Code is { } district && SumOf(one, month, stream) is { } sum)
            {
                districts[district] = districts.GetValueOrDefault(district) + sum;
            }
        }

        if (districts.Count == 0)
        {
            yield break;
        }

        var kept = stream.Persons ? KeptBack(districts) : [];
        foreach (var (district, sum) in districts.Where(d => !kept.Contains(d.Key)))
        {
            yield return new(Code(stream), district, month, sum.Total, stream.SourceName);
        }

        if (kept.Count == 0 || HideEachOther(kept.Select(d => districts[d])))
        {
            yield return new(Code(stream), territories.Roots[0].Code, month, districts.Values.Sum(d => d.Total), stream.SourceName);
        }
    }

    /// <summary>
    /// The districts whose sums are kept back: those that give something away, and, where taking the others off the city's total would give them away,
    /// the smallest one more that hides them, so that the city's total can be told. Only one with small counts of its own can hide another.
    /// </summary>
    private static HashSet<string> KeptBack(SortedDictionary<string, CellSum> districts)
    {
        var kept = districts.Where(d => !d.Value.MayBeShown).Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        if (kept.Count > 0 && !HideEachOther(kept.Select(d => districts[d])))
        {
            var more = districts.Where(d => d.Value is { MayBeShown: true, Hidden: > 0 }).OrderBy(d => d.Value.Total)
                .FirstOrDefault(d => HideEachOther(kept.Select(k => districts[k]).Append(d.Value))).Key;
            if (more is not null)
            {
                kept.Add(more);
            }
        }

        return kept;
    }

    private static bool HideEachOther(IEnumerable<CellSum> sums)
    {
        var (several, all) = (0, default(CellSum));
        foreach (var sum in sums)
        {
            (several, all) = (several + 1, all + sum);
        }

        return several > 1 && all.MayBeShown;
    }

    /// <summary>The counts of a month together; null when none was reported. Of what is no person nothing is hidden.</summary>
    private static CellSum? SumOf(CountedSeries series, Period month, HealthStream stream)
    {
        var (sum, any) = (default(CellSum), false);
        for (var period = CountPeriod.Of(month.First, stream.Rhythm); CountPeriod.First(period, stream.Rhythm) <= month.Last; period++)
        {
            if (series.At(period) is { } count && Belongs(period, month, stream.Rhythm))
            {
                sum = stream.Persons ? sum.With(count) : sum with { Total = sum.Total + count };
                any = true;
            }
        }

        return any ? sum : null;
    }

    private static bool Belongs(int period, Period month, CountRhythm rhythm)
    {
        var day = CountPeriod.First(period, rhythm).AddDays(rhythm == CountRhythm.Week ? (int)DayOfWeek.Thursday - 1 : 0);
        return day >= month.First && day <= month.Last;
    }

    private static Indicator Indicator(HealthStream stream) => new()
    {
        Code = Code(stream), Name = $"{stream.ConditionWords.Zh}（{stream.SourceWords.Zh}）月合计",
        EnglishName = $"{stream.ConditionWords.En} ({stream.SourceWords.En}), month", Unit = stream.Unit, EnglishUnit = stream.EnglishUnit,
        Direction = Direction.LowerIsBetter, Accumulation = Accumulation.Flow, Aggregation = Aggregation.Sum, Rhythm = Rhythm.Month,
        Description = stream.Persons
            ? "各地报告数的月合计；会让人推算出1至4例的不公布"
            : "各地报告数的月合计",
        Source = stream.SourceName,
    };
}
