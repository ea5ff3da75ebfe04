using CityLoom.Directives.Export;
using CityLoom.Kernel;
using Dapper;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Directives;

/// <summary>From the report of a meeting to matters: import, review, publication, the ledger.</summary>
public sealed class DirectivesModule : Module
{
    static DirectivesModule() => SqlMapper.AddTypeHandler(new CodesColumn());

    /// <inheritdoc/>
    public override string Name => "directives";

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        DirectiveEndpoints.Map(endpoints);
        ExportDirective.Map(endpoints);
    }
}
