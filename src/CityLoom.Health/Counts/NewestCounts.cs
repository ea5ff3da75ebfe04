using CityLoom.Health.Totals;
using CityLoom.Kernel.Storage;

namespace CityLoom.Health.Counts;

/// <summary>The newest period of which a stream has any report: how many places reported, and their sum.</summary>
/// <param name="Period">Its number.</param>
/// <param name="Places">How many places reported.</param>
/// <param name="Sum">Their counts together.</param>
public sealed record NewestCounts(int Period, int Places, CellSum Sum)
{
    /// <summary>Of every stream, from its last block alone, in one query; of one place where it is named.</summary>
    public static Dictionary<long, NewestCounts> Of(Session session, string? territory = null)
    {
        var found = new Dictionary<long, NewestCounts>();
        var counts = new int[CountBlock.Size];
        foreach (var row in session.Stream<Row>(
            "select c.stream_id, c.block, c.counts from health_counts c join (select stream_id, max(block) as block from health_counts group by stream_id) l "
            + "on l.stream_id = c.stream_id and l.block = c.block" + (territory is null ? "" : " where c.territory = @territory"), new { territory }))
        {
            CountBlock.Unpack(row.Counts, counts);
            if (Array.FindLastIndex(counts, c => c >= 0) is >= 0 and var place)
            {
                var (period, known) = (row.Block * CountBlock.Size + place, found.GetValueOrDefault(row.StreamId));
                found[row.StreamId] = known is null || known.Period < period ? new(period, 1, default(CellSum).With(counts[place]))
                    : known.Period == period ? known with { Places = known.Places + 1, Sum = known.Sum.With(counts[place]) } : known;
            }
        }

        return found;
    }

    private sealed record Row
    {
        public long StreamId { get; init; }

        public int Block { get; init; }

        public byte[] Counts { get; init; } = [];
    }
}
