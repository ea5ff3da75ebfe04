using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace CityLoom.Tests.Support;

/// <summary>Two people of a running city, as programs: a desk that sends out and checks, and a handler who does the work.</summary>
public sealed partial class CityStaff : IDisposable
{
    // Everything in the demo city stands under its government.
    private const string Government = "4201.zf";

    private CityStaff(CityApi desk, CityApi handler) => (Desk, Handler) = (desk, handler);

    /// <summary>May register, dispatch, check and close.</summary>
    public CityApi Desk { get; }

    /// <summary>May sign, start and resolve; nobody checks their own work.</summary>
    public CityApi Handler { get; }

    /// <summary>Makes both accounts in a city and signs them in; in a city that is kept they are others each time.</summary>
    public static async Task<CityStaff> Hire(RunningCity city)
    {
        var mark = RandomNumberGenerator.GetHexString(6, lowercase: true);
        return new(new CityApi(city, await Hire(city, $"test-desk-{mark}", "supervisor")), new CityApi(city, await Hire(city, $"test-handler-{mark}", "handler")));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Desk.Dispose();
        Handler.Dispose();
    }

    /// <summary>A new key of an account.</summary>
    internal static async Task<string> KeyOf(RunningCity city, string account) => Key.Match(await Run(city, "account", "key", account)).Value;

    private static async Task<string> Hire(RunningCity city, string name, string role)
    {
        await Run(city, "account", "add", name, "--grant", $"{role}@{Government}");
        return await KeyOf(city, name);
    }

    private static async Task<string> Run(RunningCity city, params string[] verb)
    {
        var finished = await Programs.RunCityloom([.. verb, .. city.Store]);
        return finished.ExitCode == 0
            ? finished.Output
            : throw new InvalidOperationException($"cityloom {string.Join(' ', verb)}: {finished.ExitCode} {finished.Output}{finished.Errors}");
    }

    [GeneratedRegex("cl_[0-9a-f]+")]
    private static partial Regex Key { get; }
}
