using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Plans;

/// <summary>A plan as the library lists it.</summary>
public sealed record PlanHead
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>Its short name.</summary>
    public string Code { get; init; } = "";

    /// <summary>The present version, from 1.</summary>
    public int Version { get; init; }

    /// <summary>Its title.</summary>
    public string Name { get; init; } = "";

    /// <summary>The title in English.</summary>
    public string EnglishName { get; init; } = "";

    /// <summary>The organization that keeps it.</summary>
    public string Organization { get; init; } = "";

    /// <summary>When it was reviewed last.</summary>
    public DateOnly? ReviewedOn { get; init; }

    /// <summary>By when it has to be reviewed again.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>When the present version was brought in, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>Keeps the library of plans; a changed plan is a further version and the ones before stay.</summary>
public static class PlanBook
{
    /// <summary>The name under which plans stand in the journal.</summary>
    public const string Subject = "plan";

    private const string Columns = "id, code, version, name, english_name, organization, reviewed_on, review_by, updated_at";

    /// <summary>Plans with all their versions.</summary>
    public static KeptSubject Kept { get; } = new(
        Subject,
        [
            new RowSet("plans", "id", Columns),
            new RowSet("plan_versions", "plan_id", "version, content, at, account, organization"),
        ]);

    /// <summary>All plans, by name.</summary>
    public static List<PlanHead> All(Session session) => session.Rows<PlanHead>($"select {Columns} from plans order by name, id");

    /// <summary>The plan with this code, or null.</summary>
    public static PlanHead? Find(Session session, string code) => session.Row<PlanHead>($"select {Columns} from plans where code = @code", new { code });

    /// <summary>The plan with this identity.</summary>
    public static PlanHead? Find(Session session, long id) => session.Row<PlanHead>($"select {Columns} from plans where id = @id", new { id });

    /// <summary>What a version of a plan says; null when there is no such version.</summary>
    public static Plan? Read(Session session, long id, int version) => Content(session, id, version) is { } content ? PlanCheck.Stored(content) : null;

    /// <summary>Brings in a plan: a new one, a further version of a known one, or nothing when it says the same.</summary>
    /// <returns>The plan as it stands, and whether something changed.</returns>
    public static (PlanHead Plan, bool Changed) Put(Writing writing, Plan plan, CityContext city, Actor by)
    {
        var content = PlanCheck.Write(plan);
        writing.Execute(
            "insert into plans (code, version, name, english_name, organization, reviewed_on, review_by, updated_at) "
            + "values (@Code, 0, @Name, @EnglishName, @Organization, @ReviewedOn, @ReviewBy, @Now) on conflict (code) do nothing",
            new { plan.Code, plan.Name, plan.EnglishName, plan.Organization, plan.ReviewedOn, plan.ReviewBy, city.Now });
        var head = writing.Row<PlanHead>($"select {Columns} from plans where code = @Code{writing.ForUpdate}", new { plan.Code })!;
        if (Content(writing, head.Id, head.Version) == content)
        {
            return (head, false);
        }

        var next = new PlanHead
        {
            Id = head.Id, Code = head.Code, Version = head.Version + 1, Name = plan.Name, EnglishName = plan.EnglishName,
            Organization = plan.Organization, ReviewedOn = plan.ReviewedOn, ReviewBy = plan.ReviewBy, UpdatedAt = city.Now,
        };
        writing.Execute(
            "update plans set version = @Version, name = @Name, english_name = @EnglishName, organization = @Organization, reviewed_on = @ReviewedOn, "
            + "review_by = @ReviewBy, updated_at = @UpdatedAt where id = @Id", next);
        writing.Execute(
            "insert into plan_versions (plan_id, version, content, at, account, organization) values (@Id, @Version, @content, @UpdatedAt, @Account, @by)",
            new { next.Id, next.Version, content, next.UpdatedAt, by.Account, by = by.Organization });
        Kept.Append(writing, next.Id, city.Now, by, head.Version == 0 ? "made" : "amended", new { next.Code, next.Version });
        return (next, true);
    }

    private static string? Content(Session session, long id, int version) => session.Value<string>(
        "select content from plan_versions where plan_id = @id and version = @version", new { id, version });
}
