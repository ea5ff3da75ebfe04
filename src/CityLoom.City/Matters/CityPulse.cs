using System.Diagnostics;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Matters;

/// <summary>The whole city's figures at one instant.</summary>
/// <param name="At">When they were counted, UTC.</param>
/// <param name="ByDistrict">Open ones and those ended in the last 30 days, by the path of the district.</param>
/// <param name="ByKind">The same by kind.</param>
/// <param name="Weeks">The last eight weeks, oldest first.</param>
/// <param name="Total">All of them.</param>
public sealed record Pulse(
    DateTimeOffset At, IReadOnlyDictionary<string, MatterCount> ByDistrict, IReadOnlyDictionary<string, MatterCount> ByKind,
    IReadOnlyList<WeekTally> Weeks, MatterCount Total);

/// <summary>
/// Counts the whole city for the one-minute view. A count is kept twenty times as long as it took, so that however large the ledger
/// grows, counting never takes more than a twentieth of one processor. Thread-safe.
/// </summary>
public sealed class CityPulse(Database database, CityContext city) : IDisposable
{
    /// <summary>How many weeks are told.</summary>
    public const int Weeks = 8;

    /// <summary>How far back closings are counted for the share on time.</summary>
    public static readonly TimeSpan Closings = TimeSpan.FromDays(30);

    private const int KeptTimesAsLong = 20;

    private readonly SemaphoreSlim _one = new(1);
    private (Pulse Pulse, long Counted, TimeSpan Kept)? _last;

    /// <summary>The figures, counted now or a moment ago; see <see cref="Pulse.At"/>.</summary>
    public async Task<Pulse> FindAsync(CancellationToken cancel = default)
    {
        await _one.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (_last is { } last && Stopwatch.GetElapsedTime(last.Counted) < last.Kept)
            {
                return last.Pulse;
            }

            var begun = Stopwatch.GetTimestamp();
            var pulse = await database.ReadAsync(Count, cancel).ConfigureAwait(false);
            _last = (pulse, Stopwatch.GetTimestamp(), Stopwatch.GetElapsedTime(begun) * KeptTimesAsLong);
            return pulse;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private Pulse Count(Session session)
    {
        var now = city.Now;
        var since = now - Closings;
        return new Pulse(
            now,
            MatterCounts.ByPlace(session, DistrictLength(), since, now),
            MatterCounts.ByKind(session, since, now),
            WeekTallies.Of(session, Weeks, now),
            MatterCounts.Total(session, since, now));
    }

    /// <summary>Characters of the path of a district, such as <c>4201/420102/</c>: the codes of one level are equally long.</summary>
    private int DistrictLength() => city.Territories.OfLevel(Territories.TerritoryLevel.District).FirstOrDefault() is { } district
        ? CreateMatter.PlaceOf(district.Code, city.Territories).Length
        : 0;
}
