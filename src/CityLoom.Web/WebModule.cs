using CityLoom.Web.Forms;
using CityLoom.Web.Pages.City;
using CityLoom.Web.Pages.Health;
using CityLoom.Web.Pages.Matters;
using CityLoom.Web.Pages.Reach;
using CityLoom.Web.Shell;
using CityLoom.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CityLoom.Web;

/// <summary>Pages, their shared parts and their words.</summary>
public static class WebModule
{
    /// <summary>Adds the pages and what they are made of. <paramref name="zone"/> is the city's time zone.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services, TimeZoneInfo zone)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(WordBook.Read());
        services.AddSingleton(new Assets(Path.Combine(AppContext.BaseDirectory, "wwwroot")));
        services.AddScoped(s => Preferences.Of(s.GetRequiredService<IHttpContextAccessor>().HttpContext));
        services.AddScoped(s => new Say(
            s.GetRequiredService<WordBook>(), s.GetRequiredService<Preferences>().Language, zone, s.GetRequiredService<TimeProvider>()));
        services.AddScoped<MatterInWords>();
        services.AddScoped<HealthInWords>();
        services.AddSingleton<DistrictOutlines>();
        services.AddSingleton<ReachMaps>();
        services.AddSingleton<RequestForms>();
        services.AddSingleton<FollowForms.Own>();
        services.AddSingleton<DeskForms>();
        return services;
    }

    /// <summary>Remembers the chosen language and theme; stands before routing.</summary>
    public static IApplicationBuilder UsePreferences(this IApplicationBuilder app) => app.Use(Preferences.Remember);

    /// <summary>Maps the pages and the forms that they post.</summary>
    public static void MapPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRazorComponents<App>();

        // A page answers GET and POST of its address; a form posted there is for the endpoint made for it.
        var forms = endpoints.MapGroup("").WithOrder(-1);
        SignInForms.Map(forms);
        AccountForms.Map(forms);
        DirectiveForms.Map(forms);
        MatterForms.Map(forms);
        IndicatorForms.Map(forms);
        FeedForms.Map(forms);
        AdminForms.Map(forms);
        RequestForms.Map(forms);
        HealthForms.Map(forms);
        CommandForms.Map(forms);
        AlertForms.Map(forms);
        SupplyForms.Map(forms);
        ReachForms.Map(forms);
        DeskForms.Map(forms);
        CallbackForms.Map(forms);
        RosterForms.Map(forms);
        IncidentReportForms.Map(forms);
    }
}
