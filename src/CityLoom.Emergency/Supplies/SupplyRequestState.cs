using CityLoom.City;

namespace CityLoom.Emergency.Supplies;

/// <summary>Where a request for supplies stands.</summary>
public enum SupplyState
{
    /// <summary>需求: asked for, nothing promised.</summary>
    Requested,

    /// <summary>已调拨: promised from lots that lie in a warehouse.</summary>
    Committed,

    /// <summary>已发出: on the way.</summary>
    Sent,

    /// <summary>已接收: with those who asked.</summary>
    Received,

    /// <summary>已归还: what was left is back, the rest used up.</summary>
    Returned,

    /// <summary>已取消: not wanted any longer.</summary>
    Withdrawn,
}

/// <summary>What may be done with a request.</summary>
public enum SupplyAct
{
    /// <summary>Promise stock to it.</summary>
    Commit,

    /// <summary>Take the promise back.</summary>
    Release,

    /// <summary>Send what was promised.</summary>
    Send,

    /// <summary>Say that it came.</summary>
    Receive,

    /// <summary>Bring back what was not used.</summary>
    Return,

    /// <summary>Give the request up.</summary>
    Withdraw,
}

/// <summary>A line of the table: an act, from where, to where, and who does it.</summary>
/// <param name="Act">The act.</param>
/// <param name="From">The state in which it is possible.</param>
/// <param name="To">The state to which it leads.</param>
/// <param name="Asker">True when those who asked do it, false when those who command supplies do.</param>
public sealed record SupplyTransition(SupplyAct Act, SupplyState From, SupplyState To, bool Asker);

/// <summary>The one table of what may happen to a request for supplies. Nothing else changes its state.</summary>
public static class SupplyTransitions
{
    /// <summary>All lines.</summary>
    public static IReadOnlyList<SupplyTransition> All { get; } =
    [
        new(SupplyAct.Commit, SupplyState.Requested, SupplyState.Committed, false),
        new(SupplyAct.Release, SupplyState.Committed, SupplyState.Requested, false),
        new(SupplyAct.Send, SupplyState.Committed, SupplyState.Sent, false),
        new(SupplyAct.Receive, SupplyState.Sent, SupplyState.Received, true),
        new(SupplyAct.Return, SupplyState.Received, SupplyState.Returned, true),
        new(SupplyAct.Withdraw, SupplyState.Requested, SupplyState.Withdrawn, true),
    ];

    /// <summary>The line of an act in a state; null when it is not possible.</summary>
    public static SupplyTransition? Of(SupplyAct act, SupplyState state) => All.FirstOrDefault(t => t.Act == act && t.From == state);

    /// <summary>A state in words.</summary>
    public static Bilingual Words(this SupplyState state) => state switch
    {
        SupplyState.Requested => new("待调拨", "Asked for"),
        SupplyState.Committed => new("已调拨", "Promised"),
        SupplyState.Sent => new("已发出", "On the way"),
        SupplyState.Received => new("已接收", "Received"),
        SupplyState.Returned => new("已归还", "Brought back"),
        _ => new("已取消", "Given up"),
    };
}
