using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.City.Territories;
using CityLoom.Directives;
using CityLoom.Emergency.Alerts;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;

namespace CityLoom.Demo;

/// <summary>Tells the demo's past: directives published and worked on, half a year of matters. The same seed tells the same story.</summary>
internal sealed class DemoStory(Database database, CityContext city, string folder, AlertKey alerts)
{
    private readonly StoryFile _story = StoryFile.Read(folder);

    /// <summary>Tells it all in one transaction, so that a killed start leaves nothing half told.</summary>
    public Task<int> TellAsync() => database.WriteAsync(w =>
    {
        var cast = DemoCast.Of(w);
        new DirectiveStory(w, city, cast, folder).Tell(_story.Directives);
        var teller = new MatterStory(w, city, cast, new Random(_story.Seed));
        var end = city.Now;
        for (var i = 0; i < _story.Matters; i++)
        {
            teller.Tell(_story, end);
        }

        new CommandStory(w, city, cast.Desk, cast.Doer, folder, alerts).Tell();
        new DeskStory(w, city, cast.Desk, folder).Tell();
        return w.Execute("update settings set value = 'told' where name = 'demo'");
    });
}

/// <summary>The posts by whom the story is acted.</summary>
internal sealed record DemoCast(SignedIn Desk, SignedIn Dispatcher, SignedIn Doer)
{
    public static DemoCast Of(Session session)
    {
        // One doer acts for whichever organization handles a matter, so that the story needs no account for each of 375.
        var doer = AccountBook.Find(session, "handler")!;
        return new DemoCast(
            As(session, "supervisor"), As(session, "dispatcher"),
            new SignedIn(doer.Id, doer.DisplayName, [new Grant { Role = Role.Handler, Organization = "4201.zf" }]));
    }

    private static SignedIn As(Session session, string name) => AccountBook.SignedInAs(session, AccountBook.Find(session, name)!);
}
