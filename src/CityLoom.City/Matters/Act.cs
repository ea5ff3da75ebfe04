namespace CityLoom.City.Matters;

/// <summary>What may be done to a matter.</summary>
public enum Act
{
    /// <summary>核实: look into what was reported.</summary>
    Verify,

    /// <summary>立案: accept it; the clock starts.</summary>
    Register,

    /// <summary>不予受理: do not accept it.</summary>
    Decline,

    /// <summary>派遣: offer it to an organization.</summary>
    Dispatch,

    /// <summary>签收: accept it; from now on this organization answers for it.</summary>
    Sign,

    /// <summary>开始处置: begin the work.</summary>
    Start,

    /// <summary>转办: offer it to another organization, answering for it until that one signs.</summary>
    HandOver,

    /// <summary>申请退单: ask to be rid of it.</summary>
    RequestReturn,

    /// <summary>同意退单: it goes back to be dispatched anew.</summary>
    GrantReturn,

    /// <summary>驳回退单: it stays where it is.</summary>
    DenyReturn,

    /// <summary>申请延时: ask for a later due date, before the present one has passed.</summary>
    RequestExtension,

    /// <summary>批准延时: the due date moves; counted.</summary>
    GrantExtension,

    /// <summary>驳回延时: the due date stays.</summary>
    DenyExtension,

    /// <summary>挂账: the clock stands still for a stated reason; counted.</summary>
    Suspend,

    /// <summary>恢复: the clock runs on.</summary>
    Resume,

    /// <summary>反馈: it is done.</summary>
    Resolve,

    /// <summary>核查: begin to check that it is.</summary>
    Check,

    /// <summary>结案: the check found it done.</summary>
    Close,

    /// <summary>返工: the check found it not done.</summary>
    Rework,

    /// <summary>评价: the one who asked says how it was.</summary>
    Evaluate,

    /// <summary>重新交办: open it again.</summary>
    Reopen,

    /// <summary>并案: carry it on in another matter.</summary>
    Merge,

    /// <summary>作废: take it back.</summary>
    Void,

    /// <summary>催办: urge.</summary>
    Urge,

    /// <summary>提级: bring an overdue matter before the next level; done by the schedule.</summary>
    Escalate,

    /// <summary>督办: a supervision order in a colour that has to be answered.</summary>
    Supervise,

    /// <summary>答复督办: answer the order.</summary>
    AnswerSupervision,

    /// <summary>报进度: how far the work is, for a month.</summary>
    ReportProgress,

    /// <summary>补充佐证: add a file that shows what was done.</summary>
    AddEvidence,

    /// <summary>备注: a remark for the record.</summary>
    Note,

    /// <summary>分解: break it down into matters for other organizations.</summary>
    Divide,
}
