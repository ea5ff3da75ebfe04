using System.Collections.Frozen;
using static CityLoom.Health.Warnings.WarningStage;

namespace CityLoom.Health.Warnings;

/// <summary>A line of the table: this act, from these stages, to that one.</summary>
/// <param name="Act">What is done.</param>
/// <param name="From">The stages in which it may be done.</param>
/// <param name="To">The stage after it; null when it stays.</param>
/// <param name="NeedsReason">True when words must be given.</param>
public sealed record WarningTransition(WarningAct Act, IReadOnlyList<WarningStage> From, WarningStage? To, bool NeedsReason);

/// <summary>The one table of what people may do with a warning. Nothing else changes its stage but the sweep, which brings back one that grew after it was ended.</summary>
public static class WarningTransitions
{
    private static readonly WarningStage[] Open = [Signal, Verified, Event, Outbreak, Controlled];

    /// <summary>All lines.</summary>
    public static IReadOnlyList<WarningTransition> All { get; } =
    [
        // act                    from                                  to          reason
        new(WarningAct.Verify,    [Signal],                             Verified,   true),
        new(WarningAct.Confirm,   [Verified],                           Event,      true),
        new(WarningAct.Declare,   [Verified, Event],                    Outbreak,   true),
        new(WarningAct.Control,   [Event, Outbreak],                    Controlled, true),
        new(WarningAct.Close,     [Controlled],                         Closed,     true),
        new(WarningAct.Drop,      [Signal, Verified, Event],            Dropped,    true),
        new(WarningAct.Resume,    [Controlled, Closed, Dropped],        Verified,   true),
        new(WarningAct.SetLevel,  Open,                                 null,       true),
        new(WarningAct.SetOnset,  Open,                                 null,       true),
        new(WarningAct.Note,      [.. Open, Closed, Dropped],           null,       true),
    ];

    private static readonly FrozenDictionary<WarningAct, WarningTransition> ByAct = All.ToFrozenDictionary(t => t.Act);

    /// <summary>The line of an act.</summary>
    public static WarningTransition Of(WarningAct act) => ByAct[act];

    /// <summary>What may be done in a stage, in the order of the table.</summary>
    public static IEnumerable<WarningAct> From(WarningStage stage) => All.Where(t => t.From.Contains(stage)).Select(t => t.Act);

    /// <summary>True while people have something to do with it.</summary>
    public static bool IsOpen(WarningStage stage) => stage is not (Closed or Dropped);
}
