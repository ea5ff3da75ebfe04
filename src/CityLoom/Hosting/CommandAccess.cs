using CityLoom.Kernel.Web;

namespace CityLoom.Hosting;

/// <summary>Who may reach plans and drills, duty rosters, reports, supplies and alerts.</summary>
internal static class CommandAccess
{
    public static IReadOnlyList<AccessLine> Lines { get; } = [];
}
