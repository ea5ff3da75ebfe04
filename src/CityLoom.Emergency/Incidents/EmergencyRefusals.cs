using CityLoom.Kernel;
using CityLoom.Reach.Dispatch;

namespace CityLoom.Emergency.Incidents;

/// <summary>Why something was refused, in words that say how to mend it.</summary>
internal static class EmergencyRefusals
{
    public static readonly Refusal UnknownIncident = new("incident.unknown", "没有这起事件。", "There is no such incident.", 404);
    public static readonly Refusal UnknownUnit = new("unit.unknown", "没有这个单元；请先导入单元表。", "There is no such unit; import the units first.", 404);
    public static readonly Refusal UnknownHospital = new("unit.hospital", "请指明要送往的医院。", "Say which hospital it drives to.", 400);
    public static readonly Refusal NotYours = new("incident.not-yours", "您的岗位不能做这一步。", "Your post may not do this.", 403);
    public static readonly Refusal ReasonNeeded = new("incident.reason", "请写明情况或理由。", "Say why, or what was done.", 400);
    public static readonly Refusal BadGrade = new("incident.grade", "等级为 1 (特别重大) 到 4 (一般)。", "The grade is 1 (gravest) to 4.", 400);
    public static readonly Refusal BadLevel = new("incident.level", "所需单元等级为 1 到 3。", "The level of unit is 1 to 3.", 400);
    public static readonly Refusal Moved = new("incident.moved", "此事件已被他人更新；请刷新后再试。", "Somebody has changed it meanwhile; look at it again.", 409);
    public static readonly Refusal NoPlace = new("incident.place", "请给出事件地点：经纬度，或已知的区划。", "Say where it is: longitude and latitude, or a known territory.", 400);
    public static readonly Refusal NotSendable = new("incident.not-sendable", "先核实并定级，才能派出单元；已终止的事件不再派出。", "Verify and grade it before sending units; none are sent once it is terminated.", 409);
    public static readonly Refusal UnitsOut = new("incident.units-out", "还有单元在这起事件上；请先让它们撤离。", "Units are still on it; clear them first.", 409);

    public static Refusal NotNow(IncidentAct act, IncidentStage stage) => new(
        "incident.not-now", $"事件在“{EmergencyWords.Stage(stage)}”阶段，不能{EmergencyWords.Act(act)}。", $"The incident is {stage}; {act} is not possible now.", 409);

    public static Refusal UnitNotNow(string unit, UnitAct act, UnitState state) => new(
        "unit.not-now", $"{unit} 现为“{EmergencyWords.State(state)}”，不能{EmergencyWords.Act(act)}。", $"{unit} is {state}; {act} is not possible now.", 409);
}

/// <summary>What stages, states and acts are called in refusals.</summary>
internal static class EmergencyWords
{
    public static string Stage(IncidentStage stage) => stage switch
    {
        IncidentStage.Received => "接报", IncidentStage.Verified => "核实", IncidentStage.Graded => "定级", IncidentStage.Responding => "处置", IncidentStage.Controlled => "受控",
        IncidentStage.Terminated => "终止", IncidentStage.Recovered => "恢复", IncidentStage.Reviewed => "复盘", _ => "不实",
    };

    public static string Act(IncidentAct act) => act switch
    {
        IncidentAct.Verify => "核实", IncidentAct.Dismiss => "判为不实", IncidentAct.Grade => "定级", IncidentAct.Respond => "启动处置", IncidentAct.Control => "确认受控",
        IncidentAct.Terminate => "终止响应", IncidentAct.Recover => "确认恢复", _ => "复盘",
    };

    public static string State(UnitState state) => state switch
    {
        UnitState.Available => "待命", UnitState.Dispatched => "已派", UnitState.EnRoute => "途中", UnitState.OnScene => "现场", UnitState.Transporting => "转运",
        UnitState.AtHospital => "在院", UnitState.Returning => "返站", _ => "停用",
    };

    public static string Act(UnitAct act) => act switch
    {
        UnitAct.Send => "派出", UnitAct.Roll => "出动", UnitAct.Arrive => "到达", UnitAct.Transport => "转运", UnitAct.HandOver => "送达", UnitAct.Clear => "撤离", UnitAct.Return => "归站",
        UnitAct.Withdraw => "停用", _ => "恢复",
    };
}
