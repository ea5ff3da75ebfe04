using CityLoom.City.Administration;
using CityLoom.City.Calendar;
using CityLoom.City.Feeds;
using CityLoom.City.Indicators;
using CityLoom.City.Matters;
using CityLoom.City.Rates;
using CityLoom.City.Trees;
using CityLoom.Kernel;
using Dapper;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CityLoom.City;

/// <summary>The two trees and the two ledgers.</summary>
public sealed class CityModule : Module
{
    static CityModule() => SqlMapper.AddTypeHandler(new PausesColumn());

    /// <inheritdoc/>
    public override string Name => "city";

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<CityTreesBook>();
        services.AddSingleton<CalendarBook>();
        services.AddSingleton<CityContext>();
        services.AddSingleton<CityPulse>();
        services.AddSingleton(new LongLists());
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        MatterEndpoints.Map(endpoints);
        ExportMatters.Map(endpoints);
        FeedEndpoints.Map(endpoints);
        IndicatorEndpoints.Map(endpoints);
        LeagueEndpoints.Map(endpoints);
        AdminEndpoints.Map(endpoints);
    }
}
