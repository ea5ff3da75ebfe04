using System.Collections.Frozen;
using CityLoom.Kernel.Accounts;
using static CityLoom.City.Matters.MatterState;

namespace CityLoom.City.Matters;

/// <summary>The one table of what may happen to a matter. Nothing else changes a state.</summary>
public static class Transitions
{
    private static readonly MatterState[] Working = [Signed, InProgress];
    private static readonly MatterState[] Running = [Registered, Dispatched, Signed, InProgress, ReturnRequested];
    private static readonly MatterState[] Open = [Reported, Verifying, Registered, Dispatched, Signed, InProgress, ReturnRequested, Suspended, Resolved, Checking];

    private static readonly Role[] Desk = [Role.Intake, Role.Dispatcher, Role.Supervisor];
    private static readonly Role[] Dispatchers = [Role.Dispatcher, Role.Supervisor];
    private static readonly Role[] Doers = [Role.Handler, Role.Dispatcher, Role.Supervisor];
    private static readonly Role[] Overseers = [Role.Supervisor, Role.Administrator];
    private static readonly Role[] Staff = [Role.Intake, Role.Handler, Role.Dispatcher, Role.Supervisor, Role.Epidemiologist];

    /// <summary>All lines.</summary>
    public static IReadOnlyList<Transition> All { get; } =
    [
        // act                    from                       to               as                       roles        reason
        new(Act.Verify,            [Reported],                Verifying,       Party.Accountable,       Desk,        false),
        new(Act.Register,          [Reported, Verifying],     Registered,      Party.Accountable,       Desk,        false),
        new(Act.Decline,           [Reported, Verifying],     NotAccepted,     Party.Accountable,       Desk,        true),
        new(Act.Dispatch,          [Registered, Dispatched],  Dispatched,      Party.Accountable,       Dispatchers, false),
        new(Act.Sign,              [Dispatched],              Signed,          Party.Offered,           Doers,       false),
        new(Act.Start,             [Signed],                  InProgress,      Party.Handling,          Doers,       false),
        new(Act.HandOver,          Working,                   Dispatched,      Party.Accountable,       Dispatchers, true),
        new(Act.RequestReturn,     [Dispatched, .. Working],  ReturnRequested, Party.HandlingOrOffered, Doers,       true),
        new(Act.GrantReturn,       [ReturnRequested],         Registered,      Party.Arbiter,           Dispatchers, true),
        new(Act.DenyReturn,        [ReturnRequested],         null,            Party.Arbiter,           Dispatchers, true),
        new(Act.RequestExtension,  Working,                   null,            Party.Handling,          Doers,       true),
        new(Act.GrantExtension,    Working,                   null,            Party.Arbiter,           Dispatchers, false),
        new(Act.DenyExtension,     Working,                   null,            Party.Arbiter,           Dispatchers, true),
        new(Act.Suspend,           Working,                   Suspended,       Party.Arbiter,           Overseers,   true),
        new(Act.Resume,            [Suspended],               null,            Party.Accountable,       Doers,       false),
        new(Act.Resolve,           Working,                   Resolved,        Party.Handling,          Doers,       true),
        new(Act.Check,             [Resolved],                Checking,        Party.Checker,           Desk,        false),
        new(Act.Close,             [Resolved, Checking],      Closed,          Party.Checker,           Desk,        false),
        new(Act.Rework,            [Resolved, Checking],      InProgress,      Party.Accountable,       Desk,        true),
        new(Act.Evaluate,          [Closed],                  Evaluated,       Party.Accountable,       Desk,        false),
        new(Act.Reopen,            [Closed, Evaluated],       Registered,      Party.Accountable,       Desk,        true),
        new(Act.Merge,             Open,                      Merged,          Party.Accountable,       Desk,        true),
        new(Act.Void,              Open,                      Voided,          Party.Accountable,       Overseers,   true),
        new(Act.Urge,              Running,                   null,            Party.Accountable,       Desk,        false),
        new(Act.Escalate,          Running,                   null,            Party.System,            [],          false),
        new(Act.Supervise,         Running,                   null,            Party.Accountable,       Overseers,   true),
        new(Act.AnswerSupervision, Open,                      null,            Party.HandlingOrOffered, Doers,       true),
        new(Act.ReportProgress,    Working,                   null,            Party.Handling,          Doers,       true),
        new(Act.AddEvidence,       Open,                      null,            Party.Any,               Staff,       false),
        new(Act.Note,              Open,                      null,            Party.Any,               Staff,       true),
        new(Act.Divide,            Working,                   null,            Party.Accountable,       Doers,       false),
    ];

    private static readonly FrozenDictionary<Act, Transition> ByAct = All.ToFrozenDictionary(t => t.Act);

    /// <summary>The line of an act.</summary>
    public static Transition Of(Act act) => ByAct[act];
}
