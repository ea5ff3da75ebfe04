using System.Collections.Frozen;
using CityLoom.Kernel.Accounts;
using static CityLoom.Emergency.Incidents.IncidentStage;

namespace CityLoom.Emergency.Incidents;

/// <summary>How far an incident is; kept beside the state of its matter. Only <see cref="IncidentSteps"/> changes it.</summary>
public enum IncidentStage
{
    /// <summary>接报: told to the city.</summary>
    Received,

    /// <summary>核实: found to be so.</summary>
    Verified,

    /// <summary>定级: graded I to IV.</summary>
    Graded,

    /// <summary>处置: units are on it.</summary>
    Responding,

    /// <summary>受控: it grows no further.</summary>
    Controlled,

    /// <summary>终止: the response is over.</summary>
    Terminated,

    /// <summary>恢复: life is back to what it was.</summary>
    Recovered,

    /// <summary>复盘: another person has reviewed what was done.</summary>
    Reviewed,

    /// <summary>不实: it was not so.</summary>
    Dismissed,
}

/// <summary>What may be done with an incident.</summary>
public enum IncidentAct
{
    /// <summary>核实: find it to be so.</summary>
    Verify,

    /// <summary>不实: find it not to be so.</summary>
    Dismiss,

    /// <summary>定级: give it a grade, or another one.</summary>
    Grade,

    /// <summary>启动处置: begin the response; the first unit that is sent does so too.</summary>
    Respond,

    /// <summary>受控: it grows no further.</summary>
    Control,

    /// <summary>终止响应: end the response.</summary>
    Terminate,

    /// <summary>恢复: life is back to what it was.</summary>
    Recover,

    /// <summary>复盘: another person reviews it.</summary>
    Review,
}

/// <summary>One line of the table of an incident's stages.</summary>
/// <param name="Act">What is done.</param>
/// <param name="From">From which stages.</param>
/// <param name="To">To which; null to stay.</param>
/// <param name="Roles">Who may.</param>
/// <param name="NeedsReason">Whether words are needed.</param>
/// <param name="Matter">What is done with the matter in the same breath.</param>
public sealed record IncidentStep(IncidentAct Act, IReadOnlyList<IncidentStage> From, IncidentStage? To, IReadOnlyList<Role> Roles, bool NeedsReason, IReadOnlyList<City.Matters.Act> Matter);

/// <summary>The one table of what may happen to an incident.</summary>
public static class IncidentSteps
{
    private static readonly Role[] Desk = [Role.Intake, Role.Dispatcher, Role.Supervisor];
    private static readonly Role[] Dispatchers = [Role.Dispatcher, Role.Supervisor];

    /// <summary>All lines.</summary>
    public static IReadOnlyList<IncidentStep> All { get; } =
    [
        // act                     from                                        to           roles        reason  with the matter
        new(IncidentAct.Verify,    [Received],                                 Verified,    Desk,        false,  [City.Matters.Act.Register]),
        new(IncidentAct.Dismiss,   [Received],                                 Dismissed,   Dispatchers, true,   [City.Matters.Act.Decline]),
        new(IncidentAct.Grade,     [Verified],                                 Graded,      Dispatchers, false,  []),
        new(IncidentAct.Grade,     [Graded, Responding, Controlled],           null,        Dispatchers, true,   []),
        new(IncidentAct.Respond,   [Graded],                                   Responding,  Dispatchers, false,  [City.Matters.Act.Dispatch, City.Matters.Act.Sign]),
        new(IncidentAct.Control,   [Responding],                               Controlled,  Dispatchers, false,  []),
        new(IncidentAct.Terminate, [Responding, Controlled],                   Terminated,  Dispatchers, true,   []),
        new(IncidentAct.Recover,   [Terminated],                               Recovered,   Dispatchers, true,   [City.Matters.Act.Resolve]),
        new(IncidentAct.Review,    [Recovered],                                Reviewed,    Dispatchers, true,   [City.Matters.Act.Close]),
    ];

    private static readonly FrozenDictionary<(IncidentAct, IncidentStage), IncidentStep> ByActAndStage =
        All.SelectMany(step => step.From.Select(from => (Key: (step.Act, from), Step: step))).ToFrozenDictionary(p => p.Key, p => p.Step);

    /// <summary>The line of an act in a stage; null when it is not possible there.</summary>
    public static IncidentStep? Of(IncidentAct act, IncidentStage stage) => ByActAndStage.GetValueOrDefault((act, stage));

    /// <summary>True once nothing more happens to it.</summary>
    public static bool IsEnded(this IncidentStage stage) => stage is Reviewed or Dismissed;

    /// <summary>True while units may be sent to it.</summary>
    public static bool TakesUnits(this IncidentStage stage) => stage is Graded or Responding or Controlled;
}
