using System.Text.Json;

namespace CityLoom.Tests.Emergency.Plans;

/// <summary>A small plan as a file, under a code of the caller's own.</summary>
internal static class SamplePlan
{
    public static object Of(string code, string name = "内涝应急预案", int sign = 15) => new
    {
        code,
        name,
        englishName = "Street flooding plan",
        organization = "4201.swj",
        reviewedOn = "2026-03-01",
        reviewBy = "2027-03-01",
        levels = new[]
        {
            new { level = "IV", when = "一小时雨量超过 30 毫米" }, new { level = "III", when = "一小时雨量超过 50 毫米" }, new { level = "II", when = "城区多处积水超过 40 厘米" },
        },
        tasks = new object[]
        {
            new { code = "pumps", from = "IV", step = 1, organization = "4201.swj", title = "开启排涝泵站", signMinutes = sign, finishMinutes = 60 },
            new { code = "roads", from = "III", step = 2, organization = "4201.jtj", title = "封闭积水路段", signMinutes = sign, finishMinutes = 60 },
            new { code = "shelter", from = "II", step = 3, duty = "water", title = "转移低洼处居民", signMinutes = sign, finishMinutes = 120 },
            new { code = "watch", from = "IV", to = "IV", step = 1, organization = "4201.yjj", title = "加密值守", signMinutes = sign, finishMinutes = 60 },
        },
    };

    public static string Text(object plan) => JsonSerializer.Serialize(plan);
}
