namespace CityLoom.Kernel;

/// <summary>The technical base as a module: its tables.</summary>
public sealed class KernelModule : Module
{
    /// <inheritdoc/>
    public override string Name => "kernel";
}
