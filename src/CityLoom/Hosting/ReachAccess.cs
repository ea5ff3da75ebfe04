using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Web;

namespace CityLoom.Hosting;

/// <summary>Who may reach stations, units and hospitals: the planner's and the dispatcher's pages.</summary>
internal static class ReachAccess
{
    private static readonly Role[] Keepers = [Role.Supervisor, Role.Administrator];
    private static readonly Role[] Planners = [Role.Supervisor];
    private static readonly Role[] Desk = [Role.Intake, Role.Dispatcher, Role.Supervisor];
    private static readonly Role[] Clerks = [Role.Dispatcher];

    public static IReadOnlyList<AccessLine> Lines { get; } =
    [
        // registers: kept by supervisors and administrators
        new("GET", "/api/emergency/registers/{kind}.csv", [], false),
        new("POST", "/api/emergency/registers/{kind}", Keepers, false),
        new("GET", "/api/emergency/registers/{kind}/{code}/versions", [], false),

        new("GET", "/emergency/registers", [], false),
        new("POST", "/emergency/registers/{kind}", Keepers, false),
        new("POST", "/emergency/standard", [Role.Administrator], false),

        // reach: everyone looks, supervisors keep plans
        new("GET", "/api/reach/coverage", [], false),
        new("GET", "/api/reach/siting", [], false),
        new("GET", "/api/reach/comparison", [], false),
        new("GET", "/api/reach/plans", [], false),
        new("POST", "/api/reach/plans", Planners, false),
        new("POST", "/api/reach/plans/{id:long}/removal", Planners, false),

        new("GET", "/reach", [], false),
        new("GET", "/reach/panel", [], false),
        new("POST", "/reach/plans", Planners, false),
        new("POST", "/reach/plans/{id:long}/removal", Planners, false),

        // incidents and units: the desk takes in, dispatchers send
        new("GET", "/api/emergency/incidents", [], false),
        new("POST", "/api/emergency/incidents", Desk, false),
        new("GET", "/api/emergency/incidents/{id:long}", [], false),
        new("POST", "/api/emergency/incidents/{id:long}/acts", Desk, false),
        new("GET", "/api/emergency/incidents/{id:long}/recommendation", [], false),
        new("GET", "/api/emergency/incidents/{id:long}/hospitals", [], false),
        new("POST", "/api/emergency/incidents/{id:long}/units", Clerks, false),
        new("GET", "/api/emergency/units", [], false),
        new("POST", "/api/emergency/units/{code}/acts", Clerks, false),
        new("GET", "/api/emergency/responses", [], false),
        new("GET", "/api/emergency/events", [], false),
        new("GET", "/emergency", [], false),
        new("GET", "/emergency/incidents", [], false),
        new("GET", "/emergency/incidents/new", Desk, false),
        new("POST", "/emergency/incidents", Desk, false),
        new("GET", "/emergency/incidents/{Id:long}", [], false),
        new("POST", "/emergency/incidents/{id:long}/acts", Desk, false),
        new("POST", "/emergency/incidents/{id:long}/units", Clerks, false),
        new("GET", "/emergency/units", [], false),
        new("POST", "/emergency/units/{code}/acts", Clerks, false),
        new("GET", "/emergency/responses", [], false),
    ];
}
