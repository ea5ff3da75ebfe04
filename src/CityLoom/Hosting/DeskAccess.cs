using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Web;

namespace CityLoom.Hosting;

/// <summary>Who may reach the hotline desk, call-backs and what the week taught.</summary>
internal static class DeskAccess
{
    public static IReadOnlyList<AccessLine> Lines { get; } =
    [
        new("GET", "/requests", Access.Staff, false),
        new("POST", "/requests", Access.Staff, false),
        new("GET", "/requests/undecided", Access.Staff, false),
        new("POST", "/requests/undecided", Desk, false),
        new("GET", "/requests/groups", Access.Staff, false),
        new("POST", "/requests/groups", Desk, false),
        new("POST", "/api/requests/{id:long}/group", Desk, false),
        new("GET", "/api/requests/undecided", Access.Staff, false),
        new("POST", "/api/requests/{id:long}/category", Desk, false),
    ];

    private static Role[] Desk => [Role.Intake, Role.Dispatcher, Role.Supervisor];
}
