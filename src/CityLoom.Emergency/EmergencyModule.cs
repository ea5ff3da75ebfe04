using CityLoom.Emergency.Coverage;
using CityLoom.Emergency.Incidents;
using CityLoom.Emergency.Roads;
using CityLoom.Emergency.Stations;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CityLoom.Emergency;

/// <summary>The emergency net: who can be there in time, whom to send, what to bring, and the plans that say who does what.</summary>
public sealed class EmergencyModule : Module
{
    /// <inheritdoc/>
    public override string Name => "emergency";

    /// <summary>What compares registers, incidents, units and plans of stations with the journal.</summary>
    public static IReadOnlyList<ISubjectVerifier> ReachVerifiers { get; } = [RegisterBook.Verifier, IncidentBook.Verifier, UnitBook.Verifier, ReachPlanBook.Verifier];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<CityRoads>().AddSingleton<CityRegister>().AddSingleton<CoverageBook>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        RegisterEndpoints.Map(endpoints);
        CoverageEndpoints.Map(endpoints);
        IncidentEndpoints.Map(endpoints);
        EventStream.Map(endpoints);
    }
}
