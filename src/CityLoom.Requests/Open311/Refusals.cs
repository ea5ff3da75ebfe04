using CityLoom.Kernel;

namespace CityLoom.Requests.Open311;

/// <summary>What a program is told when its Open311 call will not do.</summary>
internal static class Refusals
{
    public static readonly Refusal Format = new("open311.format", "地址须以 .xml 或 .json 结尾。", "The address must end in .xml or .json.", 404);

    public static readonly Refusal Nothing = new("open311.nothing", "没有这个资源。", "There is no such resource.", 404);

    public static readonly Refusal Busy = new("busy", "系统正忙，没有执行；请稍候再试。", "Busy; nothing was done. Try again in a moment.", 503);

    public static readonly Refusal KeyMissing = new("open311.key-missing", "缺少 api_key。", "api_key was not provided.", 403);

    public static readonly Refusal KeyWrong = new("open311.key-wrong", "api_key 无效，或该账号不能提交诉求。", "api_key is not valid, or its account may not make requests.", 403);

    public static readonly Refusal ServiceMissing = new("open311.service-missing", "缺少 service_code。", "service_code was not provided.", 400);

    public static readonly Refusal NotAForm = new(
        "open311.form", "请以 application/x-www-form-urlencoded 或 multipart/form-data (UTF-8) 提交。",
        "Send application/x-www-form-urlencoded or multipart/form-data in UTF-8.", 400);

    public static readonly Refusal Window = new(
        "open311.window", "start_date 与 end_date 相距不得超过 90 天。", "start_date and end_date may lie at most 90 days apart.", 400);

    public static Refusal Jurisdiction(string id) => new("open311.jurisdiction", $"没有辖区 {id}。", $"jurisdiction_id {id} was not found.", 404);

    public static Refusal Malformed(string message) => new("open311.malformed", $"请求格式不对：{message}", $"The request is malformed: {message}", 400);

    public static Refusal Parameter(string name, string words, string english) => new("open311.parameter", $"{name}：{words}", $"{name}: {english}", 400);
}
