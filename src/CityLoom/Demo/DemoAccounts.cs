using CityLoom.Kernel.Accounts;

namespace CityLoom.Demo;

/// <summary>The posts of the demo city; offices, never people. All have one password, which the sign-in page of the demo shows.</summary>
internal static class DemoAccounts
{
    public const string Password = "weave the city";

    public static IReadOnlyList<(string Name, string Display, Grant[] Grants)> All { get; } =
    [
        ("supervisor", "市政府督查室 督查员", [At(Role.Supervisor, "4201.dcs"), At(Role.Dispatcher, "4201.dcs"), At(Role.Supervisor, "4201.zf"), At(Role.Dispatcher, "4201.zf")]),
        ("dispatcher", "市城运中心 派遣员", [At(Role.Dispatcher, "4201.yxzx"), At(Role.Dispatcher, "4201.zf")]),
        ("intake", "市城运中心 受理员", [At(Role.Intake, "4201.yxzx")]),
        ("handler", "江岸区政府 承办员", [At(Role.Handler, "420102.zf")]),
        ("department", "市卫生健康委 承办员", [At(Role.Handler, "4201.wjw"), At(Role.Supervisor, "4201.wjw")]),
        ("street", "大智街道办 承办员", [At(Role.Handler, "420102002.jd")]),
        ("epidemiologist", "市疾控中心 流行病学岗", [At(Role.Epidemiologist, "4201.jkzx")]),
        ("administrator", "市数据局 管理员", [At(Role.Administrator, "4201.zf")]),
        ("auditor", "市审计岗", [At(Role.Auditor, "4201.zf")]),
    ];

    private static Grant At(Role role, string organization) => new() { Role = role, Organization = organization };
}
