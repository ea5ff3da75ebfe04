using System.Collections.Frozen;
using CityLoom.Reach.Dispatch;
using static CityLoom.Reach.Dispatch.UnitState;

namespace CityLoom.Emergency.Incidents;

/// <summary>What happens to a unit.</summary>
public enum UnitAct
{
    /// <summary>派出: told to go to an incident.</summary>
    Send,

    /// <summary>出动: it rolls.</summary>
    Roll,

    /// <summary>到达: it is there.</summary>
    Arrive,

    /// <summary>转运: on its way to a hospital.</summary>
    Transport,

    /// <summary>送达: at the hospital.</summary>
    HandOver,

    /// <summary>撤离: its task is over, it is on its way back.</summary>
    Clear,

    /// <summary>归站: back at its station.</summary>
    Return,

    /// <summary>停用: not to be counted on.</summary>
    Withdraw,

    /// <summary>恢复: to be counted on again.</summary>
    Restore,
}

/// <summary>One line of the table of a unit's states.</summary>
/// <param name="Act">What happens.</param>
/// <param name="From">From which states.</param>
/// <param name="To">To which.</param>
public sealed record UnitStep(UnitAct Act, IReadOnlyList<UnitState> From, UnitState To);

/// <summary>The one table of what may happen to a unit. Nothing else changes its state.</summary>
public static class UnitSteps
{
    /// <summary>All lines.</summary>
    public static IReadOnlyList<UnitStep> All { get; } =
    [
        new(UnitAct.Send,      [Available, Returning],                    Dispatched),
        new(UnitAct.Roll,      [Dispatched],                              EnRoute),
        new(UnitAct.Arrive,    [EnRoute],                                 OnScene),
        new(UnitAct.Transport, [OnScene],                                 Transporting),
        new(UnitAct.HandOver,  [Transporting],                            AtHospital),
        new(UnitAct.Clear,     [Dispatched, EnRoute, OnScene, AtHospital], Returning),
        new(UnitAct.Return,    [Returning],                               Available),
        new(UnitAct.Withdraw,  [Available, Returning],                    OutOfService),
        new(UnitAct.Restore,   [OutOfService],                            Available),
    ];

    private static readonly FrozenDictionary<UnitAct, UnitStep> ByAct = All.ToFrozenDictionary(step => step.Act);

    /// <summary>The line of an act.</summary>
    public static UnitStep Of(UnitAct act) => ByAct[act];

    /// <summary>What may happen to a unit in a state, in the order of the table.</summary>
    public static IEnumerable<UnitAct> From(UnitState state) => All.Where(step => step.From.Contains(state)).Select(step => step.Act);

    /// <summary>True while it works on an incident.</summary>
    public static bool IsBusy(this UnitState state) => state is Dispatched or EnRoute or OnScene or Transporting or AtHospital;
}
