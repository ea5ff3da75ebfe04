using CityLoom.Requests.Understanding;

namespace CityLoom.Tests.Requests.Understanding;

/// <summary>Requests written for the tests: three categories, phrases put together in many ways.</summary>
internal static class OwnRequests
{
    private static readonly string[] Places = ["青云小区", "望江花园", "梧桐里", "石榴巷", "春晓苑", "柳堤街", "长庚路", "云台社区"];

    private static readonly (string Label, string[] Matters, string[] Details)[] Kinds =
    [
        ("light", ["路灯不亮", "路灯坏了几盏", "晚上路灯一直闪"], ["灯杆编号看不清，天黑后整段路漆黑，老人走路害怕。", "照明故障已经一周，请派人更换灯泡。"]),
        ("noise", ["工地半夜施工噪声", "广场音响太吵", "夜间噪音扰民"], ["凌晨还有搅拌机响，孩子无法入睡。", "音量很大，门窗关上也听得见，请查处。"]),
        ("bus", ["公交班次太少", "公交车站没有候车亭", "早高峰公交挤不上"], ["等了四十分钟才来一辆，请加密班次。", "站台没有遮雨的地方，上班的人都淋湿了。"]),
    ];

    /// <summary>Every matter at every place with every detail.</summary>
    public static IReadOnlyList<LabelledRequest> All { get; } =
    [
        .. from place in Places
           from kind in Kinds
           from matter in kind.Matters
           from detail in kind.Details
           select new LabelledRequest(kind.Label, new(place + matter, detail)),
    ];
}
