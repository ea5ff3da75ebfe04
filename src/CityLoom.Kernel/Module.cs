using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CityLoom.Kernel;

/// <summary>A module of the product: its migrations, its services, its endpoints. The executable lists the modules once.</summary>
public abstract class Module
{
    /// <summary>Short lower-case name; migrations are numbered within it.</summary>
    public abstract string Name { get; }

    /// <summary>Registers what the module needs.</summary>
    public virtual void AddServices(IServiceCollection services)
    {
    }

    /// <summary>Maps the module's endpoints. Each must have a line in the access table, or the host does not start.</summary>
    public virtual void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
