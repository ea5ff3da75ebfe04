using CityLoom.Kernel.Web;

namespace CityLoom.Hosting;

/// <summary>Who may reach stations, units and hospitals: the planner's and the dispatcher's pages.</summary>
internal static class ReachAccess
{
    public static IReadOnlyList<AccessLine> Lines { get; } = [];
}
