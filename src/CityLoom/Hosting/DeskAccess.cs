using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Web;

namespace CityLoom.Hosting;

/// <summary>Who may reach the hotline desk, call-backs and what the week taught.</summary>
internal static class DeskAccess
{
    public static IReadOnlyList<AccessLine> Lines { get; } =
    [
        Access.Public("GET", "/map"),
        new("GET", "/requests", Access.Staff, false),
        new("POST", "/requests", Access.Staff, false),
        new("GET", "/requests/undecided", Access.Staff, false),
        new("POST", "/requests/undecided", Desk, false),
        new("GET", "/requests/groups", Access.Staff, false),
        new("POST", "/requests/groups", Desk, false),
        new("POST", "/api/requests/{id:long}/group", Desk, false),
        new("GET", "/requests/callbacks", Callers, false),
        new("POST", "/requests/callbacks/{id:long}", Callers, false),
        new("GET", "/api/callbacks", Callers, false),
        new("POST", "/api/callbacks/{id:long}", Callers, false),
        new("POST", "/api/callbacks/{id:long}/contact", Callers, false),
        new("GET", "/requests/templates", Access.Staff, false),
        new("POST", "/requests/templates", [Role.Supervisor], false),
        new("GET", "/requests/quality", Access.Everyone, false),
        new("GET", "/requests/answers", Access.Everyone, false),
        new("GET", "/requests/digest", Access.Everyone, false),
        new("GET", "/requests/digest.xlsx", Access.Everyone, false),
        new("GET", "/requests/digest.csv", Access.Everyone, false),
        new("GET", "/api/request-topics", Access.Everyone, false),
        new("GET", "/api/request-rates/ahead", Access.Everyone, false),
        new("GET", "/api/catalogue/{part}.xlsx", Access.Everyone, false),
        new("POST", "/api/catalogue/{part}.xlsx", [Role.Administrator], false),
        new("GET", "/api/requests/undecided", Access.Staff, false),
        new("POST", "/api/requests/{id:long}/category", Desk, false),
    ];

    private static Role[] Callers => [Role.Intake, Role.Supervisor];

    private static Role[] Desk => [Role.Intake, Role.Dispatcher, Role.Supervisor];
}
