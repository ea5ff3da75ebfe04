namespace CityLoom.Emergency.Plans;

/// <summary>A contingency plan 预案 as it is written, exported and imported: at which level which organization does what by when.</summary>
public sealed record Plan
{
    /// <summary>Short lower-case name that never changes, such as <c>flood</c>.</summary>
    public string Code { get; init; } = "";

    /// <summary>Its title.</summary>
    public string Name { get; init; } = "";

    /// <summary>The title in English.</summary>
    public string EnglishName { get; init; } = "";

    /// <summary>The organization that keeps it and leads the response.</summary>
    public string Organization { get; init; } = "";

    /// <summary>What it is for and what it is not.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The same in English.</summary>
    public string EnglishSummary { get; init; } = "";

    /// <summary>The day on which it was reviewed last; null when never.</summary>
    public DateOnly? ReviewedOn { get; init; }

    /// <summary>The day by which it has to be reviewed again; null when nobody set one.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>Its levels with the condition of each.</summary>
    public IReadOnlyList<PlanLevel> Levels { get; init; } = [];

    /// <summary>What is to be done.</summary>
    public IReadOnlyList<PlanTask> Tasks { get; init; } = [];

    /// <summary>The duty posts it counts on.</summary>
    public IReadOnlyList<PlanPost> Posts { get; init; } = [];

    /// <summary>The tasks that a level wants, in the plan's order.</summary>
    public IEnumerable<PlanTask> TasksAt(ResponseLevel level) => Tasks.Where(t => level.Within(t.From, t.To)).OrderBy(t => t.Step).ThenBy(t => t.Code, StringComparer.Ordinal);
}

/// <summary>When a level is called.</summary>
public sealed record PlanLevel
{
    /// <summary>Which level.</summary>
    public ResponseLevel Level { get; init; }

    /// <summary>The condition in plain words.</summary>
    public string When { get; init; } = "";

    /// <summary>The same in English.</summary>
    public string EnglishWhen { get; init; } = "";
}

/// <summary>A task of a plan. It becomes a matter when its level is called.</summary>
public sealed record PlanTask
{
    /// <summary>Short name, unique in the plan and kept over its versions.</summary>
    public string Code { get; init; } = "";

    /// <summary>The mildest level that wants it.</summary>
    public ResponseLevel From { get; init; } = ResponseLevel.IV;

    /// <summary>The gravest level that wants it; I unless a graver one replaces it by something else.</summary>
    public ResponseLevel To { get; init; } = ResponseLevel.I;

    /// <summary>Its place in the order, from 1; tasks of one step go on side by side.</summary>
    public int Step { get; init; } = 1;

    /// <summary>Code of the organization that does it; or else <see cref="Duty"/>.</summary>
    public string? Organization { get; init; }

    /// <summary>Code of a category: whoever handles it where the incident is.</summary>
    public string? Duty { get; init; }

    /// <summary>What is to be done, in one line.</summary>
    public string Title { get; init; } = "";

    /// <summary>The same in English.</summary>
    public string EnglishTitle { get; init; } = "";

    /// <summary>What is expected, in full.</summary>
    public string Words { get; init; } = "";

    /// <summary>Minutes by the wall clock within which it has to be signed.</summary>
    public int SignMinutes { get; init; } = 15;

    /// <summary>Minutes by the wall clock within which it has to be reported done.</summary>
    public int FinishMinutes { get; init; } = 120;
}

/// <summary>People whom a plan counts on: so many at a post from a level on.</summary>
public sealed record PlanPost
{
    /// <summary>Code of the duty post.</summary>
    public string Post { get; init; } = "";

    /// <summary>The mildest level that wants them.</summary>
    public ResponseLevel From { get; init; } = ResponseLevel.IV;

    /// <summary>How many at least.</summary>
    public int Least { get; init; } = 1;
}
