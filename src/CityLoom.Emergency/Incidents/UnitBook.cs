using CityLoom.Emergency.Stations;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Reach.Dispatch;

namespace CityLoom.Emergency.Incidents;

/// <summary>Keeps where units are and what they do, and each of their runs.</summary>
public static class UnitBook
{
    /// <summary>The name under which units stand in the journal.</summary>
    public const string Subject = "unit";

    private const string Columns = "id, unit, state, incident_id, hospital, longitude, latitude, since, version";
    private const string RunColumns =
        "id, incident_id, unit, territory, received_at, answered_at, dispatched_at, rolled_at, arrived_at, transported_at, hospital, handed_at, cleared_at, foretold";

    /// <summary>Where units are and what they do.</summary>
    public static KeptSubject Kept { get; } = new(Subject, [new RowSet("unit_standings", "id", Columns)]);

    /// <summary>Runs, each with a chain of its own: a unit has thousands in a year.</summary>
    public static KeptSubject KeptRuns { get; } = new("unit-run", [new RowSet("unit_runs", "id", RunColumns)]);

    /// <summary>All units, by code.</summary>
    public static List<UnitStanding> All(Session session) => session.Rows<UnitStanding>($"select {Columns} from unit_standings order by unit");

    /// <summary>The unit, or null.</summary>
    public static UnitStanding? Find(Session session, string unit) => session.Row<UnitStanding>($"select {Columns} from unit_standings where unit = @unit", new { unit });

    /// <summary>The runs to an incident, in order.</summary>
    public static List<UnitRun> RunsOf(Session session, long incident) =>
        session.Rows<UnitRun>($"select {RunColumns} from unit_runs where incident_id = @incident order by id", new { incident });

    /// <summary>The runs whose calls came in since an instant.</summary>
    public static List<UnitRun> RunsSince(Session session, DateTimeOffset since) =>
        session.Rows<UnitRun>($"select {RunColumns} from unit_runs where received_at >= @since order by received_at, id", new { since });

    internal static UnitStanding? Take(Writing writing, string unit) =>
        writing.Row<UnitStanding>($"select {Columns} from unit_standings where unit = @unit{writing.ForUpdate}", new { unit });

    /// <summary>Gives every unit of the register that has none a standing: available, at its station.</summary>
    internal static void Keep(Writing writing, IReadOnlyList<ResponseUnit> units, DateTimeOffset at, Actor by)
    {
        var known = All(writing).Select(s => s.Unit).ToHashSet(StringComparer.Ordinal);
        foreach (var unit in units.Where(u => !known.Contains(u.Code)))
        {
            var standing = new UnitStanding { Unit = unit.Code, State = UnitState.Available, Since = at, Version = 1 };
            var id = writing.Insert(
                "insert into unit_standings (unit, state, since, version) values (@Unit, @state, @Since, 1)",
                new { standing.Unit, state = standing.State.ToString(), standing.Since });
            Kept.Append(writing, id, at, by, "enrolled", new { after = standing with { Id = id } });
        }
    }

    internal static UnitStanding Save(Writing writing, UnitStanding unit, DateTimeOffset at, Actor by, UnitAct act, string? reason, long? incident)
    {
        writing.Execute(
            "update unit_standings set state = @state, incident_id = @IncidentId, hospital = @Hospital, longitude = @Longitude, latitude = @Latitude, since = @Since, "
            + "version = @Version where id = @Id",
            new { state = unit.State.ToString(), unit.IncidentId, unit.Hospital, unit.Longitude, unit.Latitude, unit.Since, unit.Version, unit.Id });
        Kept.Append(writing, unit.Id, at, by, act.ToString(), new { reason, after = unit });
        EventBook.Add(writing, at, incident, unit.Unit, act.ToString());
        return unit;
    }

    internal static void Begin(Writing writing, UnitRun run, Actor by)
    {
        var id = writing.Insert(
            "insert into unit_runs (incident_id, unit, territory, received_at, answered_at, dispatched_at, foretold) values "
            + "(@IncidentId, @Unit, @Territory, @ReceivedAt, @AnsweredAt, @DispatchedAt, @Foretold)", run);
        KeptRuns.Append(writing, id, run.DispatchedAt, by, nameof(UnitAct.Send), new { run.Unit, incident = run.IncidentId });
    }

    /// <summary>Notes when a stage of the present run of a unit was reached.</summary>
    internal static void Note(Writing writing, UnitAct act, string unit, long incident, string? hospital, DateTimeOffset at, Actor by)
    {
        var set = act switch
        {
            UnitAct.Roll => "rolled_at = @at",
            UnitAct.Arrive => "arrived_at = @at",
            UnitAct.Transport => "transported_at = @at, hospital = @hospital",
            UnitAct.HandOver => "handed_at = @at",
            UnitAct.Clear => "cleared_at = @at",
            _ => null,
        };
        if (set is not null && writing.Value<long?>(
            "select max(id) from unit_runs where incident_id = @incident and unit = @unit and cleared_at is null", new { incident, unit }) is { } run)
        {
            writing.Execute($"update unit_runs set {set} where id = @run", new { at, hospital, run });
            KeptRuns.Append(writing, run, at, by, act.ToString(), new { unit, incident });
        }
    }
}
