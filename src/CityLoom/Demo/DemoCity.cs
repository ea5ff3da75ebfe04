using CityLoom.City;
using CityLoom.City.Calendar;
using CityLoom.City.Indicators;
using CityLoom.City.Organizations;
using CityLoom.City.Territories;
using CityLoom.City.Trees;
using CityLoom.Emergency.Alerts;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Catalogue;

namespace CityLoom.Demo;

/// <summary>Fills an empty data folder with the demo city, in steps each of which is wholly done or goes on where it stopped.</summary>
internal sealed class DemoCity(Database database, CityTreesBook trees, CalendarBook calendar, CityClock clock, AlertKey alerts, StorageOptions store)
{
    /// <summary>The folder of the demo's data files beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "demo");

    /// <summary>Fills the city unless it holds one already; goes on where a killed start left off.</summary>
    public async Task FillAsync()
    {
        var state = database.Read(State);
        if (state is null && trees.Present.Territories.All.Count == 0)
        {
            state = await BeginAsync();
        }

        if (state == "begun")
        {
            await new DemoStory(database, new CityContext(clock, trees, calendar), Folder, alerts).TellAsync();
            state = "told";
        }

        if (state == "told")
        {
            await new HealthStory(database, new CityContext(clock, trees, calendar), Folder).TellAsync();
            await database.WriteAsync(w => w.Execute("update settings set value = 'whole' where name = 'demo'"));
        }

        await new ReachStory(database, new CityContext(clock, trees, calendar), store).TellAsync(Path.Combine(Folder, "emergency"));
    }

    /// <summary>True when the city is the demo.</summary>
    public static bool IsDemo(Database database) => database.Read(State) is not null;

    private static string? State(Session session) => session.Value<string>("select value from settings where name = 'demo'");

    private async Task<string> BeginAsync()
    {
        var city = ReadTrees();
        using var notices = Text("calendar", "workdays-2018-2026.csv");
        var days = CalendarFile.Read(notices).Exceptions;
        var indicators = ReadIndicators(city);
        using var duties = Text("duties.csv");
        using var offers = Text("services.csv");
        using var questions = Text("questions.csv");
        var catalogue = ImportCatalogue.Read(new CatalogueFiles(duties, offers, questions), DutyCatalogue.Empty, city).Value;
        await database.WriteAsync(w =>
        {
            CityTreesBook.Replace(w, city, clock.Now, Actor.System);
            CalendarBook.Import(w, days, clock.Now, Actor.System);
            ImportIndicators.Run(w, indicators, clock.Now, Actor.System);
            ImportCatalogue.Run(w, catalogue, clock.Now, Actor.System, "示例派单目录");
            foreach (var (name, display, grants) in DemoAccounts.All)
            {
                _ = AccountBook.Add(w, clock.Now, Actor.System, name, display, DemoAccounts.Password, grants).Value;
            }

            return w.Execute("insert into settings (name, value) values ('demo', 'begun')");
        });
        trees.Reload();
        calendar.Reload();
        return "begun";
    }

    private static CityTrees ReadTrees()
    {
        var territories = TerritoryImport.Read("divisions.csv", Text("territory", "divisions.csv")).AsOutcome().Value;
        using var json = File.OpenRead(Path.Combine(Folder, "territory", "districts.wgs84.geojson"));
        var boundaries = BoundaryImport.Read("districts.wgs84.geojson", json, Datum.Wgs84, territories).AsOutcome().Value;
        var categories = CategoryImport.Read("categories.csv", Text("categories.csv")).AsOutcome().Value;
        var organizations = OrganizationImport.Read("organizations.csv", Text("organizations.csv"), territories, categories).AsOutcome().Value;
        return new CityTrees(territories, boundaries, categories, organizations);
    }

    /// <summary>The demo's values end with the month before the present one, however early the demo is looked at.</summary>
    private IndicatorFiles ReadIndicators(CityTrees city)
    {
        var indicators = IndicatorImport.Read("indicators.csv", Text("indicators.csv"), city.Categories).AsOutcome().Value;
        var known = indicators.ToDictionary(i => i.Code);
        var targets = TargetImport.Read("targets.csv", Text("targets.csv"), known, city.Territories).AsOutcome().Value;
        var observations = ObservationImport.Read("observations.csv", Text("observations.csv"), known, city.Territories).AsOutcome().Value;
        return new IndicatorFiles(indicators, targets, [.. observations.Where(o => o.Period.Last < clock.Today)]);
    }

    private static StreamReader Text(params string[] path) => File.OpenText(Path.Combine([Folder, .. path]));
}
