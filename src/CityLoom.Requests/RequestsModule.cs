using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Requests.Callback;
using CityLoom.Requests.Catalogue;
using CityLoom.Requests.Desk;
using CityLoom.Requests.Foresight;
using CityLoom.Requests.Intake;
using CityLoom.Requests.Open311;
using CityLoom.Requests.OpenData;
using CityLoom.Requests.Rates;
using CityLoom.Requests.Templates;
using CityLoom.Requests.Understanding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CityLoom.Requests;

/// <summary>The net of residents' requests: many doors in, one matter, an answer out.</summary>
public sealed class RequestsModule : Module
{
    /// <inheritdoc/>
    public override string Name => "requests";

    /// <summary>What the journal vouches for in this net.</summary>
    public static IReadOnlyList<KeptSubject> Kept { get; } =
        [CatalogueBook.Kept, RequestBook.Kept, AppealAnswer.Kept, DrawCallbacks.Kept, WaitingCallback.Kept, AnswerTemplate.Kept];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<CatalogueBook>();
        services.AddSingleton<RaiseRequest>();
        services.AddSingleton<TakePhoto>();
        services.AddSingleton<FormStamps>();
        services.AddSingleton<IntakeLimits>();
        services.AddSingleton<SuggestCategory>();
        services.AddSingleton<OpenRequests>();
        services.AddSingleton<LookAtDraft>();
        services.AddSingleton<RelatedCases>();
        services.AddSingleton<WeekTopics>();
        services.AddHostedService<KeepIndex>();
        services.AddSingleton<PostRequest>();
        services.AddSingleton<PostUpdate>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        IntakeEndpoints.Map(endpoints);
        DeskEndpoints.Map(endpoints);
        CallbackEndpoints.Map(endpoints);
        CatalogueEndpoints.Map(endpoints);
        Open311Endpoints.Map(endpoints);
        RateEndpoints.Map(endpoints);
        DigestEndpoints.Map(endpoints);
        OpenDataEndpoints.Map(endpoints);
    }
}
