using CityLoom.Kernel;

namespace CityLoom.Requests;

/// <summary>The net of residents' requests: many doors in, one matter, an answer out.</summary>
public sealed class RequestsModule : Module
{
    /// <inheritdoc/>
    public override string Name => "requests";
}
