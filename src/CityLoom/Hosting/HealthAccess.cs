using CityLoom.Health.Counts;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Web;

namespace CityLoom.Hosting;

/// <summary>Who may reach the health net. Everybody but the epidemiologist sees counts of 1 to 4 persons only as "some".</summary>
internal static class HealthAccess
{
    private static readonly Role[] Readers = [Role.Epidemiologist, Role.Supervisor, Role.Dispatcher, Role.Handler, Role.Administrator, Role.Auditor];
    private static readonly Role[] Judges = [Role.Epidemiologist];
    private static readonly Role[] Keepers = [Role.Epidemiologist, Role.Administrator];

    public static IReadOnlyList<AccessLine> Lines { get; } =
    [
        new("GET", "/api/health/streams", Readers, false),
        new("POST", "/api/health/streams", Keepers, false),
        new("GET", "/api/health/streams/{code}/counts", Readers, false),
        new("POST", "/api/health/counts", ReportCounts.May, false),
        new("GET", "/api/health/warnings", Readers, false),
        new("GET", "/api/health/warnings/{id:long}", Readers, false),
        new("POST", "/api/health/warnings/{id:long}/acts", Judges, false),
        new("POST", "/api/health/sweeps", Keepers, false),
        new("GET", "/api/health/sweeps/{day}", Readers, false),
        new("GET", "/api/health/settings", Readers, false),
        new("POST", "/api/health/settings", Judges, false),
        new("GET", "/api/health/plan", Readers, false),
        new("POST", "/api/health/plan", Keepers, false),
        new("GET", "/api/health/tuning", Readers, false),

        new("GET", "/health", Readers, false),
        new("GET", "/health/warnings/{Id:long}", Readers, false),
        new("POST", "/health/warnings/{id:long}/acts", Judges, false),
        new("GET", "/health/streams", Readers, false),
        new("GET", "/health/streams/{Code}", Readers, false),
        new("GET", "/health/quiet", Readers, false),
        new("GET", "/health/tuning", Readers, false),
        new("POST", "/health/tuning", Judges, false),
        new("GET", "/health/import", ReportCounts.May, false),
        new("POST", "/health/import", ReportCounts.May, false),
    ];
}
