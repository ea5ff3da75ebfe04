using CityLoom.City;
using CityLoom.City.Calendar;
using CityLoom.City.Territories;
using CityLoom.City.Trees;
using CityLoom.Directives;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Requests;
using CityLoom.Requests.Catalogue;
using CityLoom.Tests.City;

namespace CityLoom.Tests.Requests;

/// <summary>The trees, the calendar and the catalogue of the demo without its half year of matters: there in a second.</summary>
internal static class SmallCity
{
    /// <summary>The password of the desk, for those who sign in at a page.</summary>
    public const string Password = "a desk of its own";

    private static readonly (string Name, Role[] Roles)[] Posts =
        [("desk", [Role.Supervisor, Role.Intake, Role.Dispatcher]), ("handler", [Role.Handler]), ("administrator", [Role.Administrator])];

    /// <summary>Fills an empty store and returns a key for each post, all of them of the city's government.</summary>
    public static async Task<Dictionary<string, string>> Fill(StorageOptions store)
    {
        await using var database = store.Open();
        await Migrations.ApplyAsync(database, [new KernelModule(), new CityModule(), new DirectivesModule(), new RequestsModule()], TimeProvider.System);
        return await database.WriteAsync(Fill);
    }

    private static Dictionary<string, string> Fill(Writing writing)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var outlines = DemoCity.Open("territory/districts.wgs84.geojson");
        using var days = DemoCity.Open("calendar/workdays-2018-2026.csv");
        using var duties = DemoCity.Open("duties.csv");
        using var offers = DemoCity.Open("services.csv");
        using var questions = DemoCity.Open("questions.csv");
        var boundaries = BoundaryImport.Read("districts", outlines.BaseStream, Datum.Wgs84, DemoCity.Territories).AsOutcome().Value;
        var trees = new CityTrees(DemoCity.Territories, boundaries, DemoCity.Categories, DemoCity.Organizations);
        CityTreesBook.Replace(writing, trees, now, Actor.System);
        CalendarBook.Import(writing, CalendarFile.Read(days).Exceptions, now, Actor.System);
        ImportCatalogue.Run(writing, ImportCatalogue.Read(new CatalogueFiles(duties, offers, questions), DutyCatalogue.Empty, trees).Value, now, Actor.System, null);
        return Posts.ToDictionary(p => p.Name, p => Hire(writing, p.Name, p.Roles, now));
    }

    private static string Hire(Writing writing, string name, Role[] roles, DateTimeOffset now)
    {
        _ = AccountBook.Add(writing, now, Actor.System, name, name, name == "desk" ? Password : null, [.. roles.Select(r => new Grant { Role = r, Organization = "4201.zf" })]).Value;
        return AccountBook.AddKey(writing, now, Actor.System, name, "tests").Value;
    }
}
