using CityLoom.Emergency.Alerts;
using CityLoom.Emergency.Plans;
using CityLoom.Emergency.Roster;
using CityLoom.Emergency.Supplies;
using CityLoom.Kernel.Web;
using static CityLoom.Hosting.Access;

namespace CityLoom.Hosting;

/// <summary>Who may reach plans and drills, duty rosters, reports, supplies and alerts.</summary>
internal static class CommandAccess
{
    public static IReadOnlyList<AccessLine> Lines { get; } =
    [
        // alerts: everybody reads them, whoever commands issues them
        Public("GET", "/alerts.atom"),
        Public("GET", "/alerts/{id:long}.xml"),
        Public("GET", "/alerts/certificate.pem"),
        Public("GET", "/api/alerts"),
        new("POST", "/api/alerts", IssueAlert.May, false),
        new("POST", "/api/alerts/{id:long}/cancellation", IssueAlert.May, false),
        new("POST", "/api/alerts/received", IssueAlert.May, false),
        Public("GET", "/alerts"),
        Public("GET", "/alerts/{Id:long}"),
        new("GET", "/emergency/alerts", Everyone, false),
        new("POST", "/emergency/alerts", IssueAlert.May, false),
        new("GET", "/emergency/alerts/new", IssueAlert.May, false),
        new("GET", "/emergency/alerts/{Id:long}/end", IssueAlert.May, false),
        new("POST", "/emergency/alerts/{id:long}/cancellation", IssueAlert.May, false),
        new("POST", "/emergency/alerts/received", IssueAlert.May, false),

        // pages of plans and drills, and what their forms post
        new("GET", "/emergency/plans", Everyone, false),
        new("POST", "/emergency/plans", ImportPlan.May, false),
        new("GET", "/emergency/plans/{Code}", Everyone, false),
        new("GET", "/emergency/plans/{code}/file", Everyone, false),
        new("POST", "/emergency/plans/{code}/tasks", ImportPlan.May, false),
        new("POST", "/emergency/plans/{code}/activations", ActivatePlan.May, false),
        new("GET", "/emergency/plans/responses/{Id:long}", Everyone, false),
        new("POST", "/emergency/plans/responses/{id:long}/level", ActivatePlan.May, false),
        new("POST", "/emergency/plans/responses/{id:long}/situations", ActivatePlan.May, false),
        new("POST", "/emergency/plans/responses/{id:long}/end", ActivatePlan.May, false),
        new("GET", "/emergency/drills", Everyone, false),
        new("GET", "/emergency/drills/{Id:long}", Everyone, false),
        new("POST", "/emergency/drills/{id:long}/conclusions", ActivatePlan.May, false),

        // the duty roster; whoever has the secret address of a feed may read it
        new("GET", "/emergency/roster", Everyone, false),
        new("POST", "/emergency/roster", KeepRoster.May, false),
        new("POST", "/emergency/roster/shifts/{id:long}/removal", KeepRoster.May, false),
        new("POST", "/emergency/roster/swaps", RequestSupplies.May, false),
        new("POST", "/emergency/roster/swaps/{id:long}/answer", RequestSupplies.May, false),
        new("POST", "/emergency/roster/handovers", RequestSupplies.May, false),
        new("GET", "/api/emergency/roster", Everyone, false),
        new("GET", "/api/emergency/roster/now", Everyone, false),
        new("POST", "/api/emergency/roster/posts", KeepRoster.May, false),
        new("POST", "/api/emergency/roster/shifts", KeepRoster.May, false),
        new("POST", "/api/emergency/roster/shifts/{id:long}/removal", KeepRoster.May, false),
        new("POST", "/api/emergency/roster/swaps", RequestSupplies.May, false),
        new("POST", "/api/emergency/roster/swaps/{id:long}/answer", RequestSupplies.May, false),
        new("POST", "/api/emergency/roster/handovers", RequestSupplies.May, false),
        Public("GET", "/feeds/{secret}/roster.ics"),

        // reports on incidents
        new("GET", "/emergency/reports", Everyone, false),
        new("GET", "/emergency/reports/{Id:long}", Everyone, false),
        new("POST", "/emergency/reports", RequestSupplies.May, false),
        new("POST", "/emergency/reports/{id:long}", RequestSupplies.May, false),
        new("POST", "/emergency/reports/deliveries/{id:long}/signature", RequestSupplies.May, false),
        new("GET", "/api/emergency/reports/inbox", Everyone, false),
        new("GET", "/api/emergency/reports/{id:long}/deliveries", Everyone, false),
        new("POST", "/api/emergency/reports/deliveries/{id:long}/signature", RequestSupplies.May, false),
        new("GET", "/api/emergency/reports", Everyone, false),
        new("GET", "/api/emergency/reports/templates", Everyone, false),
        new("POST", "/api/emergency/reports/templates", ImportPlan.May, false),
        new("POST", "/api/emergency/reports", RequestSupplies.May, false),
        new("POST", "/api/emergency/reports/{id:long}", RequestSupplies.May, false),

        // supplies
        new("GET", "/emergency/supplies", Everyone, false),
        new("POST", "/emergency/supplies", RequestSupplies.May, false),
        new("POST", "/emergency/supplies/{id:long}/acts", RequestSupplies.May, false),
        new("POST", "/emergency/supplies/lots/{id:long}/write-off", ActivatePlan.May, false),
        new("GET", "/api/emergency/supplies/stock", Everyone, false),
        new("GET", "/api/emergency/supplies/sites", Everyone, false),
        new("POST", "/api/emergency/supplies/catalogue", ImportPlan.May, false),
        new("POST", "/api/emergency/supplies/lots", ActivatePlan.May, false),
        new("POST", "/api/emergency/supplies/lots/{id:long}/write-off", ActivatePlan.May, false),
        new("GET", "/api/emergency/supplies/requests", Everyone, false),
        new("POST", "/api/emergency/supplies/requests", RequestSupplies.May, false),
        new("GET", "/api/emergency/supplies/plan", Everyone, false),
        new("POST", "/api/emergency/supplies/requests/{id:long}/acts", RequestSupplies.May, false),

        // plans, responses and drills
        new("GET", "/api/emergency/plans", Everyone, false),
        new("POST", "/api/emergency/plans", ImportPlan.May, false),
        new("GET", "/api/emergency/plans/{code}", Everyone, false),
        new("GET", "/api/emergency/plans/{code}/tasks.{format}", Everyone, false),
        new("POST", "/api/emergency/plans/{code}/tasks", ImportPlan.May, false),
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
