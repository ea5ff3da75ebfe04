using CityLoom.Kernel;

namespace CityLoom.Health;

/// <summary>The health net: many streams of counts, swept every day, their signals fused into warnings that a person judges.</summary>
public sealed class HealthModule : Module
{
    /// <inheritdoc/>
    public override string Name => "health";
}
