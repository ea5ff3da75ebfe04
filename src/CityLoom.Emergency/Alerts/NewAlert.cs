using CityLoom.City;
using CityLoom.Kernel;

namespace CityLoom.Emergency.Alerts;

/// <summary>An alert as a person writes it: the same words in two languages.</summary>
public sealed record NewAlert
{
    /// <summary>The alert that it changes; null for a new one.</summary>
    public long? Replaces { get; init; }

    /// <summary>In whose name; the organization of the person when not stated.</summary>
    public string? Organization { get; init; }

    /// <summary>Actual, Exercise or Test.</summary>
    public CapStatus Status { get; init; }

    /// <summary>Such as Met, Geo, Safety, Fire, Health, Infra.</summary>
    public string Category { get; init; } = "";

    /// <summary>Shelter, Evacuate, Prepare, Avoid, Monitor … ; null for none.</summary>
    public string? Response { get; init; }

    /// <summary>Immediate, Expected, Future, Past or Unknown.</summary>
    public string Urgency { get; init; } = "";

    /// <summary>Extreme, Severe, Moderate, Minor or Unknown.</summary>
    public string Severity { get; init; } = "";

    /// <summary>Observed, Likely, Possible, Unlikely or Unknown.</summary>
    public string Certainty { get; init; } = "";

    /// <summary>When the event is expected; null for now.</summary>
    public DateTimeOffset? Onset { get; init; }

    /// <summary>Until when it holds.</summary>
    public DateTimeOffset Expires { get; init; }

    /// <summary>Codes of the territories where it holds.</summary>
    public IReadOnlyList<string> Territories { get; init; } = [];

    /// <summary>The words in Chinese.</summary>
    public AlertWords Chinese { get; init; } = new();

    /// <summary>The words in English.</summary>
    public AlertWords English { get; init; } = new();

    /// <summary>What is wrong with it; null when it can be issued.</summary>
    internal Refusal? Fault(CityContext city) => this switch
    {
        _ when Status is not (CapStatus.Actual or CapStatus.Exercise or CapStatus.Test) =>
            AlertRefusals.Bad("status", "性质为实际、演练或测试。", "It is actual, an exercise or a test."),
        _ when Chinese.Incomplete || English.Incomplete => AlertRefusals.Bad(
            "words", "中英文的事件、标题、内容和怎么做都要写；标题不超过 160 个字符，其余不超过 2000 个。",
            "Write event, headline, what happens and what to do in both languages; a headline has at most 160 characters, the others 2,000."),
        _ when Territories.Count == 0 || Territories.Any(t => city.Territories.Find(t) is null) =>
            AlertRefusals.Bad("territories", "至少选择一个区划。", "Choose at least one place of the division tree."),
        _ when Expires <= city.Now || Expires > city.Now.AddDays(30) =>
            AlertRefusals.Bad("expires", "失效时间须在现在之后、30 天以内。", "It expires after now and within 30 days."),
        _ when Onset >= Expires => AlertRefusals.Bad("onset", "预计发生时间须早于失效时间。", "The event is expected before the alert expires."),
        _ => null,
    };
}

/// <summary>The words of an alert in one language.</summary>
public sealed record AlertWords
{
    /// <summary>What it is about, such as 暴雨.</summary>
    public string Event { get; init; } = "";

    /// <summary>One line.</summary>
    public string Headline { get; init; } = "";

    /// <summary>What happens.</summary>
    public string Description { get; init; } = "";

    /// <summary>What to do.</summary>
    public string Instruction { get; init; } = "";

    internal bool Incomplete => Event.Trim().Length is 0 or > 60 || Headline.Trim().Length is 0 or > 160 || Description.Trim().Length is 0 or > 2_000
        || Instruction.Trim().Length is 0 or > 2_000;
}
