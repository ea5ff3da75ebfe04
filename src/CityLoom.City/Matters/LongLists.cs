using System.Collections.Concurrent;
using System.Text.Json;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Matters;

/// <summary>
/// Remembers of which lists more match than anybody counts. Such a list cannot have become shorter than what is shown before so many
/// entries were written to the journal as it was longer, for no matter changes without an entry; until then nothing is counted again.
/// Thread-safe.
/// </summary>
/// <param name="shown">Where what is shown stops.</param>
/// <param name="beyond">How much further is counted.</param>
/// <param name="holds">After so many entries it is counted again; the rest of what is beyond is for writes that were under way when it was counted.</param>
public sealed class LongLists(int shown, int beyond, int holds)
{
    private const int Most = 1_000;
    private static readonly Sql Last = new("select coalesce(max(id), 0) from journal");

    private readonly ConcurrentDictionary<string, long> _known = new();

    /// <summary>Those of a city.</summary>
    public LongLists()
        : this(MatterPage.MostCounted, beyond: 2_000, holds: 1_000)
    {
    }

    /// <summary>How many match, counted no further than what is shown.</summary>
    public int CountSome(Session session, MatterFilter filter, DateTimeOffset now)
    {
        if (filter.GoesByTime)
        {
            return MatterSearch.CountSome(session, filter, now, shown);
        }

        var written = Written(session);
        var key = JsonSerializer.Serialize(filter with { Page = 1, PageSize = 1 });
        if (_known.TryGetValue(key, out var then) && written - then < holds)
        {
            return shown;
        }

        var count = MatterSearch.CountSome(session, filter, now, shown + beyond);
        Remember(key, count == shown + beyond ? written : null);
        return Math.Min(count, shown);
    }

    private static long Written(Session session)
    {
        using var last = session.Begin(Last);
        return last.Next() ? last.Number(0) : 0;
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
