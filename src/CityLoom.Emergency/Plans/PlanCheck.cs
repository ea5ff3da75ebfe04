using System.Text.Json;
using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;

namespace CityLoom.Emergency.Plans;

/// <summary>Reads a plan from JSON and says everything that is wrong with it at once.</summary>
public static class PlanCheck
{
    private const int MostTasks = 300;
    private const int MostMinutes = 60 * 24 * 30;

    private static readonly JsonSerializerOptions Strict = new(JournalBook.Json)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
    };

    /// <summary>The plan as the text of its file.</summary>
    public static string Write(Plan plan) => JsonSerializer.Serialize(plan, Strict);

    /// <summary>The plan of a text that was checked before.</summary>
    public static Plan Stored(string content) => JsonSerializer.Deserialize<Plan>(content, Strict)!;

    /// <summary>The plan, or every fault.</summary>
    public static Outcome<Plan> Read(string json, CityContext city)
    {
        try
        {
            return JsonSerializer.Deserialize<Plan>(json, Strict) is { } plan ? Check(plan, city) : Malformed("null");
        }
        catch (JsonException malformed)
        {
            return Malformed(malformed.Message);
        }
    }

    private static Outcome<Plan> Check(Plan plan, CityContext city)
    {
        var faults = Head(plan, city).Concat(plan.Tasks.SelectMany(t => Task(t, city))).Concat(Twice(plan)).ToList();
        return faults.Count == 0
            ? plan
            : new Refusal("plan.faults", string.Join('；', faults.Select(f => f.Zh)) + "。", string.Join("; ", faults.Select(f => f.En)) + ".", 400);
    }

    private static IEnumerable<Bilingual> Head(Plan plan, CityContext city)
    {
        if (plan.Code.Length is < 2 or > 60 || !plan.Code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            yield return new("预案编码须为 2–60 个小写字母、数字或连字符", "a plan's code has 2 to 60 lower-case letters, digits or hyphens");
        }

        if (plan.Name.Trim().Length is < 2 or > 200)
        {
            yield return new("预案名称须为 2–200 个字", "a plan's name has 2 to 200 characters");
        }

        if (city.Organizations.Find(plan.Organization) is null)
        {
            yield return new($"没有单位 {plan.Organization}", $"there is no organization {plan.Organization}");
        }

        if (plan.Levels.Count == 0 || plan.Levels.Any(l => !Enum.IsDefined(l.Level) || string.IsNullOrWhiteSpace(l.When)))
        {
            yield return new("至少写明一个响应级别 (I–IV) 及其启动条件", "state at least one level (I to IV) with its condition");
        }

        if (plan.Tasks.Count is 0 or > MostTasks)
        {
            yield return new($"任务须为 1–{MostTasks} 项", $"a plan has 1 to {MostTasks} tasks");
        }

        if (plan.ReviewBy < plan.ReviewedOn)
        {
            yield return new("下次评审日期早于上次评审", "the next review lies before the last one");
        }

        if (plan.Posts.Any(p => p.Least is < 1 or > 1_000 || p.Post.Length is 0 or > 60))
        {
            yield return new("值班岗位须写明编码和 1–1000 人", "a duty post has a code and 1 to 1,000 people");
        }
    }

    private static IEnumerable<Bilingual> Task(PlanTask task, CityContext city)
    {
        var name = string.IsNullOrWhiteSpace(task.Code) ? task.Title : task.Code;
        if (task.Code.Length is 0 or > 60 || task.Title.Trim().Length is < 2 or > 200 || task.Words.Length > 5_000)
        {
            yield return new($"任务 {name} 须有编码和 2–200 个字的标题", $"task {name} needs a code and a title of 2 to 200 characters");
        }

        if (task.Organization is null == task.Duty is null)
        {
            yield return new($"任务 {name} 须写明单位或职责类别，二者取一", $"task {name} names either an organization or a duty");
        }
        else if (task.Organization is { } code && city.Organizations.Find(code) is null)
        {
            yield return new($"任务 {name}：没有单位 {code}", $"task {name}: there is no organization {code}");
        }
        else if (task.Duty is { } duty && city.Trees.Categories.Find(duty) is null)
        {
            yield return new($"任务 {name}：没有类别 {duty}", $"task {name}: there is no category {duty}");
        }

        if (!Enum.IsDefined(task.From) || !Enum.IsDefined(task.To) || task.To > task.From)
        {
            yield return new($"任务 {name} 的级别须从轻到重，例如 from IV to I", $"task {name}: its levels go from the milder to the graver, such as from IV to I");
        }

        if (task.Step is < 1 or > 99 || task.SignMinutes is < 1 or > MostMinutes || task.FinishMinutes < task.SignMinutes || task.FinishMinutes > MostMinutes)
        {
            yield return new($"任务 {name} 的步骤为 1–99，时限为分钟，办结不早于签收", $"task {name}: steps are 1 to 99, limits are minutes, finishing not before signing");
        }
    }

    private static IEnumerable<Bilingual> Twice(Plan plan) => plan.Tasks.GroupBy(t => t.Code, StringComparer.Ordinal).Where(g => g.Count() > 1)
        .Select(g => new Bilingual($"任务编码 {g.Key} 出现 {g.Count()} 次", $"the task code {g.Key} appears {g.Count()} times"));

    private static Refusal Malformed(string why) => new("plan.malformed", $"预案不是合格的 JSON：{why}", $"The plan is not well-formed JSON: {why}", 400);
}
