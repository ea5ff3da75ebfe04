using CityLoom.City.Matters;
using CityLoom.Web.Words;

namespace CityLoom.Web.Pages.Matters;

/// <summary>The one sentence that says where a matter stands, in its three parts.</summary>
/// <param name="Who">Who is at what: 大智街道办办理中.</param>
/// <param name="Clock">The time left or lost: 还剩 2 个工作日 3 小时.</param>
/// <param name="Next">What changes next: 红灯自 3月4日 16:30.</param>
internal sealed record Standing(string Who, string? Clock, string? Next)
{
    /// <summary>The sentence of a matter now.</summary>
    public static Standing Of(Matter matter, Say say, MatterInWords words)
    {
        var who = matter.State is MatterState.Resolved or MatterState.Checking ? matter.Handling ?? matter.Accountable : matter.Holder;
        var ended = say.ShortDay(say.Civil(matter.EndedAt ?? matter.CreatedAt));
        var sentence = say["standing." + KeyOf(matter.State), ("who", words.Organization(who)), ("date", ended)];
        return matter.Open ? new Standing(sentence, words.Clock(matter).Words, NextOf(matter, say, words.Now)) : new Standing(sentence, null, Kept(matter, say));
    }

    /// <summary>The state as it stands in keys of words: <c>in-progress</c>.</summary>
    private static string KeyOf(MatterState state) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());

    private static string? NextOf(Matter matter, Say say, DateTimeOffset now) => matter switch
    {
        { State: MatterState.Dispatched, SignDueAt: { } sign } => say[sign > now ? "standing.sign-by" : "standing.sign-late", ("at", sign)],
        { AnswerDueAt: { } answer } => say["standing.answer-by", ("at", answer)],
        _ when !matter.State.ClockRuns() => matter.StageDueAt is { } stage ? say["standing.check-by", ("at", stage)] : null,
        { DueAt: { } due } when now >= due => say["standing.was-due", ("at", due)],
        { WarnAt: { } warn } when now < warn => say["standing.blue-from", ("at", warn)],
        { DueAt: { } due } => say["standing.red-from", ("at", due)],
        _ => null,
    };

    private static string? Kept(Matter matter, Say say) => matter is { DueAt: { } due } && matter.State.IsDone()
        ? say[(matter.ResolvedAt ?? matter.EndedAt) < due ? "standing.kept" : "standing.missed", ("at", due)]
        : null;
}
