using CityLoom.Emergency.Alerts;
using CityLoom.Emergency.Coverage;
using CityLoom.Emergency.Incidents;
using CityLoom.Emergency.Plans;
using CityLoom.Emergency.Reports;
using CityLoom.Emergency.Roads;
using CityLoom.Emergency.Roster;
using CityLoom.Emergency.Stations;
using CityLoom.Emergency.Supplies;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CityLoom.Emergency;

/// <summary>The emergency net: who can be there in time, whom to send, what to bring, and the plans that say who does what.</summary>
public sealed class EmergencyModule : Module
{
    /// <inheritdoc/>
    public override string Name => "emergency";

    /// <summary>What the journal vouches for in this net.</summary>
    public static IReadOnlyList<KeptSubject> Kept { get; } =
    [
        RegisterBook.Kept, IncidentBook.Kept, UnitBook.Kept, UnitBook.KeptRuns, ReachPlanBook.Kept, PlanBook.Kept, ActivationBook.Kept, AlertBook.Kept,
        SupplyCatalogue.Kept, StockBook.KeptLots, StockBook.KeptNeeds, RosterBook.KeptPosts, RosterBook.Kept, RosterBook.KeptHandovers,
        ReportBook.KeptTemplates, ReportBook.Kept,
    ];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton(s => new CityRoads(s.GetRequiredService<StorageOptions>(), s.GetRequiredService<CityRegister>())).AddSingleton<CityRegister>().AddSingleton<CoverageBook>();
        services.AddSingleton(s => new SupplyWays(s.GetRequiredService<CityRoads>()));
        services.AddSingleton(s => AlertKey.Open(s.GetRequiredService<StorageOptions>().Folder, s.GetRequiredService<CityClock>()));
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        RegisterEndpoints.Map(endpoints);
        CoverageEndpoints.Map(endpoints);
        IncidentEndpoints.Map(endpoints);
        EventStream.Map(endpoints);
        PlanEndpoints.Map(endpoints);
        AlertEndpoints.Map(endpoints);
        SupplyEndpoints.Map(endpoints);
        RosterEndpoints.Map(endpoints);
        ReportEndpoints.Map(endpoints);
    }
}
