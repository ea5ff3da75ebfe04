using CityLoom.City.Calendar;

namespace CityLoom.City.Matters;

/// <summary>The words of states, acts and lights in both languages.</summary>
public static class MatterWords
{
    /// <summary>A state in words.</summary>
    public static Bilingual Of(MatterState state) => state switch
    {
        MatterState.Reported => new("上报", "reported"),
        MatterState.Verifying => new("核实中", "being verified"),
        MatterState.Registered => new("已立案", "registered"),
        MatterState.Dispatched => new("待签收", "waiting to be signed"),
        MatterState.Signed => new("已签收", "signed"),
        MatterState.InProgress => new("办理中", "in progress"),
        MatterState.ReturnRequested => new("申请退单", "return requested"),
        MatterState.Suspended => new("挂账", "suspended"),
        MatterState.Resolved => new("已反馈", "reported done"),
        MatterState.Checking => new("核查中", "being checked"),
        MatterState.Closed => new("已结案", "closed"),
        MatterState.Evaluated => new("已评价", "evaluated"),
        MatterState.NotAccepted => new("不予受理", "not accepted"),
        MatterState.Merged => new("已并案", "merged"),
        MatterState.Voided => new("已作废", "voided"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>An act in words.</summary>
    public static Bilingual Of(Act act) => act switch
    {
        Act.Verify => new("核实", "Verify"),
        Act.Register => new("立案", "Register"),
        Act.Decline => new("不予受理", "Do not accept"),
        Act.Dispatch => new("派遣", "Dispatch"),
        Act.Sign => new("签收", "Sign"),
        Act.Start => new("开始办理", "Start"),
        Act.HandOver => new("转办", "Hand over"),
        Act.RequestReturn => new("申请退单", "Ask to return"),
        Act.GrantReturn => new("同意退单", "Grant the return"),
        Act.DenyReturn => new("驳回退单", "Deny the return"),
        Act.RequestExtension => new("申请延时", "Ask for more time"),
        Act.GrantExtension => new("批准延时", "Grant more time"),
        Act.DenyExtension => new("驳回延时", "Deny more time"),
        Act.Suspend => new("挂账", "Suspend"),
        Act.Resume => new("恢复办理", "Resume"),
        Act.Resolve => new("反馈办结", "Report done"),
        Act.Check => new("核查", "Check"),
        Act.Close => new("核查通过，结案", "Close"),
        Act.Rework => new("返工", "Send back"),
        Act.Evaluate => new("评价", "Evaluate"),
        Act.Reopen => new("重新交办", "Reopen"),
        Act.Merge => new("并案", "Merge"),
        Act.Void => new("作废", "Void"),
        Act.Urge => new("催办", "Urge"),
        Act.Escalate => new("提级", "Escalate"),
        Act.Supervise => new("督办", "Supervise"),
        Act.AnswerSupervision => new("答复督办", "Answer the order"),
        Act.ReportProgress => new("报进度", "Report progress"),
        Act.AddEvidence => new("添加佐证", "Add evidence"),
        Act.Note => new("备注", "Note"),
        Act.Divide => new("分解", "Break down"),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>A light in words.</summary>
    public static Bilingual Of(Light light) => light switch
    {
        Light.None => new("在期", "in time"),
        Light.Near => new("临期", "near due"),
        Light.Behind => new("滞后", "behind"),
        Light.Overdue => new("超期", "overdue"),
        Light.Done => new("办结", "done"),
        _ => throw new ArgumentOutOfRangeException(nameof(light)),
    };
}
