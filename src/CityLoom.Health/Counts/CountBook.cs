using CityLoom.City.Indicators;
using CityLoom.City.Trees;
using CityLoom.Health.Streams;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Health.Counts;

/// <summary>Keeps the counts of streams, those that speak packed for the sweep and every correction beside them.</summary>
public static class CountBook
{
    private const int MostListed = 20;
    private const string Counted = "counted";
    private const int BlocksOfStream = 1_000_000;
    private static readonly string Chain = $"stream_id * {BlocksOfStream} + ";

    /// <summary>Counts with their corrections: each block of periods of a stream is a chain of its own, over all its places.</summary>
    public static KeptSubject Kept { get; } = new(
        "health-counts",
        [
            new RowSet("health_counts", Chain + "block", "stream_id, block, territory, counts"),
            new RowSet("health_revisions", Chain + $"period / {CountBlock.Size}", "stream_id, territory, period, revision, before, after, at, account, organization"),
        ]);

    /// <summary>All series of a stream over a window of periods, by territory, in one range of the primary key; places without a block in it are left out.</summary>
    /// <param name="session">Where to read.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="first">Number of the first period.</param>
    /// <param name="last">Number of the last period, included.</param>
    /// <param name="territories">Only these places; null for all.</param>
    public static List<CountedSeries> Window(Session session, HealthStream stream, int first, int last, IReadOnlyCollection<string>? territories = null)
    {
        var (from, until) = (first / CountBlock.Size, last / CountBlock.Size);
        var found = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        var block = new int[CountBlock.Size];
        foreach (var row in session.Stream<BlockRow>(
            "select block, territory, counts from health_counts where stream_id = @Id and block >= @from and block <= @until" + (territories is null ? "" : " and " + session.Among("territory", "places")),
            new { stream.Id, from, until, places = territories?.ToArray() ?? [] }))
        {
            if (!found.TryGetValue(row.Territory, out var counts))
            {
                found[row.Territory] = counts = new int[last - first + 1];
                Array.Fill(counts, CountBlock.Missing);
            }

            CountBlock.Unpack(row.Counts, block);
            var begin = row.Block * CountBlock.Size;
            var (low, high) = (Math.Max(first, begin), Math.Min(last, begin + CountBlock.Size - 1));
            block.AsSpan(low - begin, high - low + 1).CopyTo(counts.AsSpan(low - first));
        }

        return [.. found.Select(p => new CountedSeries(p.Key, first, p.Value))];
    }

    /// <summary>True when anything was ever counted for a stream.</summary>
    public static bool Any(Session session, long stream) => session.Rows<int>("select 1 from health_counts where stream_id = @stream limit 1", new { stream }).Count > 0;

    /// <summary>The corrections of a stream at a place, newest first.</summary>
    public static List<CountRevision> Revisions(Session session, long stream, string territory, int most) => session.Rows<CountRevision>(
        "select territory, period, revision, before, after, at, account, organization from health_revisions where stream_id = @stream and territory = @territory "
        + "order by at desc, period desc, revision desc limit @most",
        new { stream, territory, most });

    /// <summary>What corrections added to the periods of a window, over all places of the stream.</summary>
    internal static List<Correction> Corrections(Session session, HealthStream stream, int first, int last) => session.Rows<Correction>(
        $"select period, at, cast(sum(after - before) as bigint) as added from health_revisions where ({Chain}period / {CountBlock.Size}) between @from and @until "
        + "and stream_id = @Id and period between @first and @last group by period, at",
        new { stream.Id, first, last, from = (stream.Id * BlocksOfStream) + (first / CountBlock.Size), until = (stream.Id * BlocksOfStream) + (last / CountBlock.Size) });

    /// <summary>
    /// Enters counts. One for a period of which nothing is known is its first report; another than the known one is the next revision; the same one
    /// changes nothing. Each stream that changes gets an entry in its journal.
    /// </summary>
    /// <param name="writing">The transaction.</param>
    /// <param name="stream">The stream, stored.</param>
    /// <param name="values">Counts for it, each territory and period once.</param>
    /// <param name="at">When.</param>
    /// <param name="by">Who.</param>
    public static ObservationCounts Record(Writing writing, HealthStream stream, IReadOnlyList<NewCount> values, DateTimeOffset at, Actor by)
    {
        StreamBook.Take(writing, stream.Id);
        var blocks = Blocks(writing, stream.Id, values);
        var touched = new HashSet<(int, string)>();
        var (revised, added) = (new List<(NewCount Value, int Before)>(), 0);
        foreach (var value in values)
        {
            var (block, place) = CountBlock.At(value.Period);
            var counts = blocks.TryGetValue((block, value.Territory), out var known) ? known : blocks[(block, value.Territory)] = CountBlock.Empty();
            if (counts[place] == value.Count)
            {
                continue;
            }

            if (counts[place] == CountBlock.Missing)
            {
                added++;
            }
            else
            {
                revised.Add((value, counts[place]));
            }

            counts[place] = value.Count;
            touched.Add((block, value.Territory));
        }

        if (touched.Count > 0)
        {
            ManyRows.Insert(
                writing, "health_counts", ["stream_id", "block", "territory", "counts"],
                touched.Select(t => new object?[] { stream.Id, t.Item1, t.Item2, CountBlock.Pack(blocks[t]) }),
                "on conflict (stream_id, block, territory) do update set counts = excluded.counts");
            KeepRevisions(writing, stream.Id, revised, at, by);
            JournalBook.Append(writing, HealthStream.Subject, stream.Id, at, by, Counted, Entry(stream, values, added, revised));
            foreach (var block in touched.Select(t => t.Item1).Distinct().Order())
            {
                Kept.Append(writing, (stream.Id * BlocksOfStream) + block, at, by, Counted, new { stream = stream.Code });
            }
        }

        return new ObservationCounts(added, revised.Count, values.Count - added - revised.Count);
    }

    private static Dictionary<(int, string), int[]> Blocks(Session session, long stream, IReadOnlyList<NewCount> values)
    {
        var (from, until) = (values.Min(v => v.Period) / CountBlock.Size, values.Max(v => v.Period) / CountBlock.Size);
        var places = values.Select(v => v.Territory).Distinct().ToArray();
        var few = places.Length <= 200;
        return session.Rows<BlockRow>(
                "select block, territory, counts from health_counts where stream_id = @stream and block >= @from and block <= @until"
                + (few ? " and " + session.Among("territory", "places") : ""),
                new { stream, from, until, places })
            .ToDictionary(r => (r.Block, r.Territory), r =>
            {
                var counts = new int[CountBlock.Size];
                CountBlock.Unpack(r.Counts, counts);
                return counts;
            });
    }

    private static void KeepRevisions(Writing writing, long stream, List<(NewCount Value, int Before)> revised, DateTimeOffset at, Actor by)
    {
        if (revised.Count == 0)
        {
            return;
        }

        var known = writing.Rows<RevisionRow>(
                "select territory, period, max(revision) as revision from health_revisions where stream_id = @stream and period >= @first and period <= @last group by territory, period",
                new { stream, first = revised.Min(r => r.Value.Period), last = revised.Max(r => r.Value.Period) })
            .ToDictionary(r => (r.Territory, r.Period), r => r.Revision);
        ManyRows.Insert(
            writing, "health_revisions", ["stream_id", "territory", "period", "revision", "before", "after", "at", "account", "organization"],
            revised.Select(r => new object?[]
            {
                stream, r.Value.Territory, r.Value.Period, known.GetValueOrDefault((r.Value.Territory, r.Value.Period)) + 1, r.Before, r.Value.Count,
                at.ToUnixTimeMilliseconds(), by.Account, by.Organization,
            }));
    }

    /// <summary>The entry holds how many and which periods were corrected; no count, and no digest from which one could be guessed, since more people read the journal than may see small ones.</summary>
    private static object Entry(HealthStream stream, IReadOnlyList<NewCount> values, int added, List<(NewCount Value, int Before)> revised) => new
    {
        added,
        revised = revised.Count,
        first = CountPeriod.Text(values.Min(v => v.Period), stream.Rhythm),
        last = CountPeriod.Text(values.Max(v => v.Period), stream.Rhythm),
        corrections = revised.Count is > 0 and <= MostListed
            ? revised.ConvertAll(r => $"{r.Value.Territory} {CountPeriod.Text(r.Value.Period, stream.Rhythm)}") : null,
    };

    private sealed record BlockRow
    {
        public int Block { get; init; }

        public string Territory { get; init; } = "";

        public byte[] Counts { get; init; } = [];
    }

    private sealed record RevisionRow
    {
        public string Territory { get; init; } = "";

        public int Period { get; init; }

        public int Revision { get; init; }
    }
}
