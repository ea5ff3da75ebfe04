using CityLoom.City.Matters;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Directives;

/// <summary>Reads and keeps directives and their measures.</summary>
public static class DirectiveBook
{
    private const string Columns =
        "id, title, issuer, meeting, place, kind, date, status, source_name, source_hash, clean_text, warnings, organization, imported_at, published_at";

    private const string MeasureColumns =
        "id, directive_id, start_at, end_at, words, kind, status, origin, reading, leads, supports, due_date, same_as, matter_id, target_code";

    /// <summary>Directives with their measures.</summary>
    public static KeptSubject Kept { get; } = new(
        Directive.Subject,
        [
            new RowSet("directives", "id", Columns + ", imported_by, published_by"),
            new RowSet("measures", "directive_id", MeasureColumns),
        ]);

    /// <summary>The directive with this identity, or null.</summary>
    public static Directive? Find(Session session, long id) => session.Row<Directive>($"select {Columns} from directives where id = @id", new { id });

    /// <summary>The directive that came from a file with this content, or null.</summary>
    public static Directive? FindBySource(Session session, string hash) =>
        session.Rows<Directive>($"select {Columns} from directives where source_hash = @hash order by id limit 1", new { hash }).FirstOrDefault();

    /// <summary>All directives, newest first, without their texts, with how far their matters have come.</summary>
    public static List<DirectiveSummary> All(Session session, DateTimeOffset now)
    {
        var counts = MatterCounts.BySource(session, Directive.Subject, now);
        return session.Rows<DirectiveSummary>(
            """
            select d.id, d.title, d.issuer, d.kind, d.date, d.status, d.organization, d.imported_at, d.published_at,
              coalesce(sum(case when m.kind in ('Action', 'Target') then 1 else 0 end), 0) as measures,
              coalesce(sum(case when m.kind in ('Action', 'Target') and m.status = 'Pending' then 1 else 0 end), 0) as pending
            from directives d left join measures m on m.directive_id = d.id
            group by d.id, d.title, d.issuer, d.kind, d.date, d.status, d.organization, d.imported_at, d.published_at
            order by d.id desc
            """).ConvertAll(d => d with { Matters = counts.GetValueOrDefault(d.Id) ?? new MatterCount() });
    }

    /// <summary>The measures of a directive in the order of its text.</summary>
    public static List<ReviewedMeasure> MeasuresOf(Session session, long directive) =>
        session.Rows<ReviewedMeasure>($"select {MeasureColumns} from measures where directive_id = @directive order by start_at, id", new { directive });

    /// <summary>The measure with this identity, or null.</summary>
    public static ReviewedMeasure? FindMeasure(Session session, long id) =>
        session.Row<ReviewedMeasure>($"select {MeasureColumns} from measures where id = @id", new { id });

    /// <summary>The measures that one matter serves, each in its own directive.</summary>
    public static List<ReviewedMeasure> MeasuresOfMatter(Session session, long matter) =>
        session.Rows<ReviewedMeasure>($"select {MeasureColumns} from measures where matter_id = @matter order by id", new { matter });

    /// <summary>Locks the directive's row so that two reviews, or two presses of "publish", come one after the other.</summary>
    internal static Directive? Take(Writing writing, long id) =>
        writing.Row<Directive>($"select {Columns} from directives where id = @id{writing.ForUpdate}", new { id });

    internal static long Insert(Writing writing, Directive d, long? by) => writing.Insert(
        "insert into directives (title, issuer, meeting, place, kind, date, status, source_name, source_hash, clean_text, warnings, organization, imported_at, imported_by) "
        + "values (@Title, @Issuer, @Meeting, @Place, @Kind, @Date, 'Reviewing', @SourceName, @SourceHash, @CleanText, @Warnings, @Organization, @ImportedAt, @by)",
        new { d.Title, d.Issuer, d.Meeting, d.Place, d.Kind, d.Date, d.SourceName, d.SourceHash, d.CleanText, d.Warnings, d.Organization, d.ImportedAt, by });

    internal static ReviewedMeasure InsertMeasure(Writing writing, ReviewedMeasure m) => m with
    {
        Id = writing.Insert(
            "insert into measures (directive_id, start_at, end_at, words, kind, status, origin, reading, leads, supports, due_date, same_as, matter_id, target_code) "
            + "values (@directive_id, @start_at, @end_at, @words, @kind, @status, @origin, @reading, @leads, @supports, @due_date, @same_as, @matter_id, @target_code)",
            Values(m)),
    };

    /// <summary>Writes a measure under the identity it has, whether its row is there or not.</summary>
    internal static void Put(Writing writing, ReviewedMeasure m) => writing.Execute(
        $"insert into measures ({MeasureColumns}) values (@id, @directive_id, @start_at, @end_at, @words, @kind, @status, @origin, @reading, @leads, @supports, @due_date, "
        + "@same_as, @matter_id, @target_code) on conflict (id) do update set start_at = excluded.start_at, end_at = excluded.end_at, words = excluded.words, "
        + "kind = excluded.kind, status = excluded.status, reading = excluded.reading, leads = excluded.leads, supports = excluded.supports, "
        + "due_date = excluded.due_date, same_as = excluded.same_as, matter_id = excluded.matter_id, target_code = excluded.target_code",
        Values(m));

    internal static void Remove(Writing writing, long measure)
    {
        writing.Execute("delete from measure_likenesses where measure_id = @measure or other_id = @measure", new { measure });
        writing.Execute("delete from measures where id = @measure", new { measure });
    }

    private static Dictionary<string, object?> Values(ReviewedMeasure m) => new()
    {
        ["id"] = m.Id, ["directive_id"] = m.DirectiveId, ["start_at"] = m.StartAt, ["end_at"] = m.EndAt, ["words"] = m.Words, ["kind"] = m.Kind.ToString(),
        ["status"] = m.Status.ToString(), ["origin"] = m.Origin, ["reading"] = m.Reading, ["leads"] = CodesColumn.Write(m.Leads),
        ["supports"] = CodesColumn.Write(m.Supports), ["due_date"] = m.DueDate, ["same_as"] = m.SameAs, ["matter_id"] = m.MatterId, ["target_code"] = m.TargetCode,
    };
}
