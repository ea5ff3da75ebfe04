using CityLoom.City;
using CityLoom.City.Calendar;
using CityLoom.City.Matters;
using CityLoom.City.Trees;
using CityLoom.Emergency;
using CityLoom.Emergency.Incidents;
using CityLoom.Emergency.Stations;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Reach.Dispatch;
using CityLoom.Tests.City.Matters;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Emergency;

/// <summary>A duty in which anybody does anything: whatever is asked, units and incidents fit together, and the journal says what the rows say.</summary>
public sealed class RandomDutyTests
{
    private static readonly ResponseUnit[] Units = [new("u1", "s", 1, 60), new("u2", "s", 2, 60), new("u3", "s", 3, 60)];
    private static readonly HospitalSite[] Hospitals = [new("h", "医院", "1", 114.1, 30.1, 3, 5, "")];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Units_and_incidents_fit_together_whatever_is_asked(int seed)
    {
        await using var town = await Open();
        var random = new Random(seed);
        var city = CityOf(town);
        var register = await Fill(town, city);
        var incidents = new List<long>();
        var (done, refused) = (0, 0);
        for (var step = 0; step < 250; step++)
        {
            var context = SmallTown.At(random.Next(2) == 0 ? SmallTown.Someone(SmallTown.Hall) : SmallTown.Another(SmallTown.Hall), SmallTown.Monday.AddMinutes(step));
            var outcome = await town.Database.WriteAsync<Tried>(w => Ask(w, random, incidents, register, city, context));
            (done, refused) = outcome.Refusal is null ? (done + 1, refused) : (done, refused + 1);
            town.Database.Read(s => Check(s, incidents));
        }

        Assert.True(done > 40 && refused > 40, $"{done} done, {refused} refused");
        var verdict = town.Database.Read(s => JournalVerifier.Verify(s, town.Key, [MatterBook.Verifier, .. EmergencyModule.Kept]));
        Expect.None(verdict.Faults.Select(f => f.ToString()));
    }

    [Theory]
    [InlineData("update unit_standings set state = 'Available', incident_id = null where unit = 'u1'")]
    [InlineData("update incidents set grade = 1")]
    [InlineData("delete from unit_standings where unit = 'u3'")]
    [InlineData("update emergency_register set content = replace(content, '\"level\":2', '\"level\":3') where code = 'u2'")]
    [InlineData("update emergency_register set until = 1 where code = 'h'")]
    public async Task A_row_changed_behind_the_journal_is_found(string change)
    {
        await using var town = await Open();
        var city = CityOf(town);
        var register = await Fill(town, city);
        var context = SmallTown.At(SmallTown.Someone(SmallTown.Hall), SmallTown.Monday);
        var incident = (await town.Database.WriteAsync(w => RaiseIncident.Run(w, New(2), context, city, register))).Value;
        _ = (await town.Database.WriteAsync(w => SendUnit.Run(w, incident.Id, "u1", 300, register, context))).Value;
        Assert.Empty(Faults(town));

        await town.Database.WriteAsync(w => w.Execute(change));

        Assert.NotEmpty(Faults(town));
    }

    private static IReadOnlyList<JournalFault> Faults(TownDatabase town) => town.Database.Read(s => JournalVerifier.Verify(s, town.Key, EmergencyModule.Kept)).Faults;

    private static Tried Ask(Writing writing, Random random, List<long> incidents, Register register, CityContext city, ActContext context)
    {
        long Incident() => incidents.Count == 0 ? 0 : incidents[random.Next(incidents.Count)];
        var unit = Units[random.Next(Units.Length)].Code;
        switch (random.Next(10))
        {
            case 0:
                var raised = RaiseIncident.Run(writing, New(random.Next(3) == 0 ? null : 4), context, city, register);
                if (raised.Is(out var incident, out _))
                {
                    incidents.Add(incident.Id);
                }

                return new(raised.Refusal);
            case 1 or 2 or 3:
                return new(SendUnit.Run(writing, Incident(), unit, null, register, context).Refusal);
            case 4 or 5 or 6 or 7:
                var act = Enum.GetValues<UnitAct>()[random.Next(9)];
                return new(ActOnUnit.Run(writing, unit, new UnitActRequest { Act = act, Hospital = "h", Reason = "检修" }, register, context).Refusal);
            default:
                var step = Enum.GetValues<IncidentAct>()[random.Next(8)];
                return new(ActOnIncident.Run(writing, Incident(), new IncidentActRequest { Act = step, Grade = random.Next(0, 5), Reason = "说明" }, context).Refusal);
        }
    }

    private static int Check(Session session, List<long> incidents)
    {
        var runs = incidents.SelectMany(id => UnitBook.RunsOf(session, id)).Where(r => r.ClearedAt is null).ToList();
        foreach (var unit in UnitBook.All(session))
        {
            Assert.Equal(unit.State.IsBusy(), unit.IncidentId is not null);
            Assert.Equal(unit.IncidentId is { } id ? [id] : [], runs.Where(r => r.Unit == unit.Unit).Select(r => r.IncidentId));
            Assert.True(unit.Hospital is null || unit.State is UnitState.Transporting or UnitState.AtHospital);
        }

        foreach (var incident in incidents.Select(id => IncidentBook.Find(session, id)!))
        {
            Assert.True(!runs.Exists(r => r.IncidentId == incident.Id) || incident.Stage is IncidentStage.Responding or IncidentStage.Controlled);
            Assert.Equal(incident.Stage.IsEnded(), incident.EndedAt is not null);
            Assert.True(incident.Grade is not null || incident.Stage is IncidentStage.Received or IncidentStage.Verified or IncidentStage.Dismissed);
            Assert.Equal(incident.Stage.IsEnded(), !MatterBook.Find(session, incident.Id)!.Open);
        }

        return 0;
    }

    private static NewIncident New(int? grade) => new() { Title = "路口两车相撞", Longitude = 114.05, Latitude = 30.05, Territory = "111", Grade = grade };

    private static async Task<TownDatabase> Open()
    {
        var town = await TownDatabase.Open(null);
        await Migrations.ApplyAsync(town.Database, [new EmergencyModule()], TimeProvider.System);
        await town.Database.WriteAsync(w =>
        {
            CityTreesBook.Replace(w, new CityTrees(SmallTown.Territories, [], new([]), SmallTown.Tree), SmallTown.Monday, Actor.System);
            return 0;
        });
        return town;
    }

    private static CityContext CityOf(TownDatabase town)
    {
        var clock = new CityClock(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        return new CityContext(clock, new CityTreesBook(town.Database, TimeProvider.System), new CalendarBook(town.Database, clock));
    }

    private static async Task<Register> Fill(TownDatabase town, CityContext city)
    {
        foreach (var (kind, text) in ((RegisterKind, string)[])[(RegisterKind.Stations, RegisterFile.Write([new Station("s", "站", "1", 114, 30)])), (RegisterKind.Units, RegisterFile.Write(Units)), (RegisterKind.Hospitals, RegisterFile.Write(Hospitals))])
        {
            _ = (await town.Database.WriteAsync(w => ImportRegister.Run(w, kind, "file", text, city.Trees, SmallTown.Monday, Actor.System))).Value;
        }

        return town.Database.Read(Register.Load);
    }

    /// <summary>What came of a step, so that what was refused is rolled back.</summary>
    private sealed record Tried(Refusal? Refusal) : IOutcome;
}
