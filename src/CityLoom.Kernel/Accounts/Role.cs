namespace CityLoom.Kernel.Accounts;

/// <summary>What an account may be in an organization. Each grant is scoped to an organization and, where stated, a territory.</summary>
public enum Role
{
    /// <summary>Meets residents: the hotline desk, the counter 受理员.</summary>
    Intake,

    /// <summary>Does the work 承办员.</summary>
    Handler,

    /// <summary>Decides who does it 派遣员.</summary>
    Dispatcher,

    /// <summary>Sees that it is done: supervision desk, heads of units 督查员.</summary>
    Supervisor,

    /// <summary>Judges warnings of public health 流行病学人员.</summary>
    Epidemiologist,

    /// <summary>Keeps trees, accounts, catalogue and calendar 管理员.</summary>
    Administrator,

    /// <summary>May see everything and change nothing 审计员.</summary>
    Auditor,
}
