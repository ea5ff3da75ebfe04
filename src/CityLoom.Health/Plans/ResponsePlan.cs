using CityLoom.City.Matters;
using CityLoom.City.Territories;
using CityLoom.City.Trees;
using CityLoom.Health.Warnings;
using CityLoom.Kernel;

namespace CityLoom.Health.Plans;

/// <summary>What is to be done when a warning reaches a stage and a level: data that people keep, not code.</summary>
public sealed record ResponsePlan
{
    /// <summary>Name of the document.</summary>
    public const string Document = "response-plan";

    /// <summary>Its lines.</summary>
    public IReadOnlyList<PlanLine> Lines { get; init; } = [];

    /// <summary>What is wrong with it, line by line; null when it can be followed.</summary>
    public Refusal? Fault(CityTrees trees)
    {
        var faults = Lines.SelectMany((line, i) => line.Faults(trees).Select(f => (Line: i + 1, f.Zh, f.En)))
            .Concat(Lines.GroupBy(l => l.Code).Where(g => g.Count() > 1).Select(g => (Line: 0, Zh: $"代码 {g.Key} 用了两次", En: $"the code {g.Key} is used twice"))).ToList();
        return faults.Count == 0 ? null : new Refusal(
            "plan.line",
            "预案未启用：\n" + string.Join('\n', faults.Select(f => $"第 {f.Line} 条：{f.Zh}。")),
            "The plan was not put in force:\n" + string.Join('\n', faults.Select(f => $"line {f.Line}: {f.En}.")), 400);
    }
}

/// <summary>A matter that a warning opens once when it has come so far.</summary>
public sealed record PlanLine
{
    /// <summary>Its name in the plan; a warning opens each once.</summary>
    public string Code { get; init; } = "";

    /// <summary>The condition it is for; null for all.</summary>
    public string? Condition { get; init; }

    /// <summary>It is opened from this stage on.</summary>
    public WarningStage From { get; init; }

    /// <summary>And at this level or a graver one, 1 to 4.</summary>
    public int Level { get; init; } = 4;

    /// <summary>Kind of the matter.</summary>
    public string Kind { get; init; } = "incident";

    /// <summary>Its title; <c>{place}</c> and <c>{condition}</c> are filled in.</summary>
    public string Title { get; init; } = "";

    /// <summary>What is to be done.</summary>
    public string Words { get; init; } = "";

    /// <summary>Who answers for it.</summary>
    public string Accountable { get; init; } = "";

    /// <summary>Who does it; <c>{district}</c> is filled in. Empty when the accountable one does.</summary>
    public string Organization { get; init; } = "";

    /// <summary>Working time allowed, such as <c>mins:240</c> or <c>days:1</c>.</summary>
    public string Term { get; init; } = "";

    /// <summary>0 ordinary, 1 urgent, 2 emergency.</summary>
    public int Urgency { get; init; }

    /// <summary>True when a warning of this condition, stage and level opens it.</summary>
    public bool Holds(HealthWarning warning) =>
        (Condition is null || Condition == warning.Condition) && warning.Stage >= From && warning.Stage <= WarningStage.Outbreak && (int)warning.LevelNow <= Level;

    /// <summary>The organization that does it at a place.</summary>
    public string DoneBy(string? district) => Organization.Length == 0 ? Accountable : Organization.Replace("{district}", district ?? "", StringComparison.Ordinal);

    internal IEnumerable<(string Zh, string En)> Faults(CityTrees trees)
    {
        if (Code.Length is 0 or > 80)
        {
            yield return ("缺代码", "it has no code");
        }

        if (Title.Length is < 2 or > 200)
        {
            yield return ("标题须为 2–200 个字符", "a title has 2 to 200 characters");
        }

        if (MatterKinds.Find(Kind) is null)
        {
            yield return ($"没有“{Kind}”这种事项", $"there is no kind of matter '{Kind}'");
        }

        if (Level is < 1 or > 4 || From > WarningStage.Outbreak || Urgency is < 0 or > 2)
        {
            yield return ("级别为 1–4，阶段至暴发为止，紧急程度 0–2", "levels are 1 to 4, stages go up to outbreak, urgency is 0 to 2");
        }

        if (Term.Length > 0 && !CityLoom.City.Calendar.Term.TryParse(Term, out _, out _))
        {
            yield return ($"期限“{Term}”不成形；写作 mins:240 或 days:1", $"the term '{Term}' is malformed; write mins:240 or days:1");
        }

        var districts = Organization.Contains("{district}", StringComparison.Ordinal) ? trees.Territories.OfLevel(TerritoryLevel.District).Select(d => d.Code) : [""];
        foreach (var unknown in districts.Select(DoneBy).Append(Accountable).Distinct().Where(o => trees.Organizations.Find(o) is null))
        {
            yield return ($"没有编码为 {unknown} 的单位", $"there is no organization with the code {unknown}");
        }
    }
}
