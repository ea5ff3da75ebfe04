using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Tests.City.Calendar;

namespace CityLoom.Tests.City.Matters;

/// <summary>Tells the life of one matter: who did what when, in the city's own time.</summary>
internal sealed class MatterLife(string kind, string reported, string? term = null, string? due = null)
{
    private int _openParts;

    public Matter Now { get; private set; } = SmallTown.New(kind, Wuhan.At(reported).ToUniversalTime(), term, due is null ? null : DateOnly.Parse(due));

    /// <summary>The due instant as the city's clock shows it; empty for none.</summary>
    public string Due => Now.DueAt is { } at ? at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm") : "";

    /// <summary>The act is done by the first person of an office.</summary>
    public MatterLife Do(string at, string office, Act act, string? to = null, string? reason = "见现场记录", string? until = null) =>
        By(SmallTown.Someone(office), at, act, to, reason, until);

    /// <summary>The act is done by the other person of an office, who may judge what the first did.</summary>
    public MatterLife ByAnother(string at, string office, Act act, string? reason = "见现场记录") => By(SmallTown.Another(office), at, act, null, reason, null);

    public MatterLife By(SignedIn? who, string at, Act act, string? to = null, string? reason = "见现场记录", string? until = null, SupervisionColour colour = default)
    {
        Now = Ask(who, at, act, to, reason, until, colour).Value;
        return this;
    }

    /// <summary>The code with which the act is refused; fails when it isn't.</summary>
    public string Refused(string at, string office, Act act, string? to = null, string? reason = "见现场记录", string? until = null) =>
        RefusedBy(SmallTown.Someone(office), at, act, to, reason, until);

    public string RefusedBy(SignedIn? who, string at, Act act, string? to = null, string? reason = "见现场记录", string? until = null) =>
        Ask(who, at, act, to, reason, until, SupervisionColour.None).Refusal?.Code ?? throw new InvalidOperationException($"{act} went through.");

    public MatterLife WithOpenParts(int count)
    {
        _openParts = count;
        return this;
    }

    public MatterLife Supervised(string at, SupervisionColour colour) => By(SmallTown.Someone(SmallTown.Hall), at, Act.Supervise, colour: colour);

    /// <summary>Registered, dispatched to the east street and signed there, all within the hour.</summary>
    public static MatterLife SignedAtEast(string reported, string? term = null, string? due = null)
    {
        var day = reported[..10];
        return new MatterLife("hazard", reported, term, due)
            .Do(day + " 09:40", SmallTown.Hall, Act.Register).Do(day + " 09:50", SmallTown.Hall, Act.Dispatch, SmallTown.East).Do(day + " 10:00", SmallTown.East, Act.Sign);
    }

    private Outcome<Matter> Ask(SignedIn? who, string at, Act act, string? to, string? reason, string? until, SupervisionColour colour) => Now.Apply(
        new ActRequest
        {
            Act = act, Organization = to, Reason = reason, Until = until is null ? null : DateOnly.Parse(until), Into = 99, Colour = colour, Progress = 40, Period = "2026-03",
        },
        SmallTown.At(who, Wuhan.At(at).ToUniversalTime()),
        _openParts);
}
