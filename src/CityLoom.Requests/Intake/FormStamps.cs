using System.Globalization;
using System.Security.Cryptography;
using CityLoom.Kernel;
using Microsoft.AspNetCore.DataProtection;

namespace CityLoom.Requests.Intake;

/// <summary>
/// Keeps machines out of the public form without a third party: a field that only they fill, and a sealed stamp of when the form was
/// shown. The stamp serves as idempotency key too, so that a form sent twice is one request.
/// </summary>
public sealed class FormStamps(IDataProtectionProvider protection, CityClock clock)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private static readonly Refusal Stale = new(
        "request.stale", "页面打开太久，请刷新后重新提交；已填内容不会丢失。", "The form has been open for too long; load it again and send it.", 400);

    private readonly IDataProtector _seal = protection.CreateProtector("requests.form");

    /// <summary>A stamp for a form that is shown now.</summary>
    public string Make() => _seal.Protect($"{clock.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}:{RandomNumberGenerator.GetHexString(8)}");

    /// <summary>Why the form will not do; null when a person seems to have filled it.</summary>
    /// <param name="stamp">The stamp as it came back.</param>
    /// <param name="trap">The field that people leave empty.</param>
    public Refusal? Refuse(string? stamp, string? trap) =>
        !string.IsNullOrEmpty(trap) ? RequestRefusals.Trap
        : ShownAt(stamp) is not { } shown || clock.Now - shown > Longest ? Stale
        : clock.Now - shown < Shortest ? RequestRefusals.TooFast
        : null;

    private DateTimeOffset? ShownAt(string? stamp)
    {
        try
        {
            return stamp is { Length: > 0 and < 1_000 }
                ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(_seal.Unprotect(stamp).Split(':')[0], CultureInfo.InvariantCulture))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
