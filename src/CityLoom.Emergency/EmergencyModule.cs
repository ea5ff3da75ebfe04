using CityLoom.Emergency.Alerts;
using CityLoom.Emergency.Plans;
using CityLoom.Emergency.Reports;
using CityLoom.Emergency.Roster;
using CityLoom.Emergency.Supplies;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CityLoom.Emergency;

/// <summary>The emergency net: who can be there in time, whom to send, what to bring, and the plans that say who does what.</summary>
public sealed class EmergencyModule : Module
{
    /// <inheritdoc/>
    public override string Name => "emergency";

    /// <summary>What compares the rows of this net's ledgers with the journal.</summary>
    public static IReadOnlyList<ISubjectVerifier> Verifiers { get; } = [PlanBook.Verifier, ActivationBook.Verifier, AlertBook.Verifier, .. StockBook.Verifiers, RosterBook.Verifier];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton(s => AlertKey.Open(s.GetRequiredService<StorageOptions>().Folder, s.GetRequiredService<CityClock>()));
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        PlanEndpoints.Map(endpoints);
        AlertEndpoints.Map(endpoints);
        SupplyEndpoints.Map(endpoints);
        RosterEndpoints.Map(endpoints);
        ReportEndpoints.Map(endpoints);
    }
}
