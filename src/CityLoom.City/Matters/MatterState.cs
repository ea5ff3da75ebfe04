namespace CityLoom.City.Matters;

/// <summary>Where a matter stands: the steps of GB/T 30428 and the ways aside. Only <see cref="Transitions"/> changes it.</summary>
public enum MatterState
{
    /// <summary>上报: told to the city, nobody has looked yet.</summary>
    Reported,

    /// <summary>核实: being verified on the spot or by a call.</summary>
    Verifying,

    /// <summary>立案: accepted; the clock runs from here.</summary>
    Registered,

    /// <summary>派遣: offered to an organization that has not signed yet.</summary>
    Dispatched,

    /// <summary>签收: accepted by the organization that now answers for it.</summary>
    Signed,

    /// <summary>处置: being worked on.</summary>
    InProgress,

    /// <summary>申请退单: the handling organization says it is not theirs; the clock runs until an arbiter decides.</summary>
    ReturnRequested,

    /// <summary>挂账: suspended with approval; the clock stands still.</summary>
    Suspended,

    /// <summary>反馈: done, says the handling organization.</summary>
    Resolved,

    /// <summary>核查: somebody else checks that it is.</summary>
    Checking,

    /// <summary>结案: closed.</summary>
    Closed,

    /// <summary>评价: closed and judged by the one who asked.</summary>
    Evaluated,

    /// <summary>不予受理: not accepted, with a reason.</summary>
    NotAccepted,

    /// <summary>并案: goes on in another matter.</summary>
    Merged,

    /// <summary>作废: taken back, with a reason.</summary>
    Voided,
}

/// <summary>What the states mean for clocks and counts.</summary>
public static class MatterStates
{
    private static readonly MatterState[] Ended =
        [MatterState.Closed, MatterState.Evaluated, MatterState.NotAccepted, MatterState.Merged, MatterState.Voided];

    /// <summary>True while somebody still has to do something about it.</summary>
    public static bool IsOpen(this MatterState state) => !Ended.Contains(state);

    /// <summary>True when it was closed as done.</summary>
    public static bool IsDone(this MatterState state) => state is MatterState.Closed or MatterState.Evaluated;

    /// <summary>True while the handling clock runs: accepted, not yet reported as done, not suspended.</summary>
    public static bool ClockRuns(this MatterState state) => state is MatterState.Registered or MatterState.Dispatched
        or MatterState.Signed or MatterState.InProgress or MatterState.ReturnRequested;
}
