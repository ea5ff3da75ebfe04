using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Health.Warnings;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using CityLoom.Web.Shell;
using CityLoom.Web.Words;

namespace CityLoom.Hosting;

/// <summary>The frame around a staff page for whoever is signed in.</summary>
internal static class Navigation
{
    private static readonly (string Href, string Words)[] Items =
    [
        ("/city", "nav.city"), ("/directives", "nav.directives"), ("/matters", "nav.matters"), ("/requests", "nav.requests"), ("/health", "nav.health"),
        ("/emergency", "nav.emergency"), ("/emergency/plans", "nav.command"), ("/reach", "nav.reach"), ("/indicators", "nav.targets"), ("/leagues", "nav.leagues"),
        ("/admin", "nav.admin"),
    ];

    /// <summary>Pages that belong to a line though their addresses do not begin with its own.</summary>
    private static readonly Dictionary<string, string[]> Siblings = new()
    {
        ["/emergency/plans"] = ["/emergency/drills", "/emergency/roster", "/emergency/reports", "/emergency/supplies", "/emergency/alerts"],
    };

    public static ShellView Of(HttpContext context, IServiceProvider services)
    {
        var who = context.SignedIn();
        var say = services.GetRequiredService<Say>();
        var demo = services.GetRequiredService<Demonstration>().Password is not null;
        var unit = services.GetRequiredService<CityContext>().Organizations.Find(who?.Organization);
        var table = services.GetRequiredService<AccessTable>();
        var items = Items.Where(i => table.Lets("GET", i.Href, who)).Select(i => new NavItem(i.Href, say[i.Words], Waiting(i.Href, who, services)) { Siblings = Siblings.GetValueOrDefault(i.Href, []) });
        return new ShellView(
            who is null ? [] : [.. items],
            who?.Name,
            say.Language == Language.English ? unit?.EnglishName : unit?.ShortName,
            demo ? say["demo.note"] : null);
    }

    /// <summary>How much on a page waits for this person.</summary>
    private static int Waiting(string href, SignedIn? who, IServiceProvider services) => href switch
    {
        "/matters" when who is not null => Waiting(who, services),
        "/health" when who?.Is(Role.Epidemiologist) == true => services.GetRequiredService<Database>().Read(WarningBook.CountUnseen),
        _ => 0,
    };

    /// <summary>How many matters wait for this person's own organizations; the index of holders answers it.</summary>
    private static int Waiting(SignedIn who, IServiceProvider services)
    {
        var city = services.GetRequiredService<CityContext>();
        var mine = new MatterQuery { Box = "mine" }.ToFilter(who, city);
        return services.GetRequiredService<Database>().Read(s => MatterSearch.CountSome(s, mine, city.Now));
    }
}
