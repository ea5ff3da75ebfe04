using CityLoom.Emergency.Plans;

namespace CityLoom.Emergency.Reports;

/// <summary>What is reported on a kind of incident, to whom, and by when for each grade. Data, brought in as JSON.</summary>
public sealed record ReportTemplate
{
    /// <summary>Short name.</summary>
    public string Code { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name in English.</summary>
    public string EnglishName { get; init; } = "";

    /// <summary>The limits of each grade.</summary>
    public IReadOnlyList<ReportRule> Rules { get; init; } = [];

    /// <summary>What has to be written, beyond what is known already.</summary>
    public IReadOnlyList<ReportField> Fields { get; init; } = [];

    /// <summary>The rule of a grade; the next graver one where a grade has none of its own.</summary>
    public ReportRule? RuleOf(ResponseLevel grade) => Rules.Where(r => r.Grade <= grade).OrderByDescending(r => r.Grade).FirstOrDefault();
}

/// <summary>Time limits and addressees of a grade.</summary>
public sealed record ReportRule
{
    /// <summary>The grade of the incident, I the gravest.</summary>
    public ResponseLevel Grade { get; init; }

    /// <summary>Minutes from when it became known to the first report 首报.</summary>
    public int FirstMinutes { get; init; }

    /// <summary>Minutes from one report to the next 续报; null when none is owed.</summary>
    public int? FollowUpMinutes { get; init; }

    /// <summary>Minutes from its end to the final report 终报.</summary>
    public int FinalMinutes { get; init; }

    /// <summary>Minutes within which each of those who receive a report signs for it.</summary>
    public int SignMinutes { get; init; } = 30;

    /// <summary>Codes of the organizations that receive it.</summary>
    public IReadOnlyList<string> To { get; init; } = [];
}

/// <summary>Something that a person has to write.</summary>
/// <param name="Code">Short name.</param>
/// <param name="Label">What is asked.</param>
/// <param name="EnglishLabel">The same in English.</param>
public sealed record ReportField(string Code, string Label, string EnglishLabel);

/// <summary>Which report of an incident it is.</summary>
public enum ReportKind
{
    /// <summary>首报.</summary>
    First,

    /// <summary>续报.</summary>
    FollowUp,

    /// <summary>终报.</summary>
    Final,
}
