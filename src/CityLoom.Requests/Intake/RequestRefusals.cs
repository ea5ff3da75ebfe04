using CityLoom.Kernel;

namespace CityLoom.Requests.Intake;

/// <summary>Why something about a request is refused.</summary>
internal static class RequestRefusals
{
    public static readonly Refusal Unknown = new(
        "request.unknown", "没有这个诉求，或查询码不对。", "There is no such request, or the code does not fit.", 404);

    public static readonly Refusal PlaceNeeded = new(
        "request.place", "请说明地点：在地图上点选，或写地址，或写社区名称。", "Say where: a point (lat and long), an address, or the code of a territory.", 400);

    public static readonly Refusal HalfPoint = new(
        "request.point", "纬度和经度须同时给出。", "Give lat and long together.", 400);

    public static readonly Refusal NotOnEarth = new(
        "request.coordinates", "坐标无效：纬度在 -90 到 90 之间，经度在 -180 到 180 之间。",
        "The coordinates are invalid: lat lies between -90 and 90, long between -180 and 180 (WGS-84 degrees).", 400);

    public static readonly Refusal Outside = new(
        "request.outside", "该地点不在本市范围内。", "The place lies outside this city.", 400);

    public static readonly Refusal WordsNeeded = new(
        "request.words", "请用几个字说明情况，或选择类别。", "Say in a few words what is wrong, or choose a service.", 400);

    public static readonly Refusal WordsTooLong = new(
        "request.words-long", $"说明最多 {NewRequest.MostWords} 字。", $"The words have at most {NewRequest.MostWords} characters.", 400);

    public static readonly Refusal Urgency = new("request.urgency", "紧急程度须为 0、1 或 2。", "The urgency is 0, 1 or 2.", 400);

    public static readonly Refusal FieldTooLong = new(
        "request.field-long", "有一项内容过长，请缩短。", "A field is too long; shorten it.", 400);

    public static readonly Refusal PhotoUnknown = new(
        "request.photo", $"照片不存在或超过 {NewRequest.MostPhotos} 张。", $"A photo is unknown, or there are more than {NewRequest.MostPhotos}.", 400);

    public static readonly Refusal MediaUrl = new(
        "request.media-url", "图片地址须以 http:// 或 https:// 开头。", "media_url must be an absolute http or https address.", 400);

    public static readonly Refusal NobodyAnswers = new(
        "request.unowned", "本市尚未设置承办单位，暂时不能受理。", "The city has no organization yet that could answer for it.", 503);

    public static readonly Refusal NotDone = new(
        "request.not-done", "诉求还没有办结，办结后再评价。", "It is not closed yet; answer when it is.", 409);

    public static readonly Refusal AnsweredAlready = new(
        "request.answered", "这次办理已经评价过了。", "This has been answered already.", 409);

    public static readonly Refusal AnswerNeeded = new(
        "request.answer", "请至少回答一个问题。", "Answer at least one of the questions.", 400);


    public static readonly Refusal ReopenAsked = new(
        "request.reopen-asked", "已经申请过重办，正在等待决定。", "It has been asked for already and waits for a decision.", 409);

    public static readonly Refusal Closed = new(
        "request.closed", "诉求已经结束。", "The request has ended.", 409);

    public static readonly Refusal NotYours = new(
        "request.not-yours", "只有承办单位和首问责任单位可以这样做。", "Only the organizations that handle or answer for it may do this.", 403);

    public static readonly Refusal TooMany = new(
        "request.too-many", "提交过于频繁，请过几分钟再试；紧急情况请直接拨打热线。", "Too many in a short time; try again in some minutes.", 429);

    public static readonly Refusal TooFast = new(
        "request.too-fast", "页面刚打开就提交了。请看一遍内容，再提交一次。", "That was sent the moment the page opened. Look it over and send it again.", 400);

    public static readonly Refusal Trap = new(
        "request.trap", "请把标明“请留空”的一栏清空后再提交。", "Leave the field marked 'leave empty' empty and send it again.", 400);

    public static Refusal ServiceUnknown(string code) => new(
        "request.service", $"没有编码为 {code} 的类别。", $"There is no service with the code {code}.", 404);

    public static Refusal TerritoryUnknown(string code) => new(
        "request.territory", $"没有编码为 {code} 的区划。", $"There is no territory with the code {code}.", 400);

    public static Refusal Attribute(string code, string words, string english) => new(
        "request.attribute", $"“{code}”：{words}", $"attribute[{code}]: {english}", 400);
}
