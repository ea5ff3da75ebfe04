using System.Collections.Concurrent;
using System.Text.Json;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Matters;

/// <summary>
/// Remembers of which lists more match than anybody counts. Such a list cannot have become shorter than what is shown before so many
/// entries were written to the journal as it was longer, for no matter changes without an entry; until then nothing is counted again.
/// Thread-safe.
/// </summary>
public sealed class LongLists
{
    /// <summary>How much further than shown is counted.</summary>
    private const int Beyond = 2_000;

    /// <summary>After so many entries it is counted again; the rest is for writes that were under way when it was counted.</summary>
    private const int Holds = 1_000;
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<string, long> _known = new();

    /// <summary>How many match, counted no further than <see cref="MatterPage.MostCounted"/>.</summary>
    public int CountSome(Session session, MatterFilter filter, DateTimeOffset now)
    {
        if (filter.GoesByTime)
        {
            return MatterSearch.CountSome(session, filter, now);
        }

        var written = session.Value<long?>("select max(id) from journal") ?? 0;
        var key = JsonSerializer.Serialize(filter with { Page = 1, PageSize = 1 });
        if (_known.TryGetValue(key, out var then) && written - then < Holds)
        {
            return MatterPage.MostCounted;
        }

        const int most = MatterPage.MostCounted + Beyond;
        var count = MatterSearch.CountSome(session, filter, now, most);
        Remember(key, count == most ? written : null);
        return Math.Min(count, MatterPage.MostCounted);
    }

    private void Remember(string key, long? written)
    {
        if (written is { } place)
        {
            _known[key] = place;
        }
        else
        {
            _known.TryRemove(key, out _);
        }

        if (_known.Count > Most)
        {
            _known.Clear();
        }
    }
}
