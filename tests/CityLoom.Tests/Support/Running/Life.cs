namespace CityLoom.Tests.Support;

/// <summary>One step of a hazard from report to end: the act, who does it and in which state it leaves the matter.</summary>
/// <param name="Act">As the API names it.</param>
/// <param name="ByHandler">True for the one who works on it, false for the desk that sends it out and checks it.</param>
/// <param name="State">The state after it.</param>
public sealed record LifeStep(string Act, bool ByHandler, string State)
{
    /// <summary>The kind of matter that lives so.</summary>
    public const string Kind = "hazard";

    /// <summary>Whom it is dispatched to: a street office of the demo city.</summary>
    public const string Office = "420102002.jd";

    /// <summary>The state in which it begins.</summary>
    public const string First = "reported";

    /// <summary>From registered to closed.</summary>
    public static IReadOnlyList<LifeStep> All { get; } =
    [
        new("register", false, "registered"),
        new("dispatch", false, "dispatched"),
        new("sign", true, "signed"),
        new("start", true, "inProgress"),
        new("resolve", true, "resolved"),
        new("check", false, "checking"),
        new("close", false, "closed"),
    ];

    /// <summary>Does the step.</summary>
    public Task<MatterView> Do(CityStaff staff, long matter, string once) => (ByHandler ? staff.Handler : staff.Desk).Act(
        matter, once, Act, Act == "dispatch" ? Office : null, Act == "resolve" ? "已处置，现场照片见附件" : null);
}
