namespace CityLoom.City.Matters;

/// <summary>A kind of matter as data: which steps it goes through and how long its stages may take.</summary>
/// <param name="Code">Such as <c>measure</c> or <c>request</c>.</param>
/// <param name="Name">In Chinese.</param>
/// <param name="English">In English.</param>
/// <param name="Prefix">What its numbers begin with.</param>
/// <param name="Steps">The steps that it keeps; a step left out is passed over.</param>
/// <param name="SignWithin">Term for signing after it was dispatched, such as <c>mins:240</c>; null for none.</param>
/// <param name="HandleWithin">Term for the whole handling when nothing else is stated; null for none.</param>
/// <param name="CheckWithin">Term for the check after it was reported done.</param>
public sealed record MatterKind(
    string Code,
    string Name,
    string English,
    string Prefix,
    IReadOnlyList<MatterState> Steps,
    string? SignWithin,
    string? HandleWithin,
    string? CheckWithin)
{
    private static readonly MatterState[] Order =
    [
        MatterState.Reported, MatterState.Verifying, MatterState.Registered, MatterState.Dispatched, MatterState.Signed,
        MatterState.InProgress, MatterState.Resolved, MatterState.Checking, MatterState.Closed, MatterState.Evaluated,
    ];

    /// <summary>False for a kind that is practice and not work, such as a drill: no figure counts it.</summary>
    public bool Counted { get; init; } = true;

    /// <summary>The steps without which no matter can be followed.</summary>
    public static IReadOnlyList<MatterState> Required { get; } =
        [MatterState.Registered, MatterState.Dispatched, MatterState.InProgress, MatterState.Resolved, MatterState.Closed];

    /// <summary>The state in which a matter of this kind begins.</summary>
    public MatterState First => Order.First(Steps.Contains);

    /// <summary>The step itself when this kind keeps it, else the next that it keeps; states aside of the steps stay as they are.</summary>
    public MatterState Keep(MatterState step)
    {
        var place = Array.IndexOf(Order, step);
        return place < 0 ? step : Order.Skip(place).FirstOrDefault(Steps.Contains, step);
    }

    /// <summary>
    /// True when this kind has a use for the act: it leads to a step that the kind keeps, or it is the signing, without which nobody
    /// would ever accept the matter and after which a kind without that step goes straight on.
    /// </summary>
    public bool Allows(Transition transition) =>
        transition.To is not { } to || !Order.Contains(to) || Steps.Contains(to) || (transition.Act == Act.Sign && Keep(to) != to);
}
