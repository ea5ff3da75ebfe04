using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CityLoom.City;
using CityLoom.City.Calendar;
using CityLoom.City.Feeds;
using CityLoom.City.Indicators;
using CityLoom.City.Matters;
using CityLoom.City.Trees;
using CityLoom.Demo;
using CityLoom.Directives;
using CityLoom.Emergency;
using CityLoom.Health;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Files;
using CityLoom.Kernel.Jobs;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using CityLoom.Requests;
using CityLoom.Requests.Catalogue;
using CityLoom.Web;
using CityLoom.Web.Shell;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.FileProviders;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Hosting;

/// <summary>Puts the product together: storage, modules, pages, and the order in which a request meets them.</summary>
internal static class CityHost
{
    /// <summary>The modules, lowest first; the one list of them.</summary>
    public static IReadOnlyList<Module> Modules { get; } = [new KernelModule(), new CityModule(), new DirectivesModule(), new RequestsModule(), new HealthModule(), new EmergencyModule()];

    /// <summary>What compares the rows of each kind of subject with the journal.</summary>
    public static IReadOnlyList<ISubjectVerifier> Verifiers { get; } =
    [
        MatterBook.Verifier, MatterBook.Leavings, DirectiveBook.Kept, AccountBook.Kept, IndicatorBook.Kept, ObservationBook.Verifier, TargetBook.Kept, FeedBook.Kept,
        CityTreesBook.Kept, CalendarBook.Kept, CatalogueBook.Kept, .. HealthModule.Kept, .. EmergencyModule.Kept,
    ];

    /// <summary>Opens the city's database and brings its schema up to date.</summary>
    public static async Task<Database> OpenAsync(StorageOptions store)
    {
        var database = store.Open();
        await Migrations.ApplyAsync(database, Modules, TimeProvider.System);
        return database;
    }

    /// <summary>The application, ready to start.</summary>
    public static async Task<WebApplication> BuildAsync(ServeSettings settings)
    {
        var database = await OpenAsync(settings.Store);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.ConfigureKestrel(o => o.Limits.MaxRequestBodySize = 24 * 1024 * 1024);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        AddServices(builder.Services, settings, database);

        var app = builder.Build();
        if (settings.Demo)
        {
            await ActivatorUtilities.CreateInstance<DemoCity>(app.Services).FillAsync();
        }

        Use(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, ServeSettings settings, Database database)
    {
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(database);
        services.AddSingleton(settings.Store);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(s => new CityClock(s.GetRequiredService<TimeProvider>(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")));
        services.AddSingleton(new FileStore(Path.Combine(settings.Store.Folder, "files")));
        services.AddSingleton(CheckpointKey.Open(settings.Store.Folder));
        services.AddSingleton(Access.Table);
        services.AddDataProtection().SetApplicationName("CityLoom").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.Store.Folder, "keys")));
        services.AddSessions();
        services.AddAuthorization();
        services.AddAntiforgery(o => o.Cookie.Name = "cityloom-form");
        services.AddProblemDetails();
        services.AddValidation();
        services.AddOpenApi();
        services.AddRateLimiter(Limits.Configure);
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase));
            o.SerializerOptions.Converters.Add(new PlainText());
            o.SerializerOptions.Encoder = JournalBook.Json.Encoder;
        });
        foreach (var module in Modules)
        {
            module.AddServices(services);
        }

        services.AddSingleton(_ => DemoCity.IsDemo(database) ? DemoAccounts.Shown : new Demonstration(null, []));
        services.AddScoped(s => Navigation.Of(s.GetRequiredService<IHttpContextAccessor>().HttpContext!, s));
        services.AddPages(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        services.AddSingleton<IReadOnlyList<Job>>(s => [.. Schedules.Of(s)]);
        services.AddHostedService(s => new JobRunner(
            database, s.GetRequiredService<CityClock>(), s.GetRequiredService<IReadOnlyList<Job>>(), s.GetRequiredService<ILogger<JobRunner>>()));
    }

    private static void Use(WebApplication app)
    {
        app.Use(SecurityHeaders.Add);
        app.UseWhen(c => !Faults.ForProgram(c.Request), pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseWhen(c => Faults.ForProgram(c.Request), programs => programs.UseStatusCodePages());
        app.UseMiddleware<Faults>();
        app.UsePreferences();
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot")) });
        app.UseRouting();
        app.UseRateLimiter();
        app.UseSessions();
        app.UseAccessGate();
        app.UseAntiforgery();
        app.Use(CrossSite.Refuse);
        app.MapOpenApi("/api/openapi.json");
        app.MapGet("/health/ready", (Database database) => database.Read(s => s.Value<int>("select 1")) == 1 ? Results.Text("ready") : Results.StatusCode(503));
        foreach (var module in Modules)
        {
            module.MapEndpoints(app);
        }

        app.MapPages();
        var gaps = Access.Table.Gaps(((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()).ToList();
        if (gaps.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, gaps));
        }
    }
}
