using CityLoom.Emergency.Plans;
using CityLoom.Kernel.Web;
using static CityLoom.Hosting.Access;

namespace CityLoom.Hosting;

/// <summary>Who may reach plans and drills, duty rosters, reports, supplies and alerts.</summary>
internal static class CommandAccess
{
    public static IReadOnlyList<AccessLine> Lines { get; } =
    [
        // plans, responses and drills
        new("GET", "/api/emergency/plans", Everyone, false),
        new("POST", "/api/emergency/plans", ImportPlan.May, false),
        new("GET", "/api/emergency/plans/{code}", Everyone, false),
        new("POST", "/api/emergency/plans/{code}/activations", ActivatePlan.May, false),
        new("GET", "/api/emergency/activations", Everyone, false),
        new("GET", "/api/emergency/activations/{id:long}", Everyone, false),
        new("POST", "/api/emergency/activations/{id:long}/level", ActivatePlan.May, false),
        new("POST", "/api/emergency/activations/{id:long}/situations", ActivatePlan.May, false),
        new("POST", "/api/emergency/activations/{id:long}/end", ActivatePlan.May, false),
        new("GET", "/api/emergency/activations/{id:long}/review", Everyone, false),
        new("POST", "/api/emergency/activations/{id:long}/conclusions", ActivatePlan.May, false),
    ];
}
