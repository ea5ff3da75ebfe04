using System.Globalization;
using CityLoom.City.Trees;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Indicators;

/// <summary>Keeps observations with all their revisions; nothing is overwritten.</summary>
public static class ObservationBook
{
    /// <summary>The act under which values stand in the journal of their indicator.</summary>
    internal const string Act = "observed";

    private const int MostListed = 20;

    private const string Columns = "indicator_id, territory, period, revision, value, source, at, account, organization, entry";

    /// <summary>Compares values with the journal.</summary>
    public static ISubjectVerifier Verifier { get; } = new ObservationVerifier();

    /// <summary>All observations of an indicator, every revision, by territory and period; of one territory where it is named.</summary>
    public static List<StoredObservation> Of(Session session, long indicator, string? territory = null) => session.Rows<Row>(
            $"select {Columns} from observations where indicator_id = @indicator{(territory is null ? "" : " and territory = @territory")} order by territory, period, revision",
            new { indicator, territory })
        .ConvertAll(r => r.Read());

    /// <summary>All observations for which there is a target, in one query.</summary>
    internal static List<StoredObservation> OfTargets(Session session) => session.Rows<Row>(
            "select o.* from observations o where exists (select 1 from targets t where t.indicator_id = o.indicator_id and t.territory = o.territory) "
            + "order by o.indicator_id, o.territory, o.period, o.revision")
        .ConvertAll(r => r.Read());

    /// <summary>
    /// Enters values. A value for a period of which nothing is known is its first report; another value than the last known one is the
    /// next revision; the same value changes nothing. Each indicator that changes gets an entry in its journal.
    /// </summary>
    /// <param name="writing">The transaction.</param>
    /// <param name="values">Values whose indicators exist, each territory and period once for an indicator.</param>
    /// <param name="at">When.</param>
    /// <param name="by">Who.</param>
    public static ObservationCounts Record(Writing writing, IEnumerable<NewObservation> values, DateTimeOffset at, Actor by) => values
        .GroupBy(v => v.Indicator, StringComparer.Ordinal)
        .Select(g => RecordOf(writing, IndicatorBook.Find(writing, g.Key)!, [.. g], at, by))
        .Aggregate(new ObservationCounts(0, 0, 0), (all, one) => all + one);

    private static ObservationCounts RecordOf(Writing writing, Indicator indicator, List<NewObservation> values, DateTimeOffset at, Actor by)
    {
        IndicatorBook.Take(writing, indicator.Id);
        var known = Latest(writing, indicator.Id, values);
        var news = values
            .Select(v => (Value: v, Before: known.GetValueOrDefault((v.Territory, v.Period))))
            .Where(n => n.Before is null || n.Before.Value != n.Value.Value)
            .Select(n => (n.Value.Territory, Observed: new Observation(n.Value.Period, n.Value.Value, (n.Before?.Revision ?? -1) + 1), n.Value.Source))
            .ToList();
        if (news.Count > 0)
        {
            var entry = IndicatorBook.Kept.Append(writing, indicator.Id, at, by, Act, Entry(news));
            ManyRows.Insert(
                writing, "observations", ["indicator_id", "territory", "period", "revision", "value", "source", "at", "account", "organization", "entry"],
                news.Select(n => new object?[]
                {
                    indicator.Id, n.Territory, n.Observed.Period.ToString(), n.Observed.Revision, Text(n.Observed.Value), n.Source,
                    at.ToUnixTimeMilliseconds(), by.Account, by.Organization, entry.Seq,
                }));
        }

        var revised = news.Count(n => n.Observed.Revision > 0);
        return new ObservationCounts(news.Count - revised, revised, values.Count - news.Count);
    }

    private static Dictionary<(string, Period), Observation> Latest(Session session, long indicator, List<NewObservation> values) => session.Rows<Row>(
            $"select {Columns} from observations where indicator_id = @indicator and period >= @first and period <= @last order by revision",
            new { indicator, first = values.Min(v => v.Period).ToString(), last = values.Max(v => v.Period).ToString() })
        .ConvertAll(r => r.Read())
        .GroupBy(o => (o.Territory, o.Observed.Period))
        .ToDictionary(g => g.Key, g => g.Last().Observed);

    /// <summary>A few values are written out; of many the entry holds the count and a digest of them all.</summary>
    private static object Entry(List<(string Territory, Observation Observed, string Source)> news)
    {
        var (count, digest) = ObservationDigest.Of(news);
        return new { count, values = count <= MostListed ? news.ConvertAll(n => ObservationDigest.Line(n.Territory, n.Observed)) : null, digest };
    }

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Row
    {
        public long IndicatorId { get; init; }

        public string Territory { get; init; } = "";

        public string Period { get; init; } = "";

        public int Revision { get; init; }

        public string Value { get; init; } = "";

        public string Source { get; init; } = "";

        public DateTimeOffset At { get; init; }

        public long? Account { get; init; }

        public string? Organization { get; init; }

        public int Entry { get; init; }

        public StoredObservation Read() => new()
        {
            IndicatorId = IndicatorId,
            Territory = Territory,
            Observed = new Observation(
                Indicators.Period.TryParse(Period, out var period) ? period : throw new InvalidDataException($"'{Period}' is no period."),
                decimal.Parse(Value, CultureInfo.InvariantCulture), Revision),
            Source = Source, At = At, Account = Account, Organization = Organization, Entry = Entry,
        };
    }
}
