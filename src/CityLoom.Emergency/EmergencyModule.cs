using CityLoom.Kernel;

namespace CityLoom.Emergency;

/// <summary>The emergency net: who can be there in time, whom to send, what to bring, and the plans that say who does what.</summary>
public sealed class EmergencyModule : Module
{
    /// <inheritdoc/>
    public override string Name => "emergency";
}
