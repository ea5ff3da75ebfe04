using CityLoom.Health.Counts;
using CityLoom.Health.Streams;
using CityLoom.Health.Sweeps;
using CityLoom.Health.Tuning;
using CityLoom.Health.Warnings;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CityLoom.Health;

/// <summary>The health net: many streams of counts, swept every day, their signals fused into warnings that a person judges.</summary>
public sealed class HealthModule : Module
{
    /// <inheritdoc/>
    public override string Name => "health";

    /// <summary>What the journal vouches for in this net.</summary>
    public static IReadOnlyList<KeptSubject> Kept { get; } = [StreamBook.Kept, CountBook.Kept, HealthDocuments.Kept, WarningBook.Kept];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<TerritoryNeighbours>();
        services.AddSingleton<RunSweep>();
        services.AddSingleton<PastSignalsBook>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => HealthEndpoints.Map(endpoints);
}
