using CityLoom.Kernel.Web;

namespace CityLoom.Hosting;

/// <summary>Who may reach the health net.</summary>
internal static class HealthAccess
{
    public static IReadOnlyList<AccessLine> Lines { get; } = [];
}
