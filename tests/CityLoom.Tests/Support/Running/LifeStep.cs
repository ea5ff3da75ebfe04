namespace CityLoom.Tests.Support;

/// <summary>One step of a matter from its beginning to its end: the act, who does it and in which state it leaves the matter.</summary>
/// <param name="Act">As the API names it.</param>
/// <param name="ByHandler">True for the one who works on it, false for the desk that sends it out and checks it.</param>
/// <param name="State">The state after it.</param>
public sealed record LifeStep(string Act, bool ByHandler, string State)
{
    /// <summary>Whom matters are dispatched to: a street office of the demo city.</summary>
    private const string Office = "420102002.jd";

    /// <summary>A hazard, which begins as reported: every step there is.</summary>
    public static IReadOnlyList<LifeStep> Hazard { get; } =
    [
        new("register", false, "registered"),
        new("dispatch", false, "dispatched"),
        new("sign", true, "signed"),
        new("start", true, "inProgress"),
        new("resolve", true, "resolved"),
        new("check", false, "checking"),
        new("close", false, "closed"),
    ];

    /// <summary>A measure, which begins as registered, by the shortest way that is checked.</summary>
    public static IReadOnlyList<LifeStep> Measure { get; } = [.. Hazard.Where(step => step.Act is not ("register" or "start"))];

    /// <summary>Does the step.</summary>
    public Task<MatterView> Do(CityStaff staff, long matter, string once) => (ByHandler ? staff.Handler : staff.Desk).Act(
        matter, once, Act, Act == "dispatch" ? Office : null, Act == "resolve" ? "已处置，现场照片见附件" : null);
}
