using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.City.Territories;
using CityLoom.Emergency.Coverage;
using CityLoom.Emergency.Incidents;
using CityLoom.Emergency.Roads;
using CityLoom.Emergency.Stations;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Reach.Roads;

namespace CityLoom.Demo;

/// <summary>Fills the demo's emergency net: a drawn road net, stations, units, hospitals, people, a month of incidents and a few of this hour.</summary>
internal sealed class ReachStory(Database database, CityContext city, StorageOptions store)
{
    private const string Told = "demo-reach";
    private const int Past = 120;
    private const int Days = 30;

    private static readonly (string Nature, string Title)[] Calls =
    [
        ("medical", "{0}一名老人胸闷气短"), ("medical", "{0}居民突发抽搐"), ("medical", "{0}有人晕倒在路边"), ("traffic", "{0}两车相撞，有人受伤"), ("traffic", "{0}电动车与行人相撞"),
        ("medical", "{0}孕妇临产"), ("structure", "{0}工地有人高处坠落"), ("fire", "{0}居民楼冒烟，有人被困"), ("medical", "{0}学生运动受伤"), ("other", "{0}有人落水被救起"),
    ];

    private readonly Random _random = new(20261130);

    /// <summary>Fills what is missing; the tables and the whole story in one transaction.</summary>
    public async Task TellAsync(string folder)
    {
        CityRoads.Draw(store.Folder, city.Trees.Map, t => ReachStandard.Default.IsCentral(city.Territories.AtLevel(t.Code, TerritoryLevel.District)), File.ReadAllText(Path.Combine(folder, "rivers.csv")));
        if (database.Read(s => s.Value<string>("select value from settings where name = @Told", new { Told })) is null)
        {
            using var roads = new CityRoads(store);
            await database.WriteAsync(w => Tell(w, folder, roads.Present!));
        }
    }

    private int Tell(Writing writing, string folder, OpenRoads roads)
    {
        var at = city.Now - TimeSpan.FromDays(Days + 1);
        foreach (var kind in (RegisterKind[])[RegisterKind.Stations, RegisterKind.Units, RegisterKind.Hospitals, RegisterKind.People])
        {
            var file = kind.ToString().ToLowerInvariant() + ".csv";
            _ = ImportRegister.Run(writing, kind, file, File.ReadAllText(Path.Combine(folder, file)), city.Trees, at, Actor.System).Value;
        }

        var (cast, register) = (DemoCast.Of(writing), Register.Load(writing));
        for (var i = 0; i < Past; i++)
        {
            var begun = city.Now - TimeSpan.FromSeconds(Days * 24 * 60 * 60 / Past * (Past - i));
            Play(writing, cast, register, roads, new Scene(begun, i % 40 == 7 ? 3 : 4, Over: true));
        }

        foreach (var (minutes, grade) in ((int, int?)[])[(34, 3), (17, 4), (4, 4), (1, null)])
        {
            Play(writing, cast, register, roads, new Scene(city.Now - TimeSpan.FromMinutes(minutes), grade, Over: false));
        }

        return writing.Execute("insert into settings (name, value) values (@Told, 'told')", new { Told });
    }

    /// <summary>One incident: whoever is nearest by road goes, as long as the instants of the story lie in the past.</summary>
    private void Play(Writing writing, DemoCast cast, Register register, OpenRoads roads, Scene scene)
    {
        var point = register.People[_random.Next(register.People.Count)];
        var (nature, title) = Calls[_random.Next(Calls.Length)];
        var street = city.Territories.AtLevel(point.Territory, TerritoryLevel.Street)?.Name ?? "";
        var at = scene.Begun + Seconds(6, 14);
        ActContext Now() => new(cast.Dispatcher, at, city.Organizations, city.Time);
        var incident = RaiseIncident.Run(
            writing,
            new NewIncident { Title = string.Format(System.Globalization.CultureInfo.InvariantCulture, title, street), Nature = nature, Longitude = point.Longitude, Latitude = point.Latitude, Territory = point.Territory, Grade = scene.Grade, Level = _random.Next(4) == 0 ? 2 : 1, ReceivedAt = scene.Begun },
            Now(), city, register).Value;
        at += Seconds(25, 70);
        if (scene.Grade is null || (!scene.Over && at > city.Now - TimeSpan.FromMinutes(3)) || Nearest(writing, register, roads, incident) is not { } sent)
        {
            return;
        }

        Good(SendUnit.Run(writing, incident.Id, sent.Unit.Code, sent.Seconds + sent.Unit.TurnOut, register, Now()));
        var drive = TimeSpan.FromSeconds((int)(sent.Seconds * (0.85 + (0.4 * _random.NextDouble()))));
        var brought = _random.NextDouble() < 0.7;
        var hospital = register.Hospitals[_random.Next(register.Hospitals.Count)].Code;
        (UnitAct Act, TimeSpan After)[] acts =
        [
            (UnitAct.Roll, Seconds(35, 110)), (UnitAct.Arrive, drive),
            .. brought ? [(UnitAct.Transport, Seconds(400, 1100)), (UnitAct.HandOver, Seconds(300, 1200)), (UnitAct.Clear, Seconds(300, 900))] : ((UnitAct, TimeSpan)[])[(UnitAct.Clear, Seconds(600, 1500))],
            (UnitAct.Return, Seconds(300, 1200)),
        ];
        foreach (var (act, after) in acts.TakeWhile(a => scene.Over || at + a.After < city.Now))
        {
            at += after;
            Good(ActOnUnit.Run(writing, sent.Unit.Code, new UnitActRequest { Act = act, Hospital = act == UnitAct.Transport ? hospital : null }, register, Now()));
        }

        if (scene.Over)
        {
            End(writing, cast, incident.Id, at);
        }
    }

    private void End(Writing writing, DemoCast cast, long id, DateTimeOffset at)
    {
        (IncidentAct Act, string? Reason)[] acts = [(IncidentAct.Control, null), (IncidentAct.Terminate, "伤病员已得到处置。"), (IncidentAct.Recover, "现场秩序已恢复。"), (IncidentAct.Review, "处置及时，已复盘。")];
        foreach (var (act, reason) in acts)
        {
            at += Seconds(120, 900);
            var by = act == IncidentAct.Review ? cast.Desk : cast.Dispatcher;
            Good(ActOnIncident.Run(writing, id, new IncidentActRequest { Act = act, Reason = reason }, new ActContext(by, at, city.Organizations, city.Time)));
        }
    }

    /// <summary>The free unit of the station that is nearest by road.</summary>
    private static (ResponseUnit Unit, int Seconds)? Nearest(Session session, Register register, OpenRoads roads, Incident incident)
    {
        var to = new DriveTimes(roads, Position.OfDegrees(incident.Longitude, incident.Latitude), Heading.Inward);
        var free = UnitBook.All(session).Where(u => UnitSteps.Of(UnitAct.Send).From.Contains(u.State)).Select(u => u.Unit).ToHashSet();
        return register.Stations
            .Select(s => (Station: s, Seconds: to.Seconds(Position.OfDegrees(s.Longitude, s.Latitude)))).Where(s => s.Seconds is not null).OrderBy(s => s.Seconds)
            .SelectMany(s => register.Units.Where(u => u.Station == s.Station.Code && free.Contains(u.Code) && u.Level >= incident.Level).Select(u => ((ResponseUnit, int)?)(u, s.Seconds!.Value)))
            .FirstOrDefault();
    }

    private TimeSpan Seconds(int least, int most) => TimeSpan.FromMilliseconds(_random.Next(least * 1000, most * 1000));

    private static void Good<T>(Outcome<T> outcome) => _ = outcome.Value;

    private sealed record Scene(DateTimeOffset Begun, int? Grade, bool Over);
}
