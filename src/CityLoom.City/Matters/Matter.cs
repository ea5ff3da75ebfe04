namespace CityLoom.City.Matters;

/// <summary>
/// A thing to be done by someone by some time at some place. A value: acts make a new one (<see cref="MatterActs"/>), and only they
/// change its state, its owner and its clock. Each open matter has exactly one accountable organization.
/// </summary>
public sealed record Matter
{
    /// <summary>Identity; 0 until it is stored.</summary>
    public long Id { get; init; }

    /// <summary>What people call it, such as JC-000123: its kind and its identity, so that it needs no series of its own.</summary>
    public string Number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{MatterKinds.Of(Kind).Prefix}-{Id:000000}");

    /// <summary>Code of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>One line in the city's words.</summary>
    public required string Title { get; init; }

    /// <summary>The full words.</summary>
    public string Words { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public MatterState State { get; init; }

    /// <summary>The state to which a denied return or an ended suspension goes back.</summary>
    public MatterState? Back { get; init; }

    /// <summary>The matter of which this is a part.</summary>
    public long? Parent { get; init; }

    /// <summary>What raised it, such as <c>measure</c>, with <see cref="SourceId"/>.</summary>
    public string? Source { get; init; }

    /// <summary>Which of them raised it.</summary>
    public long? SourceId { get; init; }

    /// <summary>Code of its category.</summary>
    public string? Category { get; init; }

    /// <summary>Code of the territory where it is.</summary>
    public string? Territory { get; init; }

    /// <summary>The codes from the root of the tree to <see cref="Territory"/>, joined by slashes, so that "within" is a range of an index.</summary>
    public string Place { get; init; } = "";

    /// <summary>WGS-84 longitude in degrees.</summary>
    public double? Longitude { get; init; }

    /// <summary>WGS-84 latitude in degrees.</summary>
    public double? Latitude { get; init; }

    /// <summary>The one organization that answers for it 首问责任单位.</summary>
    public required string Accountable { get; init; }

    /// <summary>The organization working on it 承办单位; null until one has signed.</summary>
    public string? Handling { get; init; }

    /// <summary>The organization to which it is offered and that has not answered yet.</summary>
    public string? Offered { get; init; }

    /// <summary>Codes of the organizations that support the handling one 配合单位, joined by semicolons; empty for none.</summary>
    public string Supports { get; init; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was registered; the clock runs from here.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>Working time allowed, such as <c>days:5</c>; null when a date or nothing is stated.</summary>
    public string? Term { get; init; }

    /// <summary>The civil date by which it is due when a date was stated.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>Spans in which the clock stood still.</summary>
    public IReadOnlyList<Calendar.Pause> Pauses { get; init; } = [];

    /// <summary>When it is due, UTC; null when nothing is stated or while suspended.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The due instant before any extension.</summary>
    public DateTimeOffset? FirstDueAt { get; init; }

    /// <summary>When 80 % of the working time is used and the light turns yellow.</summary>
    public DateTimeOffset? WarnAt { get; init; }

    /// <summary>True when the due date lies beyond the calendar's last notice and will be computed again.</summary>
    public bool Provisional { get; init; }

    /// <summary>When the present stage is due (signing, checking); null when it has no limit of its own.</summary>
    public DateTimeOffset? StageDueAt { get; init; }

    /// <summary>When it was offered last.</summary>
    public DateTimeOffset? DispatchedAt { get; init; }

    /// <summary>When it was signed.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>By when it had to be signed.</summary>
    public DateTimeOffset? SignDueAt { get; init; }

    /// <summary>When it was reported done.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>The account that reported it done; another must check it.</summary>
    public long? ResolvedBy { get; init; }

    /// <summary>When it was closed or ended otherwise.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The date asked for in an extension that waits for an answer.</summary>
    public DateOnly? ExtensionAsked { get; init; }

    /// <summary>Approved extensions; counted, never hidden.</summary>
    public int Extensions { get; init; }

    /// <summary>Suspensions; counted, never hidden.</summary>
    public int Suspensions { get; init; }

    /// <summary>Granted returns: how often it had been sent to the wrong place.</summary>
    public int Returns { get; init; }

    /// <summary>How often a check sent it back.</summary>
    public int Reworks { get; init; }

    /// <summary>How often it was opened again.</summary>
    public int Reopens { get; init; }

    /// <summary>How often it was urged.</summary>
    public int Urges { get; init; }

    /// <summary>How often it has been given a new clock; escalation counts its levels anew in each round.</summary>
    public int Round { get; init; }

    /// <summary>How high it has been escalated in this round.</summary>
    public int EscalationLevel { get; init; }

    /// <summary>When it is brought before the next level; null when there is none or the clock stands.</summary>
    public DateTimeOffset? EscalateAt { get; init; }

    /// <summary>The colour of the supervision order that waits for an answer.</summary>
    public SupervisionColour Supervision { get; init; }

    /// <summary>By when the order has to be answered.</summary>
    public DateTimeOffset? AnswerDueAt { get; init; }

    /// <summary>Per cent done by the last progress report.</summary>
    public int? Progress { get; init; }

    /// <summary>True when the last progress report lags behind the time used.</summary>
    public bool Behind { get; init; }

    /// <summary>0 ordinary, 1 urgent, 2 emergency.</summary>
    public int Urgency { get; init; }

    /// <summary>True when only its own organizations may read it.</summary>
    public bool Confidential { get; init; }

    /// <summary>Grows by one with each act; an act may name the version it was decided on.</summary>
    public int Version { get; init; }

    /// <summary>The organization that has to act next.</summary>
    public string Holder => Offered ?? Handling ?? Accountable;

    /// <summary>True while somebody still has to do something.</summary>
    public bool Open => State.IsOpen();

    /// <summary>The light at an instant: what matters for the clock that runs or, once it is done, how it ended.</summary>
    public Light LightAt(DateTimeOffset now) => Lights.Of(State, Behind, DueAt, WarnAt, ResolvedAt ?? EndedAt ?? now);
}

/// <summary>What a supervision order and a light say.</summary>
public enum SupervisionColour
{
    /// <summary>No order.</summary>
    None,

    /// <summary>蓝: near due.</summary>
    Blue,

    /// <summary>黄: behind.</summary>
    Yellow,

    /// <summary>红: overdue.</summary>
    Red,
}

/// <summary>The light of a matter as people see it, from calm to alarming.</summary>
public enum Light
{
    /// <summary>In time, or no clock.</summary>
    None,

    /// <summary>临期, blue: 80 % of the time is used.</summary>
    Near,

    /// <summary>滞后, yellow: progress lags behind the time used.</summary>
    Behind,

    /// <summary>超期, red: past due.</summary>
    Overdue,

    /// <summary>办结, green: closed.</summary>
    Done,
}

/// <summary>Judges which light a matter shows.</summary>
internal static class Lights
{
    /// <summary>The light at an instant, which for what is resolved or ended is that of its end.</summary>
    public static Light Of(MatterState state, bool behind, DateTimeOffset? due, DateTimeOffset? warn, DateTimeOffset at) => state switch
    {
        _ when state.IsDone() => Light.Done,
        _ when !state.IsOpen() || state == MatterState.Suspended || due is null => Light.None,
        _ when at >= due => Light.Overdue,
        _ when behind => Light.Behind,
        _ when at >= warn => Light.Near,
        _ => Light.None,
    };
}
