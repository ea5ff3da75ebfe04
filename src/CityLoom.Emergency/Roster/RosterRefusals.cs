using CityLoom.Kernel;

namespace CityLoom.Emergency.Roster;

/// <summary>Why something about the roster is refused.</summary>
internal static class RosterRefusals
{
    public static readonly Refusal NoPost = new("roster.post", "没有这个值班岗位。", "There is no such duty post.", 400);

    public static readonly Refusal NoShift = new("roster.shift", "没有这个班次，或它已经开始、已被撤下。", "There is no such shift, or it has begun or was taken off.", 409);

    public static readonly Refusal NoSwap = new("roster.swap", "没有待答复的换班，可能已有人答复。", "No such swap waits; somebody may have answered it.", 409);

    public static readonly Refusal NotYours = new("roster.not-yours", "只能处理本单位及下级单位的值班。", "You may only handle the duty of your own organizations and those below.", 403);

    public static readonly Refusal OwnSwap = new("roster.own-swap", "换班要由另一个账号接受。", "Another account has to accept a swap.", 403);

    public static readonly Refusal Waits = new("roster.waits", "这个班次已有一个换班在等答复。", "A swap of this shift waits for its answer already.", 409);

    public static readonly Refusal Clash = new("roster.clash", "换班后有人会同时在两个班次上。", "The swap would put somebody on two shifts at once.", 409);

    public static readonly Refusal BadPost = new("roster.bad-post", "岗位须有编码、1–60 个字的名称、单位和 0–100 的最少人数。", "A post has a code, a name of 1 to 60 characters, an organization and a least number of 0 to 100.", 400);

    public static readonly Refusal BadShift = new(
        "roster.bad-shift", "班次须有起止时间（不超过 72 小时）和 1–40 个字的人名或岗位名，不写电话号码。",
        "A shift has a begin and an end within 72 hours and a name or role of 1 to 40 characters, without a telephone number.", 400);

    public static readonly Refusal BadSwap = new("roster.bad-swap", "请写明换给谁（另一个人），不写电话号码。", "Say to whom it goes (somebody else), without a telephone number.", 400);

    public static readonly Refusal NoWords = new("roster.words", "请写出交接内容，2–2000 个字。", "Write what is handed over, in 2 to 2,000 characters.", 400);
}
