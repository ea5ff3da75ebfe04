using CityLoom.Kernel.Web;

namespace CityLoom.Hosting;

/// <summary>Who may reach the hotline desk, call-backs and what the week taught.</summary>
internal static class DeskAccess
{
    public static IReadOnlyList<AccessLine> Lines { get; } =
    [
        new("GET", "/requests", Access.Staff, false),
        new("POST", "/requests", Access.Staff, false),
    ];
}
