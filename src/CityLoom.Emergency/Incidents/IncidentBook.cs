using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Incidents;

/// <summary>Keeps incidents: every change with its entry in the journal and its event for those who follow along.</summary>
public static class IncidentBook
{
    /// <summary>The name under which incidents stand in the journal.</summary>
    public const string Subject = "incident";

    /// <summary>The kind of the matters that incidents are.</summary>
    public const string MatterKind = "incident";

    private const string Columns = "id, stage, grade, level, nature, longitude, latitude, territory, received_at, answered_at, stage_at, ended_at, version";

    /// <summary>Incidents.</summary>
    public static KeptSubject Kept { get; } = new(Subject, [new RowSet("incidents", "id", Columns)]);

    /// <summary>The incident, or null.</summary>
    public static Incident? Find(Session session, long id) => session.Row<Incident>($"select {Columns} from incidents where id = @id", new { id });

    /// <summary>Incidents that have not ended, the newest first. One whose matter was ended runs on only while units are on it.</summary>
    public static List<Incident> Running(Session session, int limit = 200) => session.Rows<Incident>(
        $"select {Columns} from incidents where ended_at is null and (exists (select 1 from matters m where m.id = incidents.id and m.open = 1) "
        + "or exists (select 1 from unit_standings u where u.incident_id = incidents.id)) order by received_at desc, id desc limit @limit", new { limit });

    /// <summary>Incidents that have not ended though their matters have, and on which no unit is any longer.</summary>
    internal static List<long> Left(Session session) => session.Rows<long>(
        "select i.id from incidents i join matters m on m.id = i.id where i.ended_at is null and m.open = 0 and not exists (select 1 from unit_standings u where u.incident_id = i.id) order by i.id");

    /// <summary>All incidents, the newest first, a page at a time.</summary>
    public static List<Incident> Page(Session session, int page, int size) => session.Rows<Incident>(
        $"select {Columns} from incidents order by received_at desc, id desc limit @size offset @skip", new { size, skip = (page - 1) * size });

    /// <summary>How many there are.</summary>
    public static int Count(Session session) => session.Value<int>("select count(*) from incidents");

    internal static Incident? Take(Writing writing, long id) => writing.Row<Incident>($"select {Columns} from incidents where id = @id{writing.ForUpdate}", new { id });

    internal static Incident Insert(Writing writing, Incident incident, DateTimeOffset at, Actor by)
    {
        writing.Execute(
            "insert into incidents (id, stage, grade, level, nature, longitude, latitude, territory, received_at, answered_at, stage_at, ended_at, version) values "
            + "(@Id, @stage, @Grade, @Level, @Nature, @Longitude, @Latitude, @Territory, @ReceivedAt, @AnsweredAt, @StageAt, @EndedAt, @Version)", Row(incident));
        Kept.Append(writing, incident.Id, at, by, "received", new { after = incident });
        EventBook.Add(writing, at, incident.Id, null, "received");
        return incident;
    }

    internal static Incident Save(Writing writing, Incident incident, DateTimeOffset at, Actor by, string act, string? reason)
    {
        writing.Execute("update incidents set stage = @stage, grade = @Grade, stage_at = @StageAt, ended_at = @EndedAt, version = @Version where id = @Id", Row(incident));
        Kept.Append(writing, incident.Id, at, by, act, new { reason, after = incident });
        EventBook.Add(writing, at, incident.Id, null, act);
        return incident;
    }

    private static object Row(Incident i) => new
    {
        i.Id, stage = i.Stage.ToString(), i.Grade, i.Level, i.Nature, i.Longitude, i.Latitude, i.Territory, i.ReceivedAt, i.AnsweredAt, i.StageAt, i.EndedAt, i.Version,
    };
}
