using System.Threading.RateLimiting;
using CityLoom.Kernel;

namespace CityLoom.Requests.Intake;

/// <summary>
/// How fast one visitor may make requests and try codes. Generous, for a whole estate may share one address; a person at a telephone
/// is always let in.
/// </summary>
public sealed class IntakeLimits : IDisposable
{
    private readonly PartitionedRateLimiter<string> _requests = Limiter(burst: 30, perMinute: 6);
    private readonly PartitionedRateLimiter<string> _codes = Limiter(burst: 60, perMinute: 12);

    /// <summary>Why this visitor may not send anything just now; null when they may. Counts as one.</summary>
    public Refusal? RefuseRequest(string address) => Refuse(_requests, address);

    /// <summary>Why this visitor may not try a code just now; null when they may. Counts as one.</summary>
    public Refusal? RefuseCode(string address) => Refuse(_codes, address);

    /// <inheritdoc/>
    public void Dispose()
    {
        _requests.Dispose();
        _codes.Dispose();
    }

    private static Refusal? Refuse(PartitionedRateLimiter<string> limiter, string address)
    {
        using var lease = limiter.AttemptAcquire(address);
        return lease.IsAcquired ? null : RequestRefusals.TooMany;
    }

    private static PartitionedRateLimiter<string> Limiter(int burst, int perMinute) => PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = perMinute,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }));
}
