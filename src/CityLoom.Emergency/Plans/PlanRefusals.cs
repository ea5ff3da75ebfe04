using CityLoom.Kernel;

namespace CityLoom.Emergency.Plans;

/// <summary>Why something about plans and their activation is refused.</summary>
internal static class PlanRefusals
{
    public static readonly Refusal Unknown = new("plan.unknown", "没有这个预案。", "There is no such plan.", 404);

    public static readonly Refusal NoActivation = new("activation.unknown", "没有这次响应或演练。", "There is no such response or drill.", 404);

    public static readonly Refusal NoLevel = new("activation.level", "预案没有这个响应级别，请从列出的级别中选。", "The plan has no such level; choose one that it lists.", 400);

    public static readonly Refusal NoTitle = new("activation.title", "请写明发生了什么、在哪里，2–200 个字。", "Say what happened and where, in 2 to 200 characters.", 400);

    public static readonly Refusal NoTerritory = new("activation.territory", "请选择区划。", "Choose a place of the division tree.", 400);

    public static readonly Refusal NoIncident = new("activation.incident", "没有这个编号的突发事件。", "There is no incident of that number.", 400);

    public static readonly Refusal NoOrganization = new("activation.organization", "请选择指挥单位。", "Choose the organization in command.", 400);

    public static readonly Refusal Ended = new("activation.ended", "这次响应已经结束，不能再改。", "This response has ended; it can no longer be changed.", 409);

    public static readonly Refusal NotYours = new(
        "activation.not-yours", "只有指挥单位或其上级可以这样做。", "Only the organization in command or one above it may do this.", 403);

    public static readonly Refusal NoWords = new("activation.words", "请写出内容，2–5000 个字。", "Write it down, in 2 to 5,000 characters.", 400);

    public static readonly Refusal StillOn = new("activation.still-on", "演练或响应结束后才能复盘。", "It is reviewed once it has ended.", 409);

    public static readonly Refusal BadDate = new("activation.due", "期限写作 2026-03-31，且不早于今天。", "Write the date like 2026-03-31, not before today.", 400);

    public static Refusal OtherLevel(Activation on) => new(
        "activation.other-level", $"这个预案已因同一起因启动（{on.Level.Words().Zh}）。请在那里调整级别。",
        $"The plan is already at work for the same cause ({on.Level.Words().En}). Change its level there.", 409);

    public static Refusal NobodyFor(PlanTask task) => new(
        "activation.nobody", $"任务“{task.Title}”在当地找不到承办单位（类别 {task.Duty}）。请先在组织目录中补上。",
        $"Nobody handles '{task.Duty}' there, which the task '{task.EnglishTitle}' needs. Add it to the organizations first.", 409);
}
