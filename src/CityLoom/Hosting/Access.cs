using CityLoom.City.Indicators;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Web;

namespace CityLoom.Hosting;

/// <summary>Every endpoint and who may reach it. What a post may do with a matter is for the matter's own table of transitions.</summary>
internal static class Access
{
    public static readonly Role[] Everyone = [];
    public static readonly Role[] Reviewers = [Role.Supervisor, Role.Dispatcher];
    public static readonly Role[] Staff = [Role.Intake, Role.Handler, Role.Dispatcher, Role.Supervisor, Role.Epidemiologist];
    public static readonly Role[] Administrators = [Role.Administrator];
    public static readonly Role[] Overseers = [Role.Administrator, Role.Auditor];
    public static readonly Role[] Actors = [.. Staff, Role.Administrator];

    public static AccessTable Table { get; } = new(
    [
        // without signing in
        Public("GET", "/health/ready"),
        Public("GET", "/api/openapi.json"),
        Public("GET", "/not-found"),
        Public("GET", "/_framework/opaque-redirect"),

        Public("GET", "/sign-in"),
        Public("POST", "/sign-in"),
        new("POST", "/sign-out", Everyone, false),
        new("GET", "/account", Everyone, false),
        new("POST", "/account/password", Everyone, false),
        new("POST", "/account/keys/{id:long}/revocation", Everyone, false),

        // what residents may read
        Public("GET", "/"),
        Public("GET", "/directives"),
        Public("GET", "/directives/{Id:long}"),

        // matters
        new("GET", "/api/matters", Everyone, false),
        new("POST", "/api/matters", Staff, false),
        new("GET", "/api/matters/{id:long}", Everyone, false),
        new("GET", "/api/matters/{id:long}/journal", Everyone, false),
        new("GET", "/api/matters/{id:long}/clock", Everyone, false),
        new("GET", "/api/matters/{id:long}/parts", Everyone, false),
        new("POST", "/api/matters/{id:long}/parts", Staff, false),
        new("POST", "/api/matters/{id:long}/acts", Actors, false),
        new("POST", "/api/matters/{id:long}/evidence", Staff, false),
        new("GET", "/files/{hash}", Everyone, false),

        // pages of the city and its matters, and what their forms post
        new("GET", "/city", Everyone, false),
        new("GET", "/matters", Everyone, false),
        new("POST", "/matters", Staff, false),
        new("GET", "/matters/new", Staff, false),
        new("GET", "/matters/reports", Staff, false),
        new("POST", "/matters/reports", Staff, false),
        new("GET", "/matters/{Id:long}", Everyone, false),
        new("POST", "/matters/{id:long}/acts", Actors, false),
        new("POST", "/matters/{id:long}/evidence", Staff, false),
        new("POST", "/matters/{id:long}/parts", Staff, false),
        new("GET", "/matters/export.xlsx", Everyone, false),
        new("GET", "/matters/export.csv", Everyone, false),

        // calendar feeds; whoever has the secret address may read the due dates in it
        Public("GET", "/feeds/{secret}.ics"),
        new("GET", "/api/feeds", Staff, false),
        new("POST", "/api/feeds", Staff, false),
        new("POST", "/api/feeds/{id:long}/revocation", Staff, false),
        new("GET", "/matters/calendar", Staff, false),
        new("POST", "/matters/calendar", Staff, false),
        new("POST", "/matters/calendar/{id:long}/revocation", Staff, false),

        // league tables
        new("GET", "/leagues", Everyone, false),
        new("GET", "/api/leagues", Everyone, false),
        new("GET", "/api/leagues/{rate}", Everyone, false),
        new("GET", "/leagues/{rate}.xlsx", Everyone, false),
        new("GET", "/leagues/{rate}.csv", Everyone, false),

        // indicators
        new("GET", "/indicators", Everyone, false),
        new("GET", "/indicators/{Code}", Everyone, false),
        new("GET", "/indicators/targets/{Code}", Everyone, false),
        new("POST", "/indicators/{code}/observations", ReportObservations.May, false),
        new("GET", "/api/indicators", Everyone, false),
        new("GET", "/api/indicators/{code}/observations", Everyone, false),
        new("POST", "/api/indicators/{code}/observations", ReportObservations.May, false),
        new("GET", "/api/targets", Everyone, false),

        // directives
        new("GET", "/api/directives", Everyone, false),
        new("POST", "/api/directives", Reviewers, false),
        new("GET", "/api/directives/{id:long}", Everyone, false),
        new("POST", "/api/directives/{id:long}/review", Reviewers, false),
        new("POST", "/api/directives/{id:long}/undo", Reviewers, false),
        new("GET", "/api/directives/{id:long}/publication", Everyone, false),
        new("POST", "/api/directives/{id:long}/publication", Reviewers, false),

        new("GET", "/directives/new", Reviewers, false),
        new("POST", "/directives/new", Reviewers, false),
        new("GET", "/directives/{Id:long}/review", Everyone, false),
        new("GET", "/directives/{Id:long}/publish", Reviewers, false),
        new("POST", "/directives/{id:long}/publish", Reviewers, false),
        new("POST", "/directives/{id:long}/accept-stated", Reviewers, false),
        new("GET", "/directives/{id:long}/spans/{span:long}/card", Reviewers, false),
        new("POST", "/directives/{id:long}/spans", Reviewers, false),
        new("POST", "/directives/{id:long}/spans/{span:long}/accept", Reviewers, false),
        new("POST", "/directives/{id:long}/spans/{span:long}/reject", Reviewers, false),
        new("POST", "/directives/{id:long}/spans/{span:long}/edit", Reviewers, false),
        new("POST", "/directives/{id:long}/spans/{span:long}/split", Reviewers, false),
        new("POST", "/directives/{id:long}/spans/{span:long}/merge", Reviewers, false),
        new("POST", "/directives/{id:long}/spans/{span:long}/undo", Reviewers, false),

        new("GET", "/directives/{id:long}/ledger.xlsx", Everyone, false),
        new("GET", "/directives/{id:long}/ledger.csv", Everyone, false),

        // administration: administrators keep it, auditors look at it
        new("GET", "/admin", Overseers, false),
        new("GET", "/admin/territories", Overseers, false),
        new("GET", "/admin/organizations", Overseers, false),
        new("GET", "/admin/catalogue", Overseers, false),
        new("GET", "/admin/accounts", Overseers, false),
        new("POST", "/admin/accounts", Administrators, false),
        new("GET", "/admin/accounts/{Name}", Overseers, false),
        new("POST", "/admin/accounts/{name}/grants", Administrators, false),
        new("POST", "/admin/accounts/{name}/revocations", Administrators, false),
        new("POST", "/admin/accounts/{name}/lock", Administrators, false),
        new("POST", "/admin/accounts/{name}/password", Administrators, false),
        new("GET", "/admin/calendar", Overseers, false),
        new("POST", "/admin/calendar", Administrators, false),
        new("POST", "/admin/calendar/preview", Administrators, false),
        new("GET", "/admin/journal", Overseers, false),
        new("GET", "/admin/jobs", Overseers, false),
        new("POST", "/admin/jobs/{name}/run", Administrators, false),
        new("GET", "/api/territories", Everyone, false),
        new("GET", "/api/organizations", Everyone, false),
        new("GET", "/api/categories", Everyone, false),
        new("GET", "/api/calendar", Everyone, false),
        new("POST", "/api/calendar", Administrators, false),
        new("POST", "/api/calendar/preview", Administrators, false),
        new("GET", "/api/accounts", Overseers, false),
        new("POST", "/api/accounts", Administrators, false),
        new("POST", "/api/accounts/{name}/grants", Administrators, false),
        new("POST", "/api/accounts/{name}/revocations", Administrators, false),
        new("POST", "/api/accounts/{name}/lock", Administrators, false),
        new("POST", "/api/accounts/{name}/password", Administrators, false),
        new("GET", "/api/journal", Overseers, false),
        new("GET", "/api/journal/state", Overseers, false),
        new("GET", "/api/jobs", Overseers, false),
        new("POST", "/api/jobs/{name}/run", Administrators, false),

        // residents' requests: made by the desk, followed by whoever knows number and code
        new("POST", "/api/requests", Staff, false),
        new("POST", "/api/requests/photos", Staff, false),
        Public("GET", "/api/requests/nearby"),
        Public("GET", "/api/requests/{number}"),
        Public("POST", "/api/requests/{number}/joins"),
        Public("POST", "/api/requests/{number}/messages"),
        Public("POST", "/api/requests/{number}/answer"),
        Public("POST", "/api/requests/{number}/reopening"),
        new("POST", "/api/requests/{id:long}/contact", Staff, false),
        new("POST", "/api/requests/{id:long}/contacted", Staff, false),
        Public("GET", "/requests/photos/{hash}"),
        Public("GET", "/report"),
        Public("POST", "/report"),
        Public("GET", "/r"),
        Public("GET", "/r/{number}"),
        Public("POST", "/r/{number}/messages"),
        Public("POST", "/r/{number}/answer"),
        Public("POST", "/r/{number}/reopening"),

        // the duty catalogue; the administrator keeps it
        new("GET", "/api/catalogue/{part}.csv", Everyone, false),
        new("POST", "/api/catalogue/{part}.csv", [Role.Administrator], false),
        new("GET", "/api/catalogue/review", Everyone, false),
        new("GET", "/api/catalogue/route", Everyone, false),

        // figures of requests, appeals against them, open data
        new("GET", "/api/request-rates", Everyone, false),
        new("GET", "/api/request-rates/dispatch", Everyone, false),
        new("GET", "/api/request-rates/answers", Everyone, false),
        new("POST", "/api/request-rates/appeals", [Role.Handler, Role.Supervisor], false),
        new("POST", "/api/request-rates/appeals/{id:long}/decision", [Role.Supervisor], false),
        Public("GET", "/open-data/requests.csv"),
        Public("GET", "/open-data/requests.geojson"),

        // Open311; what is posted needs a key of its own
        Public("GET", "/open311/discovery"),
        Public("GET", "/open311/discovery.{format}"),
        Public("GET", "/open311/v2/discovery"),
        Public("GET", "/open311/v2/discovery.{format}"),
        Public("GET", "/open311/v2/services"),
        Public("GET", "/open311/v2/services.{format}"),
        Public("GET", "/open311/v2/services/{code}.{format?}"),
        Public("POST", "/open311/v2/requests"),
        Public("POST", "/open311/v2/requests.{format}"),
        Public("GET", "/open311/v2/requests"),
        Public("GET", "/open311/v2/requests.{format}"),
        Public("GET", "/open311/v2/requests.csv"),
        Public("GET", "/open311/v2/requests/{id}.{format?}"),
        Public("GET", "/open311/v2/tokens/{token}.{format?}"),
        Public("GET", "/open311/v2/servicerequestupdates"),
        Public("GET", "/open311/v2/servicerequestupdates.{format}"),
        Public("POST", "/open311/v2/servicerequestupdates"),
        Public("POST", "/open311/v2/servicerequestupdates.{format}"),
        Public("GET", "/open311/v2/{**rest}"),

        // how pages are made of parts
        new("GET", "/parts", Everyone, false),
        new("GET", "/parts/review", Everyone, false),

        .. DeskAccess.Lines,
        .. HealthAccess.Lines,
        .. ReachAccess.Lines,
        .. CommandAccess.Lines,
    ]);

    public static AccessLine Public(string method, string pattern) => new(method, pattern, Everyone, true);
}
